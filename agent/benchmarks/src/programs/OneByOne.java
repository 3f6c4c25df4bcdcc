import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One request by each client; says after each how much processor time it took, of all threads that live. */
public class OneByOne {
    public static void main(String[] arguments) throws Exception {
        long before = cpuNanos();
        before = cpuNanos();
        ByHttpURLConnection.fetch(arguments[0]);
        long first = cpuNanos();
        ByJavaNetHttp.fetch(arguments[0]);
        long second = cpuNanos();
        ByOkHttp.fetch(arguments[0]);
        long third = cpuNanos();
        System.out.println("mark 1st " + (first - before));
        System.out.println("mark 2nd " + (second - first));
        System.out.println("mark 3rd " + (third - second));
        System.exit(0);
    }

    /** By Linux's scheduler, which counts in nanoseconds; 0 where there is none. */
    private static long cpuNanos() throws IOException {
        long sum = 0;
        String[] threads = new File("/proc/self/task").list();
        for (int i = 0; threads != null && i < threads.length; i++) {
            try (InputStream in = new FileInputStream("/proc/self/task/" + threads[i] + "/schedstat")) {
                long nanos = 0;
                for (int c = in.read(); c >= '0' && c <= '9'; c = in.read()) {
                    nanos = nanos * 10 + c - '0';
                }
                sum += nanos;
            } catch (IOException e) {
                // a thread that has ended
            }
        }
        return sum;
    }
}
