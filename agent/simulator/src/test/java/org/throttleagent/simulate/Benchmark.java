package org.throttleagent.simulate;

/** The scenarios by which the pacing is judged, and what must hold in the worst of their seeds. */
enum Benchmark {
    BENCH("--prior 4500/h", "refusals<=2 waitMax<=12.0 waitP99<=9.3 stdev<=1.2 jain>=0.9999 utilisation>=0.995"),
    BENCH_WITHOUT_PRIOR("", "refusals<=10 waitMax<=16 jain>=0.9999 utilisation>=0.995"),
    CLEAR("--server decrease-only --duration 5m --prior 4500/h", "clear<=11 utilisation>=1"),
    CLEAR_WITHOUT_PRIOR("--server decrease-only --duration 5m", "clear<=11 utilisation>=1"),
    FULL_POOL("--processes 1 --threads 10 --start 4500 --duration 90m", "refusals<=0 waitMax<=9.8 utilisation>=0.998"),

    WINDOW_JOB_2000(
            Benchmark.WINDOW + "--processes 1 --calls 2000 --duration 3h", "refusals<=0 waitMax<=0 clear<=12.3"),
    WINDOW_JOB_2000_LATE(
            Benchmark.WINDOW + "--calls 2000 --elapsed 30m --duration 3h", "refusals<=0 waitMax<=0 clear<=6.2"),
    WINDOW_JOB_8000(
            Benchmark.WINDOW + "--processes 1 --calls 8000 --elapsed 30m --duration 3h", "refusals<=0 clear<=2600"),
    WINDOW_1(Benchmark.WINDOW + "--processes 1 --duration 2h", "retry<=0.0001 utilisation>=0.999 jain>=0.999"),
    WINDOW_2(Benchmark.WINDOW + "--processes 2 --duration 2h", "retry<=0.0001 utilisation>=0.999 jain>=0.998"),
    WINDOW_10(Benchmark.WINDOW + "--processes 10 --duration 2h", "retry<=0.0003 utilisation>=0.999 jain>=0.999"),

    PROCESSES_10(Benchmark.HOUR + "--processes 10", "retry<=0.006 jain>=0.997"),
    PROCESSES_50(Benchmark.HOUR + "--processes 50", "retry<=0.075 jain>=0.95"),
    PROCESSES_100(Benchmark.HOUR + "--processes 100", "retry<=0.156 jain>=0.87"),
    JOIN_1_TO_2(Benchmark.HOUR + "--processes 1 --join 30m:1", "waitMax<=80 jain>=0.99 settle<=2"),
    JOIN_2_TO_4(Benchmark.HOUR + "--processes 2 --join 30m:2", "waitMax<=80 jain>=0.99 settle<=2"),
    LEAVE_4_TO_2(Benchmark.HOUR + "--processes 4 --leave 30m:2", "waitMax<=80 jain>=0.99 settle<=2"),
    JOIN_1_TO_2_WITHOUT_PRIOR("--duration 1h --processes 1 --join 30m:1", "waitMax<=80 jain>=0.99"),
    JOIN_2_TO_4_WITHOUT_PRIOR("--duration 1h --processes 2 --join 30m:2", "waitMax<=80 jain>=0.90"),
    LEAVE_4_TO_2_WITHOUT_PRIOR("--duration 1h --processes 4 --leave 30m:2", "waitMax<=80 jain>=0.99"),
    HALVED(Benchmark.HOUR + "--change 30m:2250/h", "retry<=0.001 utilisation>=0.996 settle<=1"),
    DOUBLED(Benchmark.HOUR + "--change 30m:9000/h", "retry<=0.001 utilisation>=0.996 settle<=1"),
    TENTH(Benchmark.HOUR + "--change 30m:450/h", "retry<=0.001 utilisation>=0.996 settle<=1"),
    OUTAGE(Benchmark.HOUR + "--outage 30m:60s", "refusals<=2 settle<=16"),
    LATENCY("--processes 2 --threads 10 --rtt 50ms..500ms --prior 4500/h", "refusals<=2 utilisation>=0.995"),

    RETRY_AFTER_1(Benchmark.BLIND + "retry-after --processes 1", "retry<=0.01 utilisation>=0.94"),
    RETRY_AFTER_2(Benchmark.BLIND + "retry-after --processes 2", "retry<=0.02 utilisation>=0.94"),
    RETRY_AFTER_10(Benchmark.BLIND + "retry-after --processes 10", "retry<=0.10 utilisation>=0.98"),
    BARE_1(Benchmark.BLIND + "none --processes 1", "retry<=0.01 utilisation>=0.90"),
    BARE_2(Benchmark.BLIND + "none --processes 2", "retry<=0.02 utilisation>=0.94"),
    BARE_10(Benchmark.BLIND + "none --processes 10", "retry<=0.10 utilisation>=0.98"),

    SMALL_POOL(Benchmark.SMALL + "--prior 5/s", "refusals<=0 waitMax<=11 utilisation>=0.9"),
    SMALL_POOL_WITHOUT_PRIOR(Benchmark.SMALL, "refusals<=5 waitMax<=25 utilisation>=0.8"),
    SMALL_POOL_PRIOR_TOO_LOW(Benchmark.SMALL + "--prior 5000/h", "refusals<=0 waitMax<=16 utilisation>=0.85"),
    SMALL_POOL_PRIOR_TOO_HIGH(Benchmark.SMALL + "--prior 20/s", "refusals<=0 waitMax<=6 utilisation>=0.95"),

    NO_LIMIT(
            "--headers none --rate 1000000/s --burst 1000000 --start 1000000 --threads 20 --duration 30s",
            "waitMax<=0"),
    FAR_BELOW("--rate 1000/s --burst 100000 --start 100000 --demand 50/s --duration 3m", "refusals<=0 waitMax<=0.01");

    private static final String WINDOW = "--server fixed-window --rate 5000/h --headers limit-remaining-reset ";
    private static final String HOUR = "--prior 4500/h --duration 1h ";
    private static final String SMALL =
            "--server token-bucket --rate 5/s --burst 5 --start 5 --processes 1 --threads 10 --duration 5m ";
    private static final String BLIND = "--burst 60 --headers ";

    final String options;
    final String bounds;

    Benchmark(String options, String bounds) {
        this.options = options;
        this.bounds = bounds;
    }

    /** As documentation writes it. */
    String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
