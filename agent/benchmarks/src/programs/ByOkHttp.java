import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One request by OkHttp. */
public class ByOkHttp {
    public static void main(String[] arguments) throws IOException {
        fetch(arguments[0]);
        // OkHttp's own threads would keep the process for a minute
        System.exit(0);
    }

    static void fetch(String url) throws IOException {
        try (Response response = new OkHttpClient()
                .newCall(new Request.Builder().url(url).build())
                .execute()) {
            response.body().bytes();
        }
    }
}
