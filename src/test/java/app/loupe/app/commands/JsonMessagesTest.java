package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceReader;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.text.Texts;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import testkit.cli.CommandsOverFakes;
import testkit.cli.FakeConnections;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asked for JSON finds nothing else on standard error, whatever a command has to say there. */
class JsonMessagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACME = "aaaa1111";

    @TempDir
    private Path folder;

    private CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void aBook() throws ProblemException {
        bench = new CommandsOverFakes();
        bench.connections.put(ACME, "Acme", CommandsOverFakes.NOW);
        bench.connections.apiKeyAdvised = true;
        bench.connections.unreadable = Set.of(RecordKind.PRODUCT);
        bench.reader.put(ACME, Invoices.posted(1, "INV/1", "Ann", "100", "40"));
        bench.reader.put(ACME, Invoices.invoice(2, "INV/2", MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                new Ref(8, "Ann"), "90", "90", new Ref(2, "USD"), List.of()));
        bench.warnings.add(Problem.of(ProblemCode.BOOK_RESTORED, "yesterday"));
        bench.securityChecks = () -> List.of(
                new SecurityCheck(SecurityCheck.Promise.ONLY_READ, SecurityCheck.Outcome.NOT_YET, List.of(),
                        List.of()));
    }

    /** Every command that has something to say beside its results, in all in which it has; a file where one is named. */
    private static final List<String> SAYING = List.of("", "connections", "connections list",
            "connections add", "connections add --url acme --username ann --secret-stdin", "connections test none",
            "connections edit acme --secret-stdin", "connections remove acme",
            "sync", "sync --all --full", "sync none", "verify", "invoices",
            "invoices --query overdu", "invoices --query Zzz --output FILE.jsonl", "invoices --output FILE.csv",
            "invoices --each --format pdf --output FILE", "payments --query overdu", "payments --output FILE.jsonl",
            "customers --partner Anm", "customers --output FILE.jsonl", "vendors --partner Zzz --output FILE.jsonl",
            "statement Ann", "statement Ann --currency EUR", "statement Ann --output FILE.jsonl", "statement Zzz",
            "aged --partner Anm", "aged --output FILE.jsonl", "products --product Zzz", "products --output FILE.jsonl",
            "check --output FILE.jsonl", "export --pack 2026-10 --output FILE", "export",
            "export --pack 2026-10 --output FILE.zip",
            "export --archive --from 2026-01-01 --to 2026-11-01 --output FILE.zip",
            "changes --output FILE.jsonl", "changes", "notes --output FILE.jsonl", "mark INV/1 --flag",
            "mark INV/9 --flag",
            "transfer", "transfer --output FILE", "transfer --input FILE", "mark", "overview",
            "overview --output FILE.jsonl", "nonsense", "invoices --nonsense");

    /** Whose results say all that there is. */
    private static final List<String> QUIET = List.of("connections add --sample --passphrase-stdin",
            "connections test acme", "connections edit acme --name Acne", "connections remove acme --yes", "doctor",
            "doctor acme", "security", "completion");

    static List<String> saying() {
        return SAYING;
    }

    static List<String> quiet() {
        return QUIET;
    }

    private List<String> told(String command) {
        String line = command.replace("FILE", folder.resolve("out").toString());
        bench.terminal.stdin("x\nx\n");
        bench.run(Stream.concat(Stream.of(line.split(" ")).filter(word -> !word.isEmpty()), Stream.of("--json"))
                .toArray(String[]::new));
        return bench.terminal.messages().lines().toList();
    }

    @ParameterizedTest
    @MethodSource("saying")
    void everyLineBesideTheResultsIsJson(String command) {
        assertThat(told(command)).as("says something").isNotEmpty().allSatisfy(line -> {
            JsonNode problem = JSON.readTree(line);
            assertThat(problem.get("code").asString()).isNotEmpty();
            assertThat(problem.get("title").asString()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void whatHasResultsAloneSaysNothingBesideThem(String command) {
        // what an opening put right is told by every command; this one each opening tells again
        bench.warnings.clear();
        bench.warnings.add(Problem.of(ProblemCode.STORE_SHORT, "412", "2000"));

        assertThat(told(command)).isEmpty();

        assertThat(bench.terminal.output()).isNotBlank();
        if (!command.equals("completion")) {
            assertThat(bench.terminal.output().lines()).allSatisfy(line -> JSON.readTree(line));
        }
    }

    @Test
    void whatWasNotReadYetIsToldByItsCode() throws ProblemException {
        bench.connections.put(ACME, "Acme", null);

        assertThat(told("customers")).extracting(line -> JSON.readTree(line).get("code").asString())
                .contains("not-synced-yet");
    }

    @Test
    void noCommandIsLeftOut() {
        CommandLine root = CommandLineRun.of(new Session(bench.terminal, new Texts(Locale.ENGLISH),
                Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC), action -> () -> {}, folder, bench));
        var all = new ArrayList<String>();
        root.getSubcommands().forEach((name, command) -> {
            all.add(name);
            command.getSubcommands().keySet().forEach(below -> all.add(name + " " + below));
        });

        assertThat(all).hasSizeGreaterThan(20)
                .allMatch(name -> Stream.concat(SAYING.stream(), QUIET.stream())
                        .anyMatch(line -> (line + " ").startsWith(name + " ")));
    }

    /** The exit code is 1, and so it is a problem and no remark. */
    @Test
    void whatIsMissingInAPackIsTold() {
        FakeReader all = bench.reader;
        bench.copy = (InvoiceReader) Proxy.newProxyInstance(InvoiceReader.class.getClassLoader(),
                new Class<?>[] {InvoiceReader.class}, (proxy, question, about) -> question.getName().equals("invoice")
                        ? Optional.empty()
                        : question.invoke(all, about));

        List<String> told = told("export --archive --from 2026-01-01 --to 2026-11-22 --output FILE");

        assertThat(told).anyMatch(line -> JSON.readTree(line).get("code").asString().equals("export-short"));
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldWithItsFingerprint() {
        bench.connections.probeFails = new UntrustedCertificateException(
                Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, "acme", "AB:CD"), FakeConnections.CERTIFICATE);

        assertThat(told("connections add --url acme --username ann --secret-stdin")).last().asString()
                .contains("AB:CD");
        everyLineBesideTheResultsIsJson("connections edit acme --secret-stdin");
    }

    /** What people are told of a file is nothing that a program would look for. */
    @Test
    void ofAFileThatWasWrittenNothingIsTold() {
        assertThat(told("customers --output FILE.jsonl").stream()
                .map(line -> JSON.readTree(line).get("code").asString()))
                .containsExactly("book-restored");
    }
}
