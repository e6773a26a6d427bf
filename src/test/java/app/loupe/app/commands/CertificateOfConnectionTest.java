package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.UntrustedCertificateException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.FakeConnections;

/** What is said of a certificate that is not trusted, and how it comes to be. */
class CertificateOfConnectionTest {
    private static final String ACME = "aaaa1111";

    private static final String FINGERPRINT = "AB:".repeat(31) + "AB";

    private final CommandsOverFakes bench = new CommandsOverFakes();

    private int add(String... more) {
        var arguments = new ArrayList<>(List.of("connections", "add", "--url", "https://erp.acme.example",
                "--username", "ann@acme.example"));
        arguments.addAll(List.of(more));
        return bench.run(arguments.toArray(String[]::new));
    }

    @Test
    void addShowsTheFingerprintOfAnUnknownCertificateBeforeASecretIsAskedFor() {
        bench.terminal.typing("never asked for");
        bench.connections.probeFails = new UntrustedCertificateException(
                Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, "erp.acme.example", FINGERPRINT),
                FakeConnections.CERTIFICATE);

        assertThat(add()).isEqualTo(3);

        assertThat(bench.terminal.messages()).contains("SHA-256: " + FINGERPRINT, "CN=Acme CA", "somebody in between")
                .contains("The server shows " + FINGERPRINT + ". Only if")
                .endsWith("run this command again with --trust-fingerprint and the fingerprint that you found out.\n")
                .doesNotContain("--trust-fingerprint AB");
        assertThat(bench.terminal.prompts).isEmpty();
    }

    @Test
    void theFingerprintThatIsShownIsTheOneThatCanBeTyped() {
        bench.terminal.stdin("x\n");

        assertThat(add("--secret-stdin", "--trust-fingerprint", FINGERPRINT)).isZero();
        assertThat(bench.connections.profiles.getFirst().pin())
                .isEqualTo(FakeConnections.CERTIFICATE.fingerprint());
    }

    @Test
    void addWithAnotherFingerprintThanTheServersSaysSoAndNotThatItWasRenewed() {
        bench.connections.probeFails = ProblemException.of(ProblemCode.CERTIFICATE_CHANGED, "erp.acme.example",
                FINGERPRINT);

        assertThat(add("--trust-fingerprint", "cd".repeat(32))).isEqualTo(3);
        assertThat(bench.terminal.messages())
                .startsWith("The fingerprint you gave is not that of erp.acme.example.")
                .contains("another SHA-256 fingerprint: " + FINGERPRINT, "openssl x509")
                .doesNotContain("you trusted", "--trust-fingerprint");
    }

    @ParameterizedTest
    @EnumSource(names = {"CERTIFICATE_CHANGED", "CERTIFICATE_UNKNOWN"})
    void aCertificateThatIsNoLongerTrustedIsShownWithWhatToDo(ProblemCode code) throws Exception {
        bench.connections.put(ACME, "Acme", null);
        var problem = Problem.of(code, "erp.acme.example", FINGERPRINT);
        bench.connections.testFails = new ProblemException(problem);
        bench.connections.probeFails = new ProblemException(problem);
        bench.runner = (id, mode, cancel, progress) -> new SyncReport.Failed(SyncCounts.NONE, problem);
        String advice = "with --trust-fingerprint and the fingerprint that you found out.";

        assertThat(bench.run("connections", "test", ACME)).isEqualTo(3);
        assertThat(bench.terminal.messages()).containsOnlyOnce(advice + "\n");
        assertThat(bench.terminal.messages()).contains("edit this connection (\"loupe connections edit ID\"");
        assertThat(bench.run("sync", ACME)).isEqualTo(3);
        assertThat(bench.terminal.messages().split(advice, -1)).hasSize(3);
        assertThat(bench.run("sync", ACME, "--json")).isEqualTo(3);
        assertThat(bench.terminal.output()).contains(advice + "\"}");
    }

    @Test
    void addTrustsAFingerprintForThisConnection() {
        bench.terminal.stdin("x\n");

        assertThat(add("--secret-stdin", "--trust-fingerprint", "SHA256:" + "AB:".repeat(31) + "AB")).isZero();
        assertThat(bench.connections.profiles.getFirst().pin()).isNotNull();

        assertThat(add("--secret-stdin", "--trust-fingerprint", "abc")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("64 digits");
    }
}
