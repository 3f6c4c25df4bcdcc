package org.throttleagent.client.httpclient4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/** What is counted: what leaves the JVM, each leg of authentication too, and nothing else. */
final class WireScenarios {
    void aChallengeAndItsAnswerAreTwoRequests(World world) {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("kit", "secret"));
        CloseableHttpClient client = world.client(HttpClients.custom().setDefaultCredentialsProvider(credentials));
        world.server.answer(401, "WWW-Authenticate", "Basic realm=\"kit\"").answer(429);
        assertThat(World.outcome(client, world.get())).isEqualTo("200 ok");
        assertThat(world.throttle.events())
                .containsExactly(
                        "passes",
                        "sent",
                        "answered 401",
                        "sent",
                        "answered 429",
                        "resend", //
                        "passes",
                        "sent",
                        "answered 200",
                        "finished");
    }

    void aConnectionThatFailsIsTold(World world) {
        world.other.close();
        assertThat(World.outcome(world.client(), world.getOther())).startsWith("HttpHostConnectException");
        assertThat(world.throttle.events()).containsExactly("passes", "sent", "failed", "finished");
    }

    void whoGetsNoConnectionHasSentNothing(World world) throws Exception {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(1);
        CloseableHttpClient client = world.client(HttpClients.custom().setConnectionManager(pool));
        HttpGet second = world.get();
        second.setConfig(RequestConfig.custom().setConnectionRequestTimeout(50).build());
        client.execute(world.get()); // and keeps its connection
        assertThat(World.outcome(client, second)).startsWith("ConnectionPoolTimeoutException");
        assertThat(world.throttle.events())
                .containsExactly("passes", "sent", "answered 200", "finished", "passes", "finished");
    }

    void aTunnelIsNoRequestToTheServer(World world) {
        HttpHost proxy = new HttpHost("127.0.0.1", world.other.port());
        CloseableHttpClient client = world.client(HttpClients.custom().setProxy(proxy));
        HttpGet request = new HttpGet("https://127.0.0.1:" + world.server.port() + "/");
        assertThat(World.outcome(client, request))
                .as("by a proxy that knows no CONNECT")
                .startsWith("400 ");
        assertThat(world.throttle.events()).containsExactly("passes", "finished");
    }

    void anExecutorOfTheApplicationsNeedNotComeByTheWire(World world) {
        CloseableHttpClient client = world.client(HttpClients.custom().setRequestExecutor(new Canned()));
        assertThat(World.outcome(client, world.get())).isEqualTo("204 ");
        assertThat(world.throttle.events())
                .containsExactly(
                        "passes", "sent", "answered 429", "resend", "passes", "sent", "answered 204", "finished");
    }

    void onlyTheFirstPartOfAnAddressIsThePath(World world) {
        String[][] addresses = {
            {"/a/b?q=/c", "/a/b"}, // of a request line
            {"http://host/a/b#c", "/a/b"}, // towards a proxy
            {"http://host", ""},
            {"http://host:80?q=/c", ""},
            {"*", ""},
            {"", ""},
        };
        for (String[] address : addresses) {
            assertThat(HttpClient4Request.path(address[0])).as(address[0]).isEqualTo(address[1]);
        }
        assertThat(world.throttle.events()).isEmpty();
    }

    /** Answers by itself: first with a refusal, then without a body. */
    private static final class Canned extends HttpRequestExecutor {
        private int status = 429;

        @Override
        public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
                throws IOException, HttpException {
            HttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, status, "canned");
            status = 204;
            return response;
        }
    }
}
