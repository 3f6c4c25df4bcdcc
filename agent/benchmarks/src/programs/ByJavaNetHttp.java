import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** One request by java.net.http. */
public class ByJavaNetHttp {
    public static void main(String[] arguments) throws Exception {
        fetch(arguments[0]);
    }

    static void fetch(String url) throws Exception {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
