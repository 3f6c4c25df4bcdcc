package org.throttleagent.kit.worker;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throttleagent.app.client.HttpCaller;
import org.throttleagent.app.client.HttpCallers;
import org.throttleagent.app.client.Request;

/**
 * Calls one address: {@code URL TIMES CLIENT...}. All clients are made first. Before the calls that count each client makes one
 * to the same address if the first argument is {@code attach}; then the program says {@code ready} and goes on when it is told to
 * on its standard input.
 */
public final class Calls {
    private Calls() {}

    public static void main(String[] arguments) throws Exception {
        boolean attach = arguments[0].equals("attach");
        int at = attach ? 1 : 0;
        Request request = Request.get(URI.create(arguments[at]));
        int times = Integer.parseInt(arguments[at + 1]);
        Map<String, HttpCaller> callers = new LinkedHashMap<>();
        List<String> available = HttpCallers.available();
        for (int i = at + 2; i < arguments.length; i++) {
            if (available.contains(arguments[i])) {
                callers.put(arguments[i], HttpCallers.open(arguments[i]));
            }
        }
        if (attach) {
            call(callers, request);
            System.out.println("ready");
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody said when to go on");
            }
        }
        for (int i = 0; i < times; i++) {
            call(callers, request);
        }
        for (HttpCaller caller : new ArrayList<>(callers.values())) {
            caller.close();
        }
    }

    private static void call(Map<String, HttpCaller> callers, Request request) throws Exception {
        for (Map.Entry<String, HttpCaller> each : callers.entrySet()) {
            System.out.println(
                    each.getKey() + ' ' + each.getValue().call(request).status());
        }
    }
}
