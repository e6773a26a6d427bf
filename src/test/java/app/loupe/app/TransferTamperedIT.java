package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Made;
import app.loupe.domain.VaultFact;
import app.loupe.transfer.TransferFile;
import app.loupe.vault.TransferKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeOdoo;

/** A row of the vault that somebody changed does not go to another computer as if it were right. */
class TransferTamperedIT {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";
    private static final String EVIL = "https://evil.example.com";

    @TempDir
    Path temporary;

    private FakeOdoo odoo;
    private WholeLoupe here;
    private WholeLoupe there;
    private ConnectionId changed;
    private String name = "";

    @BeforeEach
    void start() throws ProblemException {
        odoo = FakeOdoo.start(FakeOdoo.Version.V19);
        here = new WholeLoupe(temporary.resolve("here"));
        there = new WholeLoupe(temporary.resolve("there"));
        try (OpenLoupe loupe = here.open(); Secret secret = Secret.ofChars("other-key")) {
            ConnectionProfile books = add(loupe, odoo, FakeOdoo.API_KEY);
            changed = books.id();
            name = books.name();
            loupe.connections().add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://other.example.com"), "prod", "ann"), "Other", null, null),
                    secret, null);
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private Path file() {
        return temporary.resolve("moved.transfer");
    }

    private Made make(OpenLoupe loupe) throws ProblemException {
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            return loupe.transfers().make(file(), false, phrase, new CancelToken(), (done, of) -> {});
        }
    }

    private Brought bring(OpenLoupe loupe) throws ProblemException {
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            return loupe.transfers().bring(file(), phrase, new CancelToken(), (done, of) -> {});
        }
    }

    /** What the file carries of each connection. */
    private void assertCarried(int connections) throws ProblemException {
        try (Secret phrase = Secret.ofChars(PHRASE);
                TransferFile opened = TransferFile.open(file(), TransferKey::of, phrase, new CancelToken())) {
            assertThat(opened.content().connections()).hasSize(connections).allSatisfy(one -> {
                Secret password = one.password();
                if (one.details().name().equals("Other")) {
                    assertThat(new String(Objects.requireNonNull(password).bytes(), StandardCharsets.UTF_8))
                            .isEqualTo("other-key");
                } else {
                    assertThat(password).isNull();
                    assertThat(one.details().endpoint()).isEqualTo(odoo.endpoint());
                }
            });
        }
    }

    /** Where there is no ledger that undoes it: whether row or seal is right nobody knows, so neither goes. */
    @ParameterizedTest
    @ValueSource(strings = {"url = '" + EVIL + "'", "username = 'mallory'", "database = 'other'"})
    void aRowThatIsAnotherThanItsSealSaysStaysHereAndIsCounted(String change) throws Exception {
        here.tamper("UPDATE odoo_connections SET " + change + " WHERE id = '" + changed.value() + "'");
        here.loseTheLedger();
        try (OpenLoupe loupe = here.open()) {
            assertThat(make(loupe)).extracting(Made::connections, Made::withoutPassword, Made::left)
                    .containsExactly(1, 0, List.of(name));
        }
        assertCarried(1);

        try (OpenLoupe loupe = there.open()) {
            assertThat(bring(loupe).added()).extracting(ConnectionDetails::name).containsExactly("Other");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE odoo_connections SET url = 'no address' WHERE id = '%s'",
        "UPDATE odoo_connections SET encrypted_password = (SELECT encrypted_password FROM odoo_connections "
                + "WHERE username = 'ann' AND url LIKE '%%other%%') WHERE id = '%1$s'",
        "UPDATE odoo_connections SET encrypted_password = CONCAT(SUBSTRING(encrypted_password FROM 1 FOR 40), "
                + "CASE SUBSTRING(encrypted_password FROM 41 FOR 1) WHEN 'A' THEN 'B' ELSE 'A' END, "
                + "SUBSTRING(encrypted_password FROM 42)) WHERE id = '%s'"})
    void aRowWithAnotherPasswordGoesWithoutAnyToItsOwnAddress(String sql) throws Exception {
        here.tamper(sql.formatted(changed.value()));
        here.loseTheLedger();
        try (OpenLoupe loupe = here.open()) {
            assertThat(make(loupe)).extracting(Made::connections, Made::withoutPassword, Made::left)
                    .containsExactly(2, 1, List.of());
        }
        assertCarried(2);

        try (OpenLoupe loupe = there.open()) {
            Brought brought = bring(loupe);
            assertThat(brought.withoutPassword()).isOne();
            assertThat(brought.added()).extracting(ConnectionDetails::endpoint).hasSize(2).contains(odoo.endpoint());
            ConnectionId id = loupe.connections().list().stream()
                    .filter(profile -> !profile.name().equals("Other")).findFirst().orElseThrow().id();
            assertThat(loupe.connections().problems()).containsOnlyKeys(id);
            assertThat(loupe.connections().problems().get(id)).extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.PASSWORD_LOST);
        }
    }

    /** Nothing vouches for an address then: it stays here, and the count says so. */
    @Test
    void whereNoSealVouchesForTheAddressTheConnectionStaysHere() throws Exception {
        here.tamper("UPDATE odoo_connections SET url = '" + EVIL + "' WHERE id = '" + changed.value() + "'");
        here.tamper("UPDATE vault_meta SET \"VALUE\" = 'AAAA' WHERE name = '"
                + VaultFact.PROFILES.key() + "'");
        here.loseTheLedger();
        try (OpenLoupe loupe = here.open()) {
            Made made = make(loupe);
            assertThat(made.connections() + made.left().size()).isEqualTo(2);
            assertThat(made.left()).contains(name);
        }

        try (OpenLoupe loupe = there.open()) {
            assertThat(bring(loupe).added()).extracting(one -> one.endpoint().address().url()).doesNotContain(EVIL);
        }
    }
}
