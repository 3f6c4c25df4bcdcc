package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp by its own API. */
final class OkHttpDirect implements Direct {
    @Override
    public void reuse(Job job, Report report) throws Exception {
        OkHttpClient client = new OkHttpClient();
        Request request = new Request.Builder().url(job.get("url")).build();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < job.number("repeat", 1); i++) {
            try (Response response = client.newCall(request).execute()) {
                statuses.add(response.code());
            }
        }
        report.value("statuses", statuses);
    }

    @Override
    public void webSocket(Job job, Report report) throws Exception {
        OkHttpWebSocket.open(job, report);
    }
}
