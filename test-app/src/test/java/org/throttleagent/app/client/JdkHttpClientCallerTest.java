package org.throttleagent.app.client;

class JdkHttpClientCallerTest extends AsyncHttpCallerContract {
    @Override
    String name() {
        return "java-net-http";
    }
}
