package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SipHashTest {
    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Test
    void givesTheValuesOfItsPaper() {
        SipHash hash = new SipHash(counting(16));
        assertThat(hash.hash(counting(15))).as("appendix A").isEqualTo(0xa129ca6149be45e5L);
        assertThat(hash.hash(counting(0))).as("reference vector 0").isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(hash.hash(counting(8))).as("reference vector 8").isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void dependsOnTheKey() {
        byte[] other = counting(16);
        other[15] = 99;
        assertThat(new SipHash(other).hash("text")).isNotEqualTo(new SipHash(counting(16)).hash("text"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SipHash(counting(15)))
                .withMessageContaining("15");
    }
}
