package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.UntrustedCertificateException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Profiles;
import testkit.cli.CommandsOverFakes;
import testkit.cli.FakeConnections;

class ConnectionsEditCommandTest {
    private static final CertificatePin PIN = new CertificatePin("cd".repeat(32));

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void acme() throws Exception {
        bench.connections.put("aaaa1111", "Acme", CommandsOverFakes.NOW);
        bench.connections.profiles.replaceAll(profile -> Profiles.pinned(profile, PIN));
    }

    private int edit(String... options) {
        var arguments = new ArrayList<>(List.of("connections", "edit", "Acme"));
        arguments.addAll(List.of(options));
        return bench.run(arguments.toArray(String[]::new));
    }

    private ConnectionProfile profile() {
        return bench.connections.profiles.getFirst();
    }

    private Endpoint endpoint() {
        return bench.connections.endpoints.values().iterator().next();
    }

    @Test
    void aNameThatAnotherHasIsRefused() throws Exception {
        bench.connections.put("bbbb2222", "Other", null);

        assertThat(edit("--name", "other ", "--secret-stdin")).isEqualTo(2);

        assertThat(bench.terminal.messages()).startsWith("A connection is called \"Other\" already.")
                .contains("--name \"other 2\"");
        assertThat(profile().name()).isEqualTo("Acme");
        assertThat(bench.connections.greetings).isZero();
        assertThat(edit("--name", "ACME")).isZero();
        assertThat(profile().name()).isEqualTo("ACME");
    }

    @Test
    void aNameAndADayAreChangedWithoutPasswordAndNetwork() {
        assertThat(edit("--name", "Acme Trading", "--key-expires", "2027-02-28")).isZero();

        assertThat(profile().name()).isEqualTo("Acme Trading");
        assertThat(profile().keyExpires()).hasToString("2027-02-28");
        assertThat(profile().pin()).isEqualTo(PIN);
        assertThat(bench.terminal.output()).contains("Acme Trading is changed. Its invoices stay.");
        assertThat(bench.connections.secretsSeen).isEmpty();
        assertThat(bench.connections.greetings).isZero();
        assertThat(bench.connections.storedTests).isEmpty();
        assertThat(bench.terminal.prompts).isEmpty();
    }

    /** Today is the last day of a key that still signs in. */
    @Test
    void aDayThatIsOverIsRefused() {
        assertThat(edit("--key-expires", "2026-11-23")).isZero();

        assertThat(edit("--key-expires", "2026-11-22")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.run("connections", "add", "--url", "acme", "--username", "ann", "--secret-stdin",
                "--key-expires", "2025-02-28")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages().lines()).hasSize(2)
                .allMatch(line -> line.startsWith("The day given with --key-expires is over."));
        assertThat(profile().keyExpires()).hasToString("2026-11-23");
    }

    @Test
    void aDayIsListedAndTakenAwayAgain() {
        edit("--key-expires", "2027-02-28");
        assertThat(bench.run("connections", "list")).isZero();
        assertThat(bench.terminal.output()).contains("KEY UNTIL").contains("28 Feb 2027");
        bench.run("connections", "list", "--json");
        assertThat(bench.terminal.output()).contains("\"key_expires\":\"2027-02-28\"");

        assertThat(edit("--key-expires", "never")).isZero();

        assertThat(profile().keyExpires()).isNull();
    }

    @Test
    void theDayOfTheFormerKeyGoesWithItAndThatIsSaid() {
        edit("--key-expires", "2027-02-28");
        bench.terminal.stdin("another\n");

        assertThat(edit("--secret-stdin")).isZero();

        assertThat(profile().keyExpires()).isNull();
        assertThat(bench.terminal.output()).containsOnlyOnce("is dropped")
                .contains("loupe connections edit aaaa1111 --key-expires YYYY-MM-DD");
    }

    @ParameterizedTest
    @CsvSource({"2027-08-28, 2027-08-28", "never, "})
    void aDayThatComesWithTheNewKeyIsNotedAndNothingIsSaidOfTheFormer(String typed, @Nullable String noted) {
        edit("--key-expires", "2027-02-28");
        bench.terminal.stdin("another\n");

        assertThat(edit("--secret-stdin", "--key-expires", typed)).isZero();

        assertThat(Objects.toString(profile().keyExpires(), null)).isEqualTo(noted);
        assertThat(bench.terminal.output()).doesNotContain("is dropped");
    }

    @Test
    void withoutANewKeyTheDayStays() {
        edit("--key-expires", "2027-02-28");

        assertThat(edit("--name", "Acme Trading")).isZero();

        assertThat(profile().keyExpires()).hasToString("2027-02-28");
        assertThat(bench.terminal.output()).doesNotContain("is dropped");
    }

    @ParameterizedTest
    @CsvSource({"--url, https://new.acme.example", "--database, books", "--username, bert"})
    void anotherPlaceTakesThePasswordAgainAndTestsIt(String option, String value) {
        bench.terminal.stdin("another\n");

        assertThat(edit(option, value, "--secret-stdin")).isZero();

        assertThat(endpoint().address().url() + endpoint().database() + endpoint().username()).contains(value);
        assertThat(bench.connections.secretsSeen).containsExactly("another", "another");
        assertThat(profile().id().value()).isEqualTo("aaaa1111");
        // the certificate was trusted for that address
        assertThat(profile().pin()).isEqualTo(option.equals("--url") ? null : PIN);
    }

    @Test
    void aPasswordIsAskedForWhereTheNewPlaceNeedsOneAndWhereNothingElseIsSaid() {
        bench.terminal.typing("typed-secret", "typed-secret");
        assertThat(edit("--username", "bert")).isZero();
        assertThat(edit()).isZero();

        assertThat(bench.terminal.prompts).containsExactly("Password or API key of bert:",
                "Password or API key of bert:");
        assertThat(bench.connections.secretsSeen).hasSize(4).containsOnly("typed-secret");
        assertThat(bench.terminal.passwordsGiven).isNotEmpty()
                .allSatisfy(chars -> assertThat(chars).containsOnly('\0'));
        assertThat(bench.terminal.output() + bench.terminal.messages()).doesNotContain("typed-secret");
    }

    @Test
    void aCertificateIsTrustedAfterATestWithTheStoredPassword() {
        String fingerprint = FakeConnections.CERTIFICATE.fingerprint().display();

        assertThat(edit("--trust-fingerprint", fingerprint)).isZero();

        assertThat(bench.connections.storedTests).containsExactly(FakeConnections.CERTIFICATE.fingerprint());
        assertThat(profile().pin()).isEqualTo(FakeConnections.CERTIFICATE.fingerprint());
        assertThat(bench.connections.secretsSeen).isEmpty();
    }

    @Test
    void aStrangeCertificateIsShownWithTheOptionToTrustItAndNothingIsChanged() {
        bench.connections.probeFails = new UntrustedCertificateException(
                Problem.of(ProblemCode.CERTIFICATE_CHANGED, "erp.acme.example", "AB:CD"), FakeConnections.CERTIFICATE);
        bench.terminal.stdin("another\n");

        assertThat(edit("--secret-stdin")).isEqualTo(3);

        assertThat(bench.terminal.messages()).contains("SHA-256: AB:AB", "run this command again")
                .contains("is not the one you trusted").containsOnlyOnce("The server shows AB:CD.");
        assertThat(bench.connections.secretsSeen).isEmpty();
        assertThat(profile().pin()).isEqualTo(PIN);
    }

    @Test
    void aFingerprintThatIsNotTheServersIsSaidToBeTheOneThatWasGiven() {
        bench.connections.testFails = new UntrustedCertificateException(
                Problem.of(ProblemCode.CERTIFICATE_CHANGED, "erp.acme.example", "AB:CD"), FakeConnections.CERTIFICATE);

        assertThat(edit("--trust-fingerprint", "12".repeat(32))).isEqualTo(3);

        assertThat(bench.terminal.messages()).contains("The fingerprint you gave is not that of erp.acme.example")
                .doesNotContain("you trusted");
        assertThat(profile().pin()).isEqualTo(PIN);
    }

    @Test
    void anotherBookIsRefusedWithTheWayOut() {
        bench.connections.editFails = ProblemException.of(ProblemCode.BOOKS_DIFFER, "0", "30");
        bench.terminal.stdin("another\n");

        assertThat(edit("--database", "books", "--secret-stdin")).isEqualTo(3);

        assertThat(bench.terminal.messages()).contains("These are not the same books", "loupe connections add --help");
    }

    @Test
    void aUserWhoMayNotReadInvoicesIsNotKept() {
        bench.connections.unreadable = Set.of(RecordKind.INVOICE);
        bench.terminal.stdin("another\n");

        assertThat(edit("--username", "bert", "--secret-stdin")).isEqualTo(3);

        assertThat(endpoint().username()).isEqualTo("ann");
    }

    @Test
    void aLostAddressIsTypedWholeOrNotAtAll() {
        bench.connections.endpoints.clear();
        bench.terminal.stdin("another\nanother\n");

        assertThat(edit("--secret-stdin")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("--url, --database and --username");
        assertThat(edit("--url", "acme", "--database", "acme", "--username", "ann", "--secret-stdin")).isZero();

        assertThat(endpoint().username()).isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--key-expires=soon", "--key-expires=2027-02-31", "--key-expires=+12027-02-03",
        "--since=soon", "--since=2024-02-31", "--since=+12027-02-03", "--since=never",
        "--trust-fingerprint=AB", "--url=http://plain.example"})
    void whatMakesNoSenseIsToldBeforeAnythingIsOpened(String option) {
        assertThat(edit(option)).isEqualTo(2);

        assertThat(bench.terminal.messages()).doesNotContain("12027", "soon", "cli.");
        assertThat(bench.opened).isEmpty();
    }

    private void keptFrom(LocalDate day) {
        bench.connections.profiles
                .replaceAll(profile -> profile.edited(new ConnectionDetails(endpoint(), "", PIN, null),
                        day));
    }

    @ParameterizedTest
    @CsvSource({"2023-07-01, 2023-07-01", "all, "})
    void theFirstDayMovesBackOrGoesWithoutPasswordAndNetworkAndIsFollowedByTheNextStep(String typed,
            @Nullable String day) {
        keptFrom(LocalDate.of(2025, 1, 1));

        assertThat(edit("--since", typed)).isZero();

        assertThat(Objects.toString(profile().since(), null)).isEqualTo(day);
        assertThat(bench.terminal.output()).contains("Acme is changed.", "\"loupe sync aaaa1111\" brings it");
        assertThat(bench.connections.greetings).isZero();
        assertThat(bench.terminal.prompts).isEmpty();
    }

    @Test
    void aLaterFirstDayIsRefusedBeforeAPasswordIsAskedForAndTheWayOutIsSaid() {
        keptFrom(LocalDate.of(2025, 1, 1));

        assertThat(edit("--since", "2025-01-02", "--username", "bert")).isEqualTo(2);

        assertThat(bench.terminal.messages()).contains("Loupe keeps more of \"Acme\" than that",
                "loupe connections remove aaaa1111");
        assertThat(bench.terminal.prompts).isEmpty();
        assertThat(profile().since()).hasToString("2025-01-01");
    }

    @Test
    void theFirstDayStaysWhereNothingIsSaidOfIt() {
        keptFrom(LocalDate.of(2025, 1, 1));

        assertThat(edit("--name", "Acme Trading")).isZero();

        assertThat(profile().since()).hasToString("2025-01-01");
        assertThat(bench.terminal.output()).doesNotContain("More is to be kept");
    }

    @Test
    void theSampleCompanyIsNotEditedAndNeitherIsAStranger() {
        bench.run("connections", "add", "--sample");

        assertThat(bench.run("connections", "edit", "sampsamp", "--name", "Mine")).isEqualTo(2);
        assertThat(bench.run("connections", "edit", "nobody", "--name", "Mine")).isEqualTo(2);

        assertThat(bench.connections.profiles).noneMatch(profile -> profile.name().equals("Mine"));
    }

    @Test
    void addTakesADay() {
        bench.terminal.stdin("x\n");

        assertThat(bench.run("connections", "add", "--url", "https://new.acme.example", "--username", "ann",
                "--key-expires", "2027-02-28", "--secret-stdin")).isZero();

        assertThat(bench.connections.profiles.getLast().keyExpires()).hasToString("2027-02-28");
    }

    @Test
    void withJsonTheChangedConnectionIsOneObject() {
        assertThat(edit("--key-expires", "2027-02-28", "--json")).isZero();

        assertThat(bench.terminal.output().strip())
                .isEqualTo(
                        "{\"id\":\"aaaa1111\",\"name\":\"Acme\",\"since\":null,\"kept_from\":null,\"key_expires\":\"2027-02-28\"}");
    }
}
