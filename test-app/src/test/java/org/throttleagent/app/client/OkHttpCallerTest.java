package org.throttleagent.app.client;

class OkHttpCallerTest extends AsyncHttpCallerContract {
    @Override
    String name() {
        return "okhttp";
    }
}
