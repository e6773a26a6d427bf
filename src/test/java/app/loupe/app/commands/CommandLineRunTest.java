package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.EnumKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.review.SearchExample;
import app.loupe.text.Texts;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import testkit.cli.CommandsOverFakes;
import testkit.cli.ScriptedTerminal;

class CommandLineRunTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    private static List<CommandLine> everyCommand() {
        var session = new Session(new ScriptedTerminal(), new Texts(Locale.ENGLISH), Clock.systemUTC(),
                action -> () -> {}, Path.of("x"), new CommandsOverFakes());
        var all = new ArrayList<>(List.of(CommandLineRun.of(session)));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).getSubcommands().values());
        }
        return all;
    }

    /** The window's help shows the same enum from the same bundle: one source for both. */
    @ParameterizedTest
    @ValueSource(strings = {"invoices", "payments"})
    void theHelpShowsEveryWordOfTheSearchThatTheWindowShows(String command) {
        assertThat(bench.run(command, "--help")).isZero();

        Texts texts = new Texts(Locale.ENGLISH);
        for (SearchExample example : SearchExample.values()) {
            String key = EnumKey.of(example);
            assertThat(bench.terminal.output().lines())
                    .anyMatch(line -> line.startsWith("  " + texts.get("invoices.search.example." + key) + "  ")
                            && line.endsWith(texts.get("invoices.search.meaning." + key)));
        }
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void s45_noOptionOfAnyCommandTakesASecretAsItsValue() {
        for (CommandLine command : everyCommand()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                // a day, and what is none is refused without being repeated
                boolean day = option.longestName().equals("--key-expires");
                boolean secret = !day && option.longestName().matches(".*(secret|pass|key|token).*");
                assertThat(secret && option.arity().max() > 0).as(option.longestName()).isFalse();
                assertThat(Objects.toString(option.defaultValue(), "")).doesNotContain("env:", "sys:");
            }
        }
    }

    /** A statement alone has another last day: that as of which it is asked, so a first day of its own, too. */
    @Test
    void daysAreNamedInOneWay() {
        List<CommandLine> between = everyCommand().stream()
                .filter(command -> command.getCommandSpec().findOption("--from") != null
                        && !(command.getCommand() instanceof StatementCommand))
                .toList();

        assertThat(between).hasSizeGreaterThan(5).allSatisfy(command -> assertThat(List.of("--from", "--to"))
                .as(command.getCommandName())
                .extracting(name -> command.getCommandSpec().findOption(name).userObject().toString())
                .allMatch(field -> field.contains(DaysOption.class.getName())));
    }

    @Test
    void s45_aFileNamedWithAtIsNotReadAsArguments() {
        assertThat(everyCommand().getFirst().isExpandAtFiles()).isFalse();
    }

    @Test
    void s45_aSecretInTheWayOfAnArgumentIsRefused() {
        for (String attempt : List.of("--secret=x", "--password=x", "--api-key=x", "--secret-stdin=x",
                "--passphrase=x")) {
            assertThat(bench.run("connections", "add", "--url", "acme", "--username", "a", attempt)).as(attempt)
                    .isEqualTo(2);
        }
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void everyCommandAndOptionExplainsItself() {
        for (CommandLine command : everyCommand()) {
            String name = command.getCommandSpec().qualifiedName();
            String help = command.getUsageMessage();
            assertThat(command.getHelp().header().strip()).as(name).isNotEmpty();
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(option.description()).as(name + " " + option.longestName()).isNotEmpty();
            }
            command.getCommandSpec().positionalParameters()
                    .forEach(argument -> assertThat(argument.description()).as(name).isNotEmpty());
            assertThat(help).as(name).doesNotContain("%n", "${");
        }
    }

    @Test
    void everyCommandButTheGroupsHasDataDirAndJson() {
        for (CommandLine command : everyCommand()) {
            if (command.getSubcommands().isEmpty()) {
                assertThat(command.getCommandSpec().optionsMap()).containsKeys("--data-dir", "--json", "--help");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data-dir elsewhere connections list --json",
        "connections --data-dir elsewhere --json list",
        "--json connections list --data-dir=elsewhere", "connections list --json --data-dir elsewhere",
        "--data-dir other connections --json list --data-dir elsewhere"})
    void whatAllCommandsShareStandsBeforeTheirNameOrAfterIt(String line) throws ProblemException {
        bench.connections.put("aaaa1111", "Acme", CommandsOverFakes.NOW);

        assertThat(bench.run(line.split(" "))).isZero();

        assertThat(bench.opened).containsExactly(Path.of("elsewhere"));
        assertThat(bench.terminal.output()).startsWith("{\"id\":\"aaaa1111\"");
    }

    @Test
    void helpVersionAndCompletionOpenNothing() {
        assertThat(bench.run("--help")).isZero();
        assertThat(bench.run("--version")).isZero();
        assertThat(bench.run("sync", "--help")).isZero();
        assertThat(bench.run("completion")).isZero();

        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.output()).contains("Loupe keeps a sealed", "Loupe development",
                "Bring the copy up to date", "complete -F");
    }

    @Test
    void theExitCodesOfTheHelpAreThoseOfTheDocument() throws Exception {
        List<String> documented = Files.readAllLines(Path.of("docs", "commands.md")).stream()
                .filter(line -> line.matches("\\| [0-9]+ \\| .*"))
                .map(line -> line.replaceAll("^\\| | \\|$", "").replaceFirst(" \\| ", " ")).toList();

        bench.run("--help");

        assertThat(documented).hasSize(7);
        assertThat(bench.terminal.output().replaceAll("\\s+", " "))
                .contains("Exit codes: " + String.join(" ", documented));
    }

    @Test
    void aGroupAloneAndAnUnknownCommandAreMistakes() {
        assertThat(bench.run("connections")).isEqualTo(2);
        assertThat(bench.run("synk")).isEqualTo(2);
        assertThat(bench.run("sync", "--bogus")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("sync").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({"KEYRING_LOCKED, 4", "UNSAFE_JVM_SWITCH, 4", "DATA_FOLDER_UNUSABLE, 2", "DATA_FOLDER_READ_ONLY, 2",
        "ALREADY_OPEN, 2"})
    void whatOpeningRefusesDecidesTheExitCode(ProblemCode code, int exit) {
        bench.openFails = ProblemException.of(code, "x");

        assertThat(bench.run("invoices")).isEqualTo(exit);
        assertThat(bench.terminal.messages()).contains(new Texts(Locale.ENGLISH).title(bench.openFails.problem()));
    }

    @Test
    void whatOneSentenceSaysHasItsThreePartsInJson() {
        bench.openFails = ProblemException.of(ProblemCode.ALREADY_OPEN);

        bench.run("sync", "--json");

        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"already-open\",").contains(
                "\"title\":\"Another Loupe is using this data folder\"",
                "\"text\":\"It is a window that is open, or a command",
                "\"advice\":\"Do it in that window or close it, or wait until the other command has ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connections add --password HUNTER2", "connections add --password=HUNTER2",
        "connections add --secret-stdin=HUNTER2", "connections add --secret-stdin HUNTER2", "connections add -pHUNTER2",
        "connections add -p HUNTER2", "connections add --HUNTER2", "connections add --name x --name HUNTER2",
        "connections add --since HUNTER2", "connections add --since 2026-02-30", "connections add --json=HUNTER2",
        "connections add --url", "connections add --name --sample", "connections test", "connections test a HUNTER2",
        "connections remove --yes=HUNTER2", "connections HUNTER2", "sync a HUNTER2", "sync --api-key HUNTER2",
        "sync --data-dir", "invoices --format HUNTER2", "invoices --format", "doctor a HUNTER2", "security HUNTER2",
        "completion HUNTER2", "--password HUNTER2 sync", "HUNTER2"})
    void whatCannotBeUnderstoodIsSaidInWordsAndNeverRepeated(String line) {
        assertThat(bench.run(line.split(" "))).isEqualTo(2);

        assertThat(bench.terminal.messages()).doesNotContain("HUNTER2", "UNTER2", "java.", "Exception", "{", "null")
                .matches("(?s)[^\\n]+\\. Type \"loupe[a-z ]* --help\" to see what it takes\\.\\R");
        assertThat(bench.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"connections add --since foo, 'What is after --since is not a day. Write it as YYYY-MM-DD,'",
        "connections add --password x, '\"loupe connections add\" has no option --password. A password or API key is'",
        "connections add --secret-stdin=x, '--secret-stdin stands alone; nothing is put behind it. A password or API'",
        "sync --token x, '\"loupe sync\" has no option --token. A password or API key is never typed into a command'",
        "sync --bogus, '\"loupe sync\" has no option --bogus. Type \"loupe sync --help\"'",
        "sync --ful, '\"loupe sync\" has no option --ful. Perhaps you mean: --full. Type'",
        "synk, '\"loupe\" has no command of this name. Perhaps you mean: sync. Type \"loupe --help\"'",
        "overveiw --as-of 2026-01-31, '\"loupe\" has no command of this name. Perhaps you mean: overview. Type'",
        "overdue, 'no command of this name. Perhaps you mean: loupe invoices --query overdue. Type'",
        "products --year 2026, 'has no option --year. Perhaps you mean: --from, --to. Type'",
        "invioces, 'Perhaps you mean: invoices. Type'",
        "inv, 'Perhaps you mean: invoices. Type'",
        "connection list, 'Perhaps you mean: connections. Type'",
        "connections lsit, 'Perhaps you mean: list. Type'",
        "invoices --uqery x, 'no option --uqery. Perhaps you mean: --query. Type'",
        "connections add --usrname x, 'no option --usrname. Perhaps you mean: --username. Type'",
        "connections add --fingerprint x, 'no option --fingerprint. Perhaps you mean: --trust-fingerprint. Type'",
        "connections add --expires 2027-01-01, 'Perhaps you mean: --key-expires.'",
        "invoices --removed, 'Perhaps you mean: --include-removed. Type'",
        "connections add --key-expire 2027-01-01, 'standard input with --secret-stdin. Perhaps you mean: --key-expires.'",
        "frobnicate, 'has no command of this name. Type'",
        "--query x invoices, 'no option --query. It comes after the name of a command: loupe COMMAND --query.'",
        "sync a b, '\"loupe sync\" takes one connection and nothing else; a name with a space'",
        "security a, '\"loupe security\" takes nothing but options'",
        "connections test, '\"loupe connections test\" needs to know which connection'",
        "connections add --url, '--url needs something after it: --url URL.'",
        "invoices --format xml, 'none of: table, csv, jsonl'",
        "connections add --name a --name b, '--name is there twice'"})
    void whatIsWrongIsNamed(String line, String words) {
        bench.run(line.split(" "));

        assertThat(bench.terminal.messages()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync --json --bogus", "sync --json --all x", "connections add --json", "sync --json a b"})
    void withJsonAMistakeOfTheCommandLineIsJsonToo(String line) {
        assertThat(bench.run(line.split(" "))).isEqualTo(2);

        assertThat(bench.terminal.messages())
                .matches("\\{\"code\":\"command-line\",\"severity\":\"error\",\"title\":.*}\n");
        assertThat(bench.terminal.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "doctor", "connections list"})
    void anEmptyNameIsNotTheFolderThatOneIsIn(String command) {
        assertThat(bench.run((command + " --data-dir=").split(" "))).isEqualTo(2);

        assertThat(bench.terminal.messages())
                .isEqualTo("What is after --data-dir cannot be the name of a folder.\n");
        assertThat(bench.opened).isEmpty();
    }

    @Test
    void nothingIsLoggedIntoAFolderThatWasRefused() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(CommandLineRun.class);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
        try {
            bench.openFails = ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, "x");
            bench.run("invoices");
            assertThat(lines.list).isEmpty();

            bench.openFails = ProblemException.of(ProblemCode.ALREADY_OPEN);
            bench.run("invoices");
            assertThat(lines.list).hasSize(1);
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
    }

    @Test
    void withJsonAProblemIsJsonToo() {
        bench.openFails = ProblemException.of(ProblemCode.KEYRING_LOCKED);

        bench.run("invoices", "--json");

        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"keyring-locked\",\"severity\":\"error\",");
        assertThat(bench.terminal.output()).isEmpty();
    }

    @Test
    void theUnexpectedIsOneSentenceWithoutAStack() {
        bench.securityChecks = () -> {
            throw new IllegalStateException("secret detail");
        };

        assertThat(bench.run("security")).isEqualTo(2);
        assertThat(bench.terminal.messages()).contains("did not expect").doesNotContain("secret detail", "\tat ");
    }

    @Test
    void securityMarksWhatCannotBeCheckedYetNeutrallyAndSucceeds() {
        bench.securityChecks = () -> List
                .of(new SecurityCheck(Promise.DELETING_IS_IMMEDIATE, Outcome.NOT_YET, List.of(), List.of()));

        assertThat(bench.run("security")).isZero();
        assertThat(bench.terminal.output()).startsWith("– Deleting is final").contains("Nothing was deleted yet.");

        assertThat(bench.run("security", "--json")).isZero();
        assertThat(bench.terminal.output()).contains("\"outcome\":\"not-yet\"");
    }

    @Test
    void securityFailsWhenAPromiseIsBroken() {
        bench.securityChecks = () -> List
                .of(new SecurityCheck(Promise.ONLY_READ, Outcome.PASS, List.of("12", "0"), List.of(".version 2")));
        assertThat(bench.run("security", "--json")).isZero();
        assertThat(bench.terminal.output()).isEqualToIgnoringNewLines("""
                {"promise":"only-read","outcome":"pass","parameters":["12","0"],"detail":[".version 2"]}""");

        bench.securityChecks = () -> List
                .of(new SecurityCheck(Promise.ONLY_TLS, Outcome.FAIL, List.of("1", "x"), List.of()));
        assertThat(bench.run("security", "--json")).isEqualTo(4);
    }
}
