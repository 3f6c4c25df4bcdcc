package org.throttleagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void whatIsSaidWinsOverQuick() {
        Options options = Options.parse("--rounds", "2", "--quick", "--arms", "empty,ours,before=old.jar");

        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.censuses()).isEqualTo(1);
        assertThat(options.arms()).extracting(Arm::name).containsExactly("empty", "ours", "before");
        assertThat(options.arms().get(2).jar()).hasFileName("old.jar");
        assertThat(options.jdks())
                .extracting(Jdk::version)
                .containsExactly(Runtime.version().feature());
    }

    @Test
    void whatIsMisspeltIsRefused() {
        assertThatThrownBy(() -> Options.parse("--programs", "hello,okttp")).hasMessageContaining("hello,okttp");
        assertThatThrownBy(() -> Options.parse("--arms", "our")).hasMessageContaining("no arm is called our");
        assertThatThrownBy(() -> Options.parse("--rounds")).hasMessageContaining("lacks its value");
    }
}
