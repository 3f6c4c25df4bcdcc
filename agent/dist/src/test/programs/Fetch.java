import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;

/** Sends requests by HttpURLConnection: URL, how many, and with a third argument as many again once a line comes on stdin. */
public class Fetch {
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[1]);
        fetch(arguments[0], count);
        System.out.println("fetched");
        if (arguments.length > 2) {
            System.out.flush();
            new BufferedReader(new InputStreamReader(System.in)).readLine();
            fetch(arguments[0], count);
            System.out.println("fetched again");
        }
    }

    static void fetch(String url, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
            InputStream in = connection.getInputStream();
            while (in.read() >= 0) {
                // to the end
            }
            in.close();
        }
    }
}
