package org.throttleagent.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFilterTest {
    @Test
    void allOfTheTablePasses() {
        List<String> names = TableText.names();
        names.removeAll(List.of("Date", "Age")); // of every response, and looked at before
        assertThat(names).hasSizeGreaterThan(1000).allSatisfy(name -> {
            assertThat(NameFilter.mayMatter(name)).as(name).isTrue();
            assertThat(NameFilter.mayMatter(name.toUpperCase(Locale.ROOT)))
                    .as(name)
                    .isTrue();
            assertThat(Dialects.builtIn().find(name, "api.prisjakt.nu"))
                    .as(name)
                    .isNotNull();
        });
    }

    /** What the answers of ordinary servers have: none of it may cost a look into the table, which may not be loaded yet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "te",
                "dnt",
                "via",
                "date",
                "etag",
                "vary",
                "allow",
                "server",
                "pragma",
                "expires",
                "trailer",
                "upgrade",
                "warning",
                "refresh",
                "location",
                "set-cookie",
                "connection",
                "keep-alive",
                "content-md5",
                "content-type",
                "x-powered-by",
                "x-request-id",
                "x-runtime",
                "x-served-by",
                "x-cache",
                "x-cache-hits",
                "x-timer",
                "x-trace-id",
                "content-range",
                "accept-ranges",
                "accept-patch",
                "last-modified",
                "cache-control",
                "content-length",
                "content-encoding",
                "content-language",
                "content-location",
                "content-disposition",
                "transfer-encoding",
                "strict-transport-security",
                "content-security-policy",
                "content-security-policy-report-only",
                "x-content-type-options",
                "x-frame-options",
                "x-xss-protection",
                "x-download-options",
                "referrer-policy",
                "permissions-policy",
                "cross-origin-opener-policy",
                "cross-origin-resource-policy",
                "access-control-allow-origin",
                "access-control-allow-methods",
                "access-control-allow-headers",
                "access-control-expose-headers",
                "access-control-allow-credentials",
                "access-control-max-age",
                "www-authenticate",
                "proxy-authenticate",
                "authentication-info",
                "alt-svc",
                "nel",
                "report-to",
                "reporting-endpoints",
                "server-timing",
                "timing-allow-origin",
                "origin-agent-cluster",
                "cf-ray",
                "cf-cache-status",
                "x-amz-cf-id",
                "x-amz-cf-pop",
                "x-amz-request-id",
                "x-amz-id-2",
                "x-amzn-requestid",
                "x-amzn-trace-id",
                "x-amz-apigw-id",
                "x-goog-hash",
                "x-goog-generation",
                "x-guploader-uploadid",
                "x-ms-request-id",
                "x-ms-correlation-request-id",
                "x-ms-routing-request-id",
                "x-ms-version",
                "x-github-request-id",
                "x-github-media-type",
                "x-oauth-scopes",
                "x-accepted-oauth-scopes",
                "x-envoy-upstream-service-time",
                "x-b3-traceid",
                "traceparent",
                "tracestate",
                "link",
                "status",
                "p3p",
                "x-ua-compatible",
                "x-robots-tag",
                "x-permitted-cross-domain-policies",
                "x-kong-upstream-latency",
                "x-kong-proxy-latency",
                "x-varnish",
                "x-backend",
                "x-correlation-id",
                "x-total-count",
                "x-page",
                "x-per-page",
                "x-next-page",
                "openai-organization",
                "openai-processing-ms",
                "openai-version",
                "request-id"
            })
    void ordinaryFieldsDoNot(String name) {
        assertThat(NameFilter.mayMatter(name)).isFalse();
    }
}
