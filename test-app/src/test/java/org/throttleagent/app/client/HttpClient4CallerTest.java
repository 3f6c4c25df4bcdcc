package org.throttleagent.app.client;

class HttpClient4CallerTest extends HttpCallerContract {
    @Override
    String name() {
        return "httpclient-4";
    }
}
