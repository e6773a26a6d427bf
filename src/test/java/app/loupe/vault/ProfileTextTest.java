package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTextTest {
    private static final ConnectionProfile FULL = new ConnectionProfile(new ConnectionId("aaaa1111"), Kind.ODOO,
            "Caf\u00e9 & Co\n100 %", LocalDate.of(2025, 1, 1), new CertificatePin("ab".repeat(32)), "", null,
            LocalDate.of(2027, 2, 28));
    private static final ConnectionProfile BARE = new ConnectionProfile(new ConnectionId("aaaa2222"), Kind.SAMPLE, "S",
            null, null, "", null);

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(ProfileText.profiles(ProfileText.text(List.of(FULL, BARE)))).contains(List.of(FULL, BARE));
    }

    @Test
    void aTextFromBeforeTheDayOfTheKeyIsRead() {
        assertThat(ProfileText.profiles("aaaa1111 ODOO Shop 2025-01-01 " + "ab".repeat(32) + "\naaaa2222 SAMPLE S  \n"))
                .hasValueSatisfying(read -> assertThat(read).extracting(ConnectionProfile::keyExpires)
                        .containsExactly(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaa1111 ODOO Shop", "aaaa1111 ODOO Shop   2027-02-31", "aaaa1111 ODOO Shop    later"})
    void anotherFormIsNone(String text) {
        assertThat(ProfileText.profiles(text)).isEmpty();
    }
}
