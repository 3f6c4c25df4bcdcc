package org.throttleagent.benchmarks.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.throttleagent.signal.RateSignal;
import org.throttleagent.signal.ResponseFacts;
import org.throttleagent.signal.SignalReader;

/** What it costs to read a response: one without limits, one with the usual trio, one of an AI's API, one that is refused. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ReadResponse {
    private static final long WALL_MILLIS = 1_800_000_000_000L;

    private final SignalReader reader = SignalReader.create(SignalReader.DEFAULT_MAX_SIGNAL_NANOS);

    private final Response none = new Response(200)
            .with("Date", "Fri, 15 Jan 2027 08:00:00 GMT")
            .with("Content-Type", "application/json; charset=utf-8")
            .with("Content-Length", "5121")
            .with("Connection", "keep-alive")
            .with("Cache-Control", "private, max-age=60, s-maxage=60")
            .with("Vary", "Accept, Authorization, Cookie, Accept-Encoding")
            .with("ETag", "W/\"3f1b0f\"")
            .with("Last-Modified", "Fri, 15 Jan 2027 07:00:00 GMT")
            .with("Strict-Transport-Security", "max-age=31536000; includeSubdomains; preload")
            .with("X-Frame-Options", "deny")
            .with("X-Content-Type-Options", "nosniff")
            .with("X-XSS-Protection", "0")
            .with("Referrer-Policy", "origin-when-cross-origin")
            .with("Content-Security-Policy", "default-src 'none'")
            .with("Server", "example.com")
            .with("X-Request-Id", "C2F0:3A5F:17B2E3:1E5A:65A4F3B0");

    private final Response trio = none.copy(200)
            .with("X-RateLimit-Limit", "5000")
            .with("X-RateLimit-Remaining", "4999")
            .with("X-RateLimit-Reset", "1800003600");

    private final Response dimensions = none.copy(200)
            .with("x-ratelimit-limit-requests", "60")
            .with("x-ratelimit-limit-tokens", "150000")
            .with("x-ratelimit-remaining-requests", "59")
            .with("x-ratelimit-remaining-tokens", "149984")
            .with("x-ratelimit-reset-requests", "1s")
            .with("x-ratelimit-reset-tokens", "6m0s");

    private final Response structured = none.copy(200)
            .with("RateLimit-Policy", "\"burst\";q=100;w=60,\"daily\";q=1000;w=86400")
            .with("RateLimit", "\"burst\";r=50;t=30,\"daily\";r=800;t=2000");

    private final Response refused = new Response(429).with("Retry-After", "30");

    /** One pass over the header map that does nothing, for comparison. */
    @Benchmark
    public void passOnly(Blackhole hole) {
        none.forEachHeader((name, value) -> hole.consume(name));
    }

    /** Sixteen fields, none of a limit. */
    @Benchmark
    public RateSignal none() {
        return reader.read(none, "api.example.com", WALL_MILLIS);
    }

    /** The same with the trio. */
    @Benchmark
    public RateSignal trio() {
        return reader.read(trio, "api.example.com", WALL_MILLIS);
    }

    /** The same with six fields of two dimensions. */
    @Benchmark
    public RateSignal dimensions() {
        return reader.read(dimensions, "api.example.com", WALL_MILLIS);
    }

    /** The same with structured fields. */
    @Benchmark
    public RateSignal structured() {
        return reader.read(structured, "api.example.com", WALL_MILLIS);
    }

    /** A refusal that says how long to wait. */
    @Benchmark
    public RateSignal refused() {
        return reader.read(refused, "api.example.com", WALL_MILLIS);
    }

    private static final class Response implements ResponseFacts {
        private final int status;
        private final Map<String, String> fields = new LinkedHashMap<>();

        Response(int status) {
            this.status = status;
        }

        Response with(String name, String value) {
            fields.put(name, value);
            return this;
        }

        Response copy(int newStatus) {
            Response copy = new Response(newStatus);
            copy.fields.putAll(fields);
            return copy;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public void forEachHeader(HeaderVisitor visitor) {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                visitor.header(field.getKey(), field.getValue());
            }
        }
    }
}
