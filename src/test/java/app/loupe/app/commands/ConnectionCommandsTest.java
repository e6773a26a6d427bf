package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.text.Texts;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.FakeConnections;

class ConnectionCommandsTest {
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

    @ParameterizedTest
    @EnumSource(names = {"INVOICE", "JOURNAL_ITEM"})
    void addStoresNothingWhenInvoicesOrTheirLinesMayNotBeRead(RecordKind kind) {
        bench.terminal.typing("typed-secret");
        bench.connections.unreadable = Set.of(kind, RecordKind.PARTNER);

        assertThat(add()).isEqualTo(3);

        assertThat(bench.connections.profiles).isEmpty();
        assertThat(bench.terminal.messages()).contains("may not read " + kind.model());
    }

    @Test
    void addStoresAndTellsWhenOnlyContactsMayNotBeRead() {
        bench.terminal.typing("typed-secret");
        bench.connections.unreadable = Set.of(RecordKind.PARTNER);

        assertThat(add()).isZero();

        assertThat(bench.connections.profiles).hasSize(1);
        assertThat(bench.terminal.messages()).contains("may not read res.partner");
    }

    @Test
    void addWatchesForCtrlCWhileItSpeaksToTheServerAndNotWhileItAsks() {
        bench.terminal.typing("typed-secret");
        var promptsAtEachEnd = new ArrayList<Integer>();
        bench.interrupts = action -> {
            promptsAtEachEnd.add(bench.terminal.prompts.size());
            return () -> promptsAtEachEnd.add(bench.terminal.prompts.size());
        };

        assertThat(add()).isZero();

        assertThat(promptsAtEachEnd).containsExactly(0, 0, 1, 1);
    }

    @Test
    void addWithoutTerminalOrStandardInputSaysHow() {
        assertThat(add()).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("--secret-stdin");
        assertThat(add("--secret-stdin")).isEqualTo(2);
    }

    @Test
    void addFromAnInputThatCannotBeReadSaysHow() throws Exception {
        InputStream unreadable = InputStream.nullInputStream();
        unreadable.close();
        bench.terminal.stdin(unreadable);

        assertThat(add("--secret-stdin")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("There is nothing on the standard input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r\nsecret\n"})
    void addRefusesAnEmptySecret(String stdin) {
        bench.terminal.stdin(stdin);

        assertThat(add("--secret-stdin")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("There is no password");
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

    @ParameterizedTest
    @ValueSource(strings = {"foo", "", "2026-02-30", "02.03.0026", "0026-01-01", "+12026-01-01"})
    void addTakesOnlyADayThatOdooUnderstands(String day) {
        bench.terminal.stdin("x\n");

        assertThat(add("--secret-stdin", "--since", day)).isEqualTo(2);

        assertThat(bench.terminal.messages()).startsWith(
                "What is after --since is not a day. Write it as YYYY-MM-DD, for example 2026-01-31, or");
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void addAsksWhichOfTwoDaysIsMeant() {
        bench.terminal.stdin("x\n");

        assertThat(add("--secret-stdin", "--since", "03/04/2026")).isEqualTo(2);

        assertThat(bench.terminal.messages())
                .startsWith(
                        "What is after --since can be two days: 3 Apr 2026 or 4 Mar 2026. Write 2026-04-03 or 2026-03-04.");
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void addFindsTheDatabaseOrSaysThatItIsNeeded() {
        bench.terminal.stdin("x\n");
        assertThat(add("--secret-stdin")).isZero();
        assertThat(bench.connections.endpoints.values()).extracting(where -> where.database()).containsExactly("acme");

        bench.connections.databases = List.of("one", "two\u009b2J");
        assertThat(add("--secret-stdin")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("There are several databases: one, two 2J. Name one with");

        bench.connections.databases = List.of();
        assertThat(add("--secret-stdin")).isEqualTo(3);
        assertThat(bench.terminal.messages()).contains("Which database?", "--database");
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

        assertThat(bench.run("connections", "add")).isEqualTo(2);
        assertThat(bench.run("connections", "add", "--url", "acme")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--name Demo", "--url acme", "--database x", "--username ann", "--since 2026-01-01",
        "--key-expires 2027-01-01", "--key-expires never", "--secret-stdin", "--trust-fingerprint ab"})
    void nothingCanBeSaidOfTheSampleCompany(String said) {
        assertThat(bench.run(("connections add --sample " + said).split(" "))).isEqualTo(2);

        assertThat(bench.terminal.messages()).contains("--sample");
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void whatIsThereAlreadyIsNamedInWordsThatFitTheSampleToo() {
        String sentence = new Texts(Locale.ENGLISH)
                .sentence(Problem.of(ProblemCode.CONNECTION_EXISTS, "Sample company"));

        assertThat(sentence).contains("\"Sample company\"").doesNotContain("address", "password");
    }

    @Test
    void listShowsEachConnectionAndItsAge() throws Exception {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW.minusSeconds(300));
        bench.run("connections", "add", "--sample");

        assertThat(bench.run("connections", "list", "--data-dir", "elsewhere")).isZero();

        assertThat(bench.terminal.output()).contains("aaaa1111  Acme            https://erp.acme.example  ann")
                .contains("5 min ago").contains("Sample company  -").contains("never");
        assertThat(bench.opened).endsWith(Path.of("elsewhere"));
    }

    @Test
    void listSaysThatTheLastSyncFailed() throws Exception {
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW.minusSeconds(300));
        bench.connections.put("bbbb2222", "Other", CommandsOverFakes.NOW);
        var id = new ConnectionId(ACME);
        bench.lastRuns.put(id, new RunRecord(id, 2, CommandsOverFakes.NOW, CommandsOverFakes.NOW, SyncMode.CHANGES,
                new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.SIGN_IN_REFUSED))));

        bench.run("connections", "list");
        bench.run("connections", "list", "--json");

        assertThat(bench.terminal.output().lines().filter(line -> line.contains("last sync failed")))
                .singleElement().asString().startsWith(ACME);
        assertThat(
                bench.terminal.output().lines().filter(line -> line.contains("\"sync_problem\":\"sign-in-refused\"")))
                .singleElement().asString().contains(ACME);
    }

    @Test
    void listAsJsonSaysNullForWhatTheSampleDoesNotHave() {
        bench.run("connections", "add", "--sample", "--json");
        bench.run("connections", "list", "--json");

        assertThat(bench.terminal.output().lines()).containsExactly("""
                {"id":"sampsamp","name":"Sample company"}""",
                """
                        {"id":"sampsamp","name":"Sample company","kind":"sample","url":null,"database":null,"username":null,\
                        "since":null,"kept_from":null,"key_expires":null,"server_version":null,"last_synced":null,"invoices":0}""");
    }

    @Test
    void testSaysWhatWorksAndWhatMayNotBeRead() throws Exception {
        bench.connections.put(ACME, "Acme", null);

        assertThat(bench.run("connections", "test", "Acme")).isZero();
        assertThat(bench.terminal.output()).contains("Acme works: Odoo 19.0, JSON-2 over TLSv1.3");

        bench.connections.unreadable = Set.of(RecordKind.PARTNER);
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
        assertThat(bench.terminal.messages()).contains("\"aaa\" is more than one connection");
        assertThat(bench.run("connections", "test", "nope")).isEqualTo(2);
        assertThat(bench.run("connections", "test", "")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("There is no connection \"nope\"",
                "There is no connection \"\"");
    }

    @Test
    void aNameIsUnderstoodHoweverItIsWritten() throws Exception {
        bench.connections.put(ACME, "Café Nord", null);

        assertThat(bench.run("connections", "test", "cafe\u0301  NORD")).isZero();
    }

    @Test
    void twoOfOneNameAreToldAsThatWithTheirIds() throws Exception {
        bench.connections.put(ACME, "Acme", null);
        bench.connections.put("bbbb2222", "Acme", null);

        for (String typed : List.of("Acme", "acme")) {
            assertThat(bench.run("connections", "test", typed)).isEqualTo(2);
            assertThat(bench.terminal.messages().lines().toList()).last().asString()
                    .startsWith("More than one connection is called \"" + typed + "\"").contains("aaaa1111, bbbb2222")
                    .doesNotContain("beginning");
        }
        assertThat(bench.run("connections", "test", "bbbb2222")).isZero();
    }

    @Test
    void aNameThatAnotherHasIsRefusedBeforeAnybodyIsAsked() throws Exception {
        bench.connections.put(ACME, "Acme", null);
        bench.terminal.stdin("s3cret\n");

        assertThat(bench.run("connections", "add", "--url", "erp.acme.example", "--username", "ann", "--name", "ACME",
                "--secret-stdin")).isEqualTo(2);

        assertThat(bench.terminal.messages()).startsWith("A connection is called \"Acme\" already.")
                .contains("--name \"ACME 2\"");
        assertThat(bench.connections.greetings).isZero();
        assertThat(bench.connections.profiles).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connections test", "connections remove", "sync", "invoices"})
    void anUnknownIdIsRepeatedWithTheWayToTheKnownOnes(String command) throws Exception {
        bench.connections.put(ACME, "Acme", null);
        String typed = "\u001b[2Jnope" + "x".repeat(500);
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add(typed);

        assertThat(bench.run(arguments.toArray(String[]::new))).isEqualTo(2);

        assertThat(bench.terminal.messages()).startsWith("There is no connection \" [2Jnopexxxx")
                .contains("x…\"", "\"loupe connections list\" shows every connection").hasSizeLessThan(300);
        assertThat(bench.terminal.prompts).isEmpty();
    }

    @Test
    void withJsonEveryLineOfAddIsJson() {
        bench.connections.apiKeyAdvised = true;
        bench.connections.unreadable = Set.of(RecordKind.PARTNER);
        bench.terminal.stdin("x\n");

        assertThat(add("--secret-stdin", "--json")).isZero();
        assertThat(bench.terminal.messages().lines()).singleElement().asString()
                .startsWith("{\"code\":\"no-right\",");

        bench.connections.probeFails = new UntrustedCertificateException(
                Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, "erp.acme.example", FINGERPRINT),
                FakeConnections.CERTIFICATE);
        assertThat(add("--secret-stdin", "--json")).isEqualTo(3);
        assertThat(bench.terminal.messages().lines()).hasSize(2).last().asString()
                .startsWith("{\"code\":\"certificate-unknown\",").contains("The server shows " + FINGERPRINT);
    }

    @Test
    void aLostPasswordIsListedAndTheAdviceWorksAsItIsWritten() throws Exception {
        ConnectionProfile acme = bench.connections.put("bbbb1111", "Lost and found", null);
        Problem lost = Problem.of(ProblemCode.PASSWORD_LOST, acme.name(), acme.id().value());
        bench.connections.problems.put(acme.id(), List.of(lost));
        bench.warnings.add(lost);

        assertThat(bench.run("connections", "list")).isZero();
        assertThat(bench.terminal.output()).contains("password needed").contains("https://erp.acme.example");
        String advice = bench.terminal.messages();
        assertThat(advice).contains("The saved password of \"Lost and found\" is lost")
                .contains("loupe connections edit bbbb1111");

        bench.terminal.stdin("typed again\n");
        assertThat(bench.run("connections", "edit", "bbbb1111", "--secret-stdin")).isZero();
        assertThat(bench.connections.secretsSeen).containsExactly("typed again", "typed again");
        assertThat(bench.connections.problems).isEmpty();
    }
}
