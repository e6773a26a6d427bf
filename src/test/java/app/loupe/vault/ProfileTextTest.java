package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Endpoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        Endpoint endpoint = Rows.endpoint("https://erp.acme.example", "caf\u00e9 & co", "a b%@acme.example");
        var kept = new KeptConnections(List.of(FULL, BARE), Map.of(FULL.id(), endpoint));

        assertThat(ProfileText.read(ProfileText.text(kept))).contains(kept);
    }

    @Test
    void aTextFromBeforeTheDayOfTheKeyIsRead() {
        assertThat(ProfileText.read("aaaa1111 ODOO Shop 2025-01-01 " + "ab".repeat(32) + "\naaaa2222 SAMPLE S  \n"))
                .hasValueSatisfying(read -> assertThat(read.profiles()).extracting(ConnectionProfile::keyExpires)
                        .containsExactly(null, null));
    }

    @Test
    void aTextFromBeforeTheAddressIsReadWithoutOne() {
        assertThat(ProfileText.read("aaaa1111 ODOO Shop   2027-02-28\n")).hasValueSatisfying(read -> {
            assertThat(read.profiles()).extracting(ConnectionProfile::keyExpires)
                    .containsExactly(LocalDate.of(2027, 2, 28));
            assertThat(read.endpoints()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaa1111 ODOO Shop", "aaaa1111 ODOO Shop   2027-02-31", "aaaa1111 ODOO Shop    later",
        "aaaa1111 ODOO Shop    https%3A%2F%2Ferp.acme.example", "aaaa1111 ODOO Shop    http%3A%2F%2Fx db me"})
    void anotherFormIsNone(String text) {
        assertThat(ProfileText.read(text)).isEmpty();
    }
}
