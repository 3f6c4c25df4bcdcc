import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Like Fetch, by java.net.http. */
public class FetchByJdkClient {
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[1]);
        HttpClient client = HttpClient.newHttpClient();
        fetch(client, arguments[0], count);
        System.out.println("fetched");
        if (arguments.length > 2) {
            System.out.flush();
            new BufferedReader(new InputStreamReader(System.in)).readLine();
            fetch(client, arguments[0], count);
            System.out.println("fetched again");
        }
    }

    private static void fetch(HttpClient client, String url, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        }
    }
}
