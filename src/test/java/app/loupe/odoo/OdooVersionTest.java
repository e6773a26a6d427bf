package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what a server calls its version only what tells versions apart is kept. */
class OdooVersionTest {
    @ParameterizedTest
    @CsvSource({"14.0, 14.0, 14, 0", "saas~18.4, saas~18.4, 18, 4", "19.0+e, 19.0+e, 19, 0", "' 17.0 ', 17.0, 17, 0",
        "17.0-20240101, 17.0, 17, 0", "18.0+e-20241201, 18.0+e, 18, 0", "19.0alpha1, 19.0, 19, 0", "16, 16, 16, 0",
        "saas-17.2, saas-17.2, 17, 2", "16.0e, 16.0, 16, 0", "saas~19.4+e, saas~19.4+e, 19, 4"})
    void theNumbersCount(String said, String text, int major, int minor) {
        assertThat(OdooVersion.parse(said)).hasValueSatisfying(version -> {
            assertThat(version.text()).isEqualTo(text);
            assertThat(version.major()).isEqualTo(major);
            assertThat(version.minor()).isEqualTo(minor);
        });
    }

    /** It stands in the log, which is kept after a connection is deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"18.0+hunter2-secret", "18.0 hunter2", "18.0+e hunter2", "18.0+electric",
        "18.0\u001b]0;x\u0007",
        "18.0\u009b31m", "18.0\u202e91"})
    void s41_whatAServerAddsIsKeptNowhere(String said) {
        assertThat(OdooVersion.parse(said)).hasValueSatisfying(
                version -> assertThat(version.text()).matches("18\\.0(\\+e)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "odoo", "v18", "12345.0", "18.0-an-answer-that-is-longer-than-any-version-is"})
    void anythingElseIsNoVersion(String said) {
        assertThat(OdooVersion.parse(said)).isEmpty();
    }
}
