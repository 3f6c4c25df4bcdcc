package org.throttleagent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code retry} and {@code per} may say. */
class PoliciesTest {
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "'refused,503', true,  503, true,  'refused,503'",
        "'refused,503', true,  500, false, 'refused,503'",
        "'503, 502',    false, 502, true,  '502,503'",
        "refused,       true,  503, false, refused",
        "off,           false, 503, false, off",
    })
    void retry(String text, boolean onRefusal, int status, boolean onStatus, String shown) {
        RetryPolicy policy = RetryPolicy.parse(text);
        assertThat(policy.onRefusal()).isEqualTo(onRefusal);
        assertThat(policy.onStatus(status)).isEqualTo(onStatus);
        assertThat(policy).hasToString(shown).isEqualTo(RetryPolicy.parse(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "refused,", "off,503", "200", "5xx", "600", "0503", "-503", "refused 503"})
    void whatIsNoRetryPolicyIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.parse(text))
                .withMessageContaining("comma list of refused and statuses from 400 to 599, or off");
    }

    @Test
    void per() {
        Per per = Per.parse("credential, method,header:X-Tenant,segment:2");
        assertThat(per.host()).isFalse();
        assertThat(per.credential()).isTrue();
        assertThat(per.method()).isTrue();
        assertThat(per.headers()).containsExactly("x-tenant");
        assertThat(per.segments()).containsExactly(2);
        assertThat(Per.parse("host").isDefault())
                .as("what somebody wrote is no default")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hosts",
                "host,",
                "header:",
                "header:a b",
                "header",
                "segment:0",
                "segment:x",
                "segment:",
                "segment:100"
            })
    void whatIsNoListOfThingsSharedIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Per.parse(text))
                .withMessageContaining("host, credential, rule, method, header:NAME and segment:N");
    }
}
