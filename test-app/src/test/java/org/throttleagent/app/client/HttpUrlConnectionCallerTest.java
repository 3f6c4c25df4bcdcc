package org.throttleagent.app.client;

class HttpUrlConnectionCallerTest extends HttpCallerContract {
    @Override
    String name() {
        return "http-url-connection";
    }
}
