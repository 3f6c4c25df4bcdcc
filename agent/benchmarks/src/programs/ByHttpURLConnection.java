import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** One request by HttpURLConnection. */
public class ByHttpURLConnection {
    public static void main(String[] arguments) throws IOException {
        fetch(arguments[0]);
    }

    static void fetch(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        InputStream in = connection.getInputStream();
        while (in.read() >= 0) {
            // to the end
        }
        in.close();
    }
}
