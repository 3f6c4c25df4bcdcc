package org.throttleagent.app.client;

class JdkHttpClientCallerTest extends AsyncHttpCallerContract {
    @Override
    String name() {
        return "jdk-httpclient";
    }
}
