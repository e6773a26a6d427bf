package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.UntrustedCertificateException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandLineBench;
import testkit.cli.FakeConnections;

class ConnectionCommandsTest {
    private static final String ACME = "aaaa1111";

    private final CommandLineBench bench = new CommandLineBench();

    private int add(String... more) {
        var arguments = new ArrayList<>(List.of("connections", "add", "--url", "https://erp.acme.example",
                "--username", "ann@acme.example"));
        arguments.addAll(List.of(more));
        return bench.run(arguments.toArray(String[]::new));
    }

    @Test
    void addReadsTheFirstLineOfStandardInputAsTheSecret() {
        bench.terminal.stdin("p@ss wörd \r\nsecond line\n");

        assertThat(add("--secret-stdin", "--database", "acme", "--name", "Acme", "--since", "2025-01-01")).isZero();

        assertThat(bench.connections.secretsSeen).containsExactly("p@ss wörd ", "p@ss wörd ");
        assertThat(bench.connections.profiles.getFirst().name()).isEqualTo("Acme");
        assertThat(bench.connections.profiles.getFirst().since()).hasToString("2025-01-01");
        assertThat(bench.terminal.output()).contains("newadded");
        assertThat(bench.terminal.messages()).contains("Odoo 19.0", "TLSv1.3", "AB:AB");
        assertThat(bench.closed).isOne();
    }

    @Test
    void addAsksAtTheTerminalAndWipesWhatWasTyped() {
        bench.terminal.typing("typed-secret");

        assertThat(add()).isZero();

        assertThat(bench.connections.secretsSeen).containsOnly("typed-secret");
        assertThat(bench.terminal.passwordsGiven).isNotEmpty()
                .allSatisfy(chars -> assertThat(chars).containsOnly('\0'));
        assertThat(bench.terminal.prompts).containsExactly("Password or API key of ann@acme.example:");
        assertThat(bench.terminal.output() + bench.terminal.messages()).doesNotContain("typed-secret");
    }

    @Test
    void addWithoutTerminalOrStandardInputSaysHow() {
        assertThat(add()).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("--secret-stdin");
        assertThat(add("--secret-stdin")).isEqualTo(2);
    }

    @Test
    void addRefusesAnEmptySecret() {
        bench.terminal.stdin("\n");

        assertThat(add("--secret-stdin")).isEqualTo(2);
        assertThat(bench.connections.profiles).isEmpty();
    }

    @Test
    void addKeepsNothingWhenTheTestFails() {
        bench.terminal.stdin("wrong\n");
        bench.connections.testFails = ProblemException.of(ProblemCode.SIGN_IN_REFUSED);

        assertThat(add("--secret-stdin")).isEqualTo(3);

        assertThat(bench.connections.profiles).isEmpty();
        assertThat(bench.terminal.messages()).contains("Odoo refused the user or the password");
    }

    @Test
    void addShowsTheFingerprintOfAnUnknownCertificateBeforeASecretIsAskedFor() {
        bench.terminal.typing("never asked for");
        bench.connections.probeFails = new UntrustedCertificateException(
                Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, "erp.acme.example"), FakeConnections.CERTIFICATE);

        assertThat(add()).isEqualTo(3);

        assertThat(bench.terminal.messages()).contains("AB:AB:AB", "CN=Acme CA");
        assertThat(bench.terminal.prompts).isEmpty();
    }

    @Test
    void addTrustsAFingerprintForThisConnection() {
        bench.terminal.stdin("x\n");

        assertThat(add("--secret-stdin", "--trust-fingerprint", "SHA256:" + "AB:".repeat(31) + "AB")).isZero();
        assertThat(bench.connections.profiles.getFirst().pin()).isNotNull();

        assertThat(add("--secret-stdin", "--trust-fingerprint", "abc")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("64 digits");
    }

    @Test
    void addFindsTheDatabaseOrSaysThatItIsNeeded() {
        bench.terminal.stdin("x\n");
        assertThat(add("--secret-stdin")).isZero();
        assertThat(bench.connections.endpoints.values()).extracting(where -> where.database()).containsExactly("acme");

        bench.connections.databases = List.of();
        assertThat(add("--secret-stdin")).isEqualTo(3);
        assertThat(bench.terminal.messages()).contains("Which database?");
    }

    @Test
    void addRefusesPlainHttpBeforeAnythingIsOpened() {
        assertThat(bench.run("connections", "add", "--url", "http://erp.acme.example", "--username", "a")).isEqualTo(2);
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void addTheSampleCompanyOrAnOdooNotBoth() {
        assertThat(bench.run("connections", "add", "--sample")).isZero();
        assertThat(bench.terminal.output()).contains("Sample company is added as sampsamp");

        assertThat(bench.run("connections", "add", "--sample", "--url", "acme")).isEqualTo(2);
        assertThat(bench.run("connections", "add")).isEqualTo(2);
        assertThat(bench.run("connections", "add", "--url", "acme")).isEqualTo(2);
    }

    @Test
    void listShowsEachConnectionAndItsAge() throws Exception {
        bench.connections.put(ACME, "Acme", CommandLineBench.NOW.minusSeconds(300));
        bench.run("connections", "add", "--sample");

        assertThat(bench.run("connections", "list", "--data-dir", "elsewhere")).isZero();

        assertThat(bench.terminal.output()).contains("aaaa1111  Acme            https://erp.acme.example  ann")
                .contains("5 min ago").contains("Sample company  -").contains("never");
        assertThat(bench.opened).endsWith(Path.of("elsewhere"));
    }

    @Test
    void listAsJsonSaysNullForWhatTheSampleDoesNotHave() {
        bench.run("connections", "add", "--sample", "--json");
        bench.run("connections", "list", "--json");

        assertThat(bench.terminal.output().lines()).containsExactly("""
                {"id":"sampsamp","name":"Sample company"}""", """
                {"id":"sampsamp","name":"Sample company","kind":"sample","url":null,"database":null,"username":null,\
                "since":null,"server_version":null,"last_synced":null,"invoices":0}""");
    }

    @Test
    void testSaysWhatWorksAndWhatMayNotBeRead() throws Exception {
        bench.connections.put(ACME, "Acme", null);

        assertThat(bench.run("connections", "test", "Acme")).isZero();
        assertThat(bench.terminal.output()).contains("Acme works: Odoo 19.0, JSON-2 over TLSv1.3");

        bench.connections.unreadable = List.of("res.partner");
        assertThat(bench.run("connections", "test", "aaaa")).isEqualTo(3);
        assertThat(bench.terminal.messages()).contains("may not read res.partner");
    }

    @Test
    void anIdIsTheIdTheNameOrAnUnambiguousBeginning() throws Exception {
        bench.connections.put(ACME, "Acme", null);
        bench.connections.put("aaab2222", "Other", null);

        assertThat(bench.run("connections", "test", "aaaa")).isZero();
        assertThat(bench.run("connections", "test", "Other")).isZero();
        assertThat(bench.run("connections", "test", "aaa")).isEqualTo(2);
        assertThat(bench.run("connections", "test", "nope")).isEqualTo(2);
        assertThat(bench.run("connections", "test", "")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("There is no such connection");
    }

    @Test
    void removeAsksAndKeepsUnlessTheAnswerIsYes() throws Exception {
        var acme = bench.connections.put(ACME, "Acme", null);
        bench.terminal.typing("no", "YES ");

        assertThat(bench.run("connections", "remove", ACME)).isEqualTo(1);
        assertThat(bench.connections.deleted).isEmpty();

        assertThat(bench.run("connections", "remove", ACME)).isZero();
        assertThat(bench.connections.deleted).containsExactly(acme.id());
        assertThat(bench.terminal.output()).contains("412 invoices and the password are gone");
    }

    @Test
    void removeInAScriptNeedsYes() throws Exception {
        bench.connections.put(ACME, "Acme", null);

        assertThat(bench.run("connections", "remove", ACME)).isEqualTo(2);
        assertThat(bench.run("connections", "remove", ACME, "--yes", "--json")).isZero();
        assertThat(bench.terminal.output()).isEqualToIgnoringNewLines("""
                {"id":"aaaa1111","invoices":412,"key_retired":true}""");
    }
}
