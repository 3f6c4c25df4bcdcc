package org.throttleagent.kit.worker;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.javanet.NetHttpTransport;
import feign.Feign;
import feign.RequestLine;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** Libraries that ride on the clients. Each sends one GET to {@code url} and reports the status. */
final class Facades {
    private Facades() {}

    /** As Feign has an API described. */
    interface FeignApi {
        @RequestLine("GET /")
        String get();
    }

    /** As Retrofit has an API described. */
    interface RetrofitApi {
        @GET("/")
        Call<Void> get();
    }

    static void restTemplate(Job job, Report report) {
        RestTemplate template = new RestTemplate(new SimpleClientHttpRequestFactory());
        report.value(
                "status", template.getForEntity(job.get("url"), String.class).getStatusCodeValue());
    }

    static void feign(Job job, Report report) {
        String body = Feign.builder().target(FeignApi.class, job.get("url")).get();
        report.value("status", body.equals("fine") ? 200 : 0);
    }

    static void google(Job job, Report report) throws Exception {
        HttpRequest request =
                new NetHttpTransport().createRequestFactory().buildGetRequest(new GenericUrl(job.get("url")));
        HttpResponse response = request.execute();
        report.value("status", response.getStatusCode());
        response.disconnect();
    }

    static void retrofit(Job job, Report report) throws Exception {
        Retrofit retrofit = new Retrofit.Builder().baseUrl(job.get("url")).build();
        report.value(
                "status", retrofit.create(RetrofitApi.class).get().execute().code());
    }
}
