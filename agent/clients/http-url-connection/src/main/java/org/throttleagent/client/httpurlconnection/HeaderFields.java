package org.throttleagent.client.httpurlconnection;

import org.throttleagent.gate.ResponseHead;
import org.throttleagent.gate.ThrottleGate;

/** The head of a response as the JDK parsed it: line 0 is the status line. */
final class HeaderFields implements ResponseHead {
    private final Object headers;

    HeaderFields(Object headers) {
        this.headers = headers;
    }

    @Override
    public int status() {
        String line = ThrottleGate.fieldValue(headers, 0);
        int space = line == null ? -1 : line.indexOf(' ');
        int status = 0;
        for (int i = space + 1; line != null && space > 0 && i < line.length() && i <= space + 3; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            status = status * 10 + digit;
        }
        return status >= 100 ? status : -1;
    }

    @Override
    public void forEachHeader(HeaderVisitor visitor) {
        for (int i = 0; ; i++) {
            String name = ThrottleGate.fieldName(headers, i);
            String value = ThrottleGate.fieldValue(headers, i);
            if (name != null && value != null) {
                visitor.header(name, value);
            } else if (value == null) {
                return;
            }
        }
    }
}
