package org.throttleagent.kit.worker;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import feign.Feign;
import feign.httpclient.ApacheHttpClient;
import kong.unirest.Unirest;
import kong.unirest.UnirestInstance;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

/** Libraries that ride on Apache HttpClient 4. Each sends one GET to {@code url} and reports the status. */
final class FacadesOn4 {
    private FacadesOn4() {}

    static void restTemplate(Job job, Report report) {
        RestTemplate template = new RestTemplate(new HttpComponentsClientHttpRequestFactory());
        report.value(
                "status", template.getForEntity(job.get("url"), String.class).getStatusCodeValue());
    }

    static void feign(Job job, Report report) {
        String body = Feign.builder()
                .client(new ApacheHttpClient())
                .target(Facades.FeignApi.class, job.get("url"))
                .get();
        report.value("status", body.equals("fine") ? 200 : 0);
    }

    static void google(Job job, Report report) throws Exception {
        HttpResponse response = new ApacheHttpTransport()
                .createRequestFactory()
                .buildGetRequest(new GenericUrl(job.get("url")))
                .execute();
        report.value("status", response.getStatusCode());
        response.disconnect();
    }

    static void unirest(Job job, Report report) {
        try (UnirestInstance unirest = Unirest.spawnInstance()) {
            report.value("status", unirest.get(job.get("url")).asString().getStatus());
        }
    }
}
