package org.throttleagent.app.client;

class HttpClient5CallerTest extends HttpCallerContract {
    @Override
    String name() {
        return "httpclient-5";
    }
}
