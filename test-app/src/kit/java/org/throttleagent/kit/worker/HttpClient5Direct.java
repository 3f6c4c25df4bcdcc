package org.throttleagent.kit.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Apache HttpClient 5 by its own API. */
final class HttpClient5Direct implements Direct {
    @Override
    public void reuse(Job job, Report report) throws Exception {
        HttpGet request = new HttpGet(job.get("url"));
        List<Integer> statuses = new ArrayList<>();
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            for (int i = 0; i < job.number("repeat", 1); i++) {
                statuses.add(status(client, request));
            }
        }
        report.value("statuses", statuses);
    }

    @Override
    public void webSocket(Job job, Report report) {
        throw new UnsupportedOperationException("HttpClient 5 has no WebSockets");
    }

    @Override
    public void shutdown(Job job, Report report) throws Exception {
        CloseableHttpClient client = HttpClients.createDefault();
        HttpGet request = new HttpGet(job.get("url"));
        report.value("first", status(client, request));
        FutureTask<Object> second = waiting(client, request);
        report.value("ended-early", second.isDone());
        long start = System.nanoTime();
        client.close();
        report.value("second", second.get(20, TimeUnit.SECONDS));
        report.value("ended-after", System.nanoTime() - start);
    }

    @Override
    public void abort(Job job, Report report) throws Exception {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            int first = status(client, new HttpGet(job.get("url")));
            HttpGet aborted = new HttpGet(job.get("url"));
            FutureTask<Object> second = waiting(client, aborted);
            long start = System.nanoTime();
            aborted.abort();
            report.value("aborted", second.get(20, TimeUnit.SECONDS));
            report.value("ended-after", System.nanoTime() - start);
            report.value("statuses", Arrays.asList(first, status(client, new HttpGet(job.get("url")))));
        }
    }

    /** A call on a thread of its own, half a second after it has begun to wait; it ends with what it throws, as text. */
    private static FutureTask<Object> waiting(CloseableHttpClient client, HttpGet request) throws Exception {
        FutureTask<Object> call = new FutureTask<>(() -> {
            try {
                return status(client, request);
            } catch (Exception e) {
                return e.toString();
            }
        });
        new Thread(call, "waiting").start();
        try {
            call.get(500, TimeUnit.MILLISECONDS);
            throw new IllegalStateException("the call did not have to wait");
        } catch (TimeoutException stillWaiting) {
            return call;
        }
    }

    private static int status(CloseableHttpClient client, HttpGet request) throws Exception {
        try (CloseableHttpResponse response = client.execute(request)) {
            return response.getCode();
        }
    }
}
