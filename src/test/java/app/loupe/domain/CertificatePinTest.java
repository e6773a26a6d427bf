package app.loupe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePinTest {
    private static final String PAIRS = "AB:".repeat(31) + "AB";

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:", "SHA-256:", "sha256=", "sha256 Fingerprint=", "SHA256 Fingerprint="})
    void isReadAsPeopleAndProgramsWriteIt(String before) {
        assertThat(CertificatePin.parse(" " + before + PAIRS + "\n").sha256()).isEqualTo("ab".repeat(32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1 Fingerprint=", "x", "md5:", "Fingerprint "})
    void whatIsNoneIsRefused(String before) {
        assertThatThrownBy(() -> CertificatePin.parse(before + PAIRS)).isInstanceOf(IllegalArgumentException.class);
    }
}
