package org.throttleagent.client.httpurlconnection;

import java.io.InputStream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.throttleagent.gate.ThrottleGate;
import org.throttleagent.gate.WovenInto;

/** Where the JDK decides on a redirect: a refused request goes once more round the JDK's own loop, on a connection of its own. */
@WovenInto(
        client = HttpUrlConnectionAdapter.class,
        type = "sun.net.www.protocol.http.HttpURLConnection",
        method = "followRedirect",
        descriptor = "()Z",
        fields = {
            "inputStream:Ljava/io/InputStream;",
            "http:Lsun/net/www/http/HttpClient;",
            "strOutputStream:Lsun/net/www/protocol/http/HttpURLConnection$StreamingOutputStream;"
        },
        inheritedFields = {"responseCode:I", "connected:Z"},
        inheritedFrom = "java.net.HttpURLConnection",
        since = "8")
final class FollowAdvice {
    private FollowAdvice() {}

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object self,
            @Advice.Return(readOnly = false) boolean follow,
            @Advice.FieldValue("strOutputStream") Object streamed,
            @Advice.FieldValue(value = "inputStream", readOnly = false) InputStream inputStream,
            @Advice.FieldValue(value = "http", readOnly = false, typing = Assigner.Typing.DYNAMIC) Object http,
            @Advice.FieldValue(value = "responseCode", readOnly = false) int responseCode,
            @Advice.FieldValue(value = "connected", readOnly = false) boolean connected) {
        if (!follow && ThrottleGate.test("http-url-connection/again", self, new Object[] {streamed, inputStream})) {
            responseCode = -1;
            inputStream = null;
            http = null;
            connected = false;
            follow = true;
        }
    }
}
