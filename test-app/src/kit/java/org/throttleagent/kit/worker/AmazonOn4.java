package org.throttleagent.kit.worker;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.securitytoken.AWSSecurityTokenService;
import com.amazonaws.services.securitytoken.AWSSecurityTokenServiceClientBuilder;
import com.amazonaws.services.securitytoken.model.GetCallerIdentityRequest;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Amazon's SDKs, both on Apache HttpClient 4: each asks {@code url}, by a signed POST, who is calling, and reports the answer. */
final class AmazonOn4 {
    private static final String REGION = "us-east-1";

    private AmazonOn4() {}

    static void version1(Job job, Report report) {
        AWSSecurityTokenService service = AWSSecurityTokenServiceClientBuilder.standard()
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("kit", "secret")))
                .withEndpointConfiguration(new EndpointConfiguration(job.get("url"), REGION))
                .build();
        report.value(
                "account",
                service.getCallerIdentity(new GetCallerIdentityRequest()).getAccount());
        service.shutdown();
    }

    static void version2(Job job, Report report) {
        try (StsClient client = StsClient.builder()
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("kit", "secret")))
                .endpointOverride(URI.create(job.get("url")))
                .region(Region.of(REGION))
                .build()) {
            report.value("account", client.getCallerIdentity().account());
        }
    }
}
