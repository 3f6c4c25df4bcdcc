package org.throttleagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.benchmarks.Measured.Of;

/** What other programs write is read as it is meant. */
class MeterTest {
    @Test
    void userAndSystemTimeAreAdded() {
        double cpu = Objects.requireNonNull(Meter.times("0.031 0.012 0.040\n").get(Of.CPU_MILLIS));
        assertThat(cpu).isCloseTo(43, within(1e-9));
    }

    static Stream<Arguments> perf() {
        return Stream.of(
                arguments("# started on ...\n\n171234567,,instructions:u,1000,100.00,,\n", 171.234567),
                arguments("<not supported>,,instructions:u,0,100.00,,\n", 0.0), // a virtual machine without counters
                arguments("<not counted>,,instructions:u,0,0.00,,\n", 0.0),
                arguments("", 0.0));
    }

    @ParameterizedTest
    @MethodSource("perf")
    void instructionsAreThoseCounted(String written, double millions) {
        assertThat(Meter.instructions(written)).isEqualTo(millions);
    }

    @Test
    void aProgramMaySayWhatAPartOfItTook() {
        assertThat(Meter.marks("hello\nmark 1st 9000000\nmark 2nd 1500000\nmark 3rd 250000\n"))
                .containsOnly(
                        java.util.Map.entry(Of.SECOND_CLIENT_MILLIS, 1.5),
                        java.util.Map.entry(Of.THIRD_CLIENT_MILLIS, 0.25));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("[0.020s][info][class,load] java.lang.Object source: shared objects file\n", 1L),
                arguments("[Loaded java.lang.Object from /jdk/jre/lib/rt.jar]\nhello\n", 1L), // Java 8
                arguments("hello\n", 0L));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void classesAreCountedInTheListOfEachJdk(String list, long count) {
        assertThat(Census.classes(list)).isEqualTo(count);
    }

    @Test
    void thePeakIsTheKernelsHighWaterMark() {
        assertThat(Census.peakMegabytes("VmPeak:\t 999 kB\nVmHWM:\t   40960 kB\nVmRSS:\t 20480 kB\n"))
                .isEqualTo(40);
        assertThat(Census.peakMegabytes("State:\tZ (zombie)\n")).isZero();
    }
}
