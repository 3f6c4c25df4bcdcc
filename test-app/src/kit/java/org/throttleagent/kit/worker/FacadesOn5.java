package org.throttleagent.kit.worker;

import feign.Feign;
import feign.hc5.ApacheHttp5Client;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Libraries that ride on Apache HttpClient 5. Spring 6 does what {@link FacadesOn4} has Spring 5 do. */
final class FacadesOn5 {
    private FacadesOn5() {}

    static void feign(Job job, Report report) {
        String body = Feign.builder()
                .client(new ApacheHttp5Client())
                .target(Facades.FeignApi.class, job.get("url"))
                .get();
        report.value("status", body.equals("fine") ? 200 : 0);
    }

    static void amazon(Job job, Report report) {
        try (StsClient client = StsClient.builder()
                .httpClient(Apache5HttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("kit", "secret")))
                .endpointOverride(URI.create(job.get("url")))
                .region(Region.US_EAST_1)
                .build()) {
            report.value("account", client.getCallerIdentity().account());
        }
    }
}
