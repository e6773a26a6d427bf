package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Made;
import app.loupe.domain.Transfers.Owned;
import app.loupe.transfer.TransferWriter;
import app.loupe.vault.TransferKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;
import tools.jackson.databind.json.JsonMapper;

class TransferCommandTest {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";

    @TempDir
    Path folder;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    private Path file() {
        return folder.resolve("moved.transfer");
    }

    /** A transfer file with nothing in it. */
    private void put() throws IOException {
        try (OutputStream out = Files.newOutputStream(file()); Secret phrase = Secret.ofChars(PHRASE)) {
            new TransferWriter(out, TransferKey::of, phrase).end();
        }
    }

    private int make(String... more) {
        return run("--output", more);
    }

    private int bring(String... more) {
        return run("--input", more);
    }

    private int run(String option, String... more) {
        var arguments = new ArrayList<>(List.of("transfer", option, file().toString()));
        arguments.addAll(List.of(more));
        return bench.run(arguments.toArray(String[]::new));
    }

    @Test
    void thePassphraseIsToldOnceAndNotWithTheResult() {
        assertThat(make()).isEqualTo(ExitCode.DONE);

        String phrase = bench.transfers.phrases.getFirst();
        assertThat(phrase).matches("[a-z]{5}( [a-z]{5}){5}");
        assertThat(bench.terminal.output()).doesNotContain(phrase)
                .contains("moved.transfer, with 2 connections, 3 marks and 40 changes");
        assertThat(bench.terminal.messages()).containsOnlyOnce(phrase).contains("kept nowhere");
        assertThat(bench.transfers.overwrite).isFalse();
    }

    @Test
    void everyFileHasAPassphraseOfItsOwn() {
        make();
        make("--overwrite");

        assertThat(bench.transfers.overwrite).isTrue();
        assertThat(bench.transfers.phrases).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aConnectionThatStaysHereIsNamed() {
        bench.transfers.made = new Made(2, 0, List.of("Acme two"), new Owned(3, 40));

        assertThat(make()).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.messages()).contains("could not go along: Acme two");
    }

    @Test
    void aProgramReadsTheCountsAndThePassphraseApart() {
        bench.transfers.made = new Made(2, 1, List.of("Acme two"), new Owned(3, 40));

        assertThat(make("--json")).isEqualTo(ExitCode.PARTIAL);

        var told = JsonMapper.shared().readTree(bench.terminal.output());
        assertThat(told.get("connections").asInt()).isEqualTo(2);
        assertThat(told.get("without_password").asInt()).isEqualTo(1);
        assertThat(told.get("left_out").asInt()).isEqualTo(1);
        assertThat(told.get("changes").asInt()).isEqualTo(40);
        String first = bench.terminal.messages().lines().findFirst().orElseThrow();
        var phrase = JsonMapper.shared().readTree(first);
        assertThat(phrase.get("code").asString()).isEqualTo("transfer-phrase");
        assertThat(phrase.get("text").asString()).contains("“" + bench.transfers.phrases.getFirst() + "”");
    }

    @Test
    void aFileThatIsThereIsRefusedBeforeAnythingIsOpened() throws Exception {
        Files.writeString(file(), "mine");

        assertThat(make()).isEqualTo(ExitCode.USAGE);

        assertThat(bench.opened).isEmpty();
        assertThat(bench.transfers.files).isEmpty();
        assertThat(file()).hasContent("mine");
    }

    @Test
    void noPassphraseIsToldOfAFileThatWasNotMade() {
        bench.transfers.fails = ProblemException.of(ProblemCode.DISK_FULL, folder.toString());

        assertThat(make()).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).doesNotContain(bench.transfers.phrases.getFirst());
    }

    @Test
    void aFileIsBroughtInWithThePassphraseThatIsTyped() throws Exception {
        put();
        bench.terminal.typing(PHRASE);

        assertThat(bring()).isEqualTo(ExitCode.DONE);

        assertThat(bench.terminal.prompts).containsExactly("Passphrase of the transfer file:");
        assertThat(bench.transfers.files).containsExactly(file());
        assertThat(bench.transfers.phrases).containsExactly(PHRASE);
        assertThat(bench.terminal.output()).contains("2 new connections, 0 there already",
                "New: Acme two (https://erp.example.com, database two)");
        assertThat(bench.terminal.messages()).contains("loupe sync").doesNotContain(PHRASE);
    }

    @Test
    void standardInputHasThePassphraseOfTheFileBehindThatOfTheFolder() throws Exception {
        put();
        bench.terminal.stdin("of the folder\n" + PHRASE + "\n");

        assertThat(bring("--phrase-stdin", "--passphrase-stdin")).isEqualTo(ExitCode.DONE);

        assertThat(bench.transfers.phrases).containsExactly(PHRASE);
    }

    @Test
    void aProgramReadsWhereNewConnectionsLead() throws Exception {
        put();
        bench.terminal.stdin(PHRASE);

        assertThat(bring("--phrase-stdin", "--json")).isEqualTo(ExitCode.DONE);

        var told = JsonMapper.shared().readTree(bench.terminal.output());
        assertThat(told.get("added").asInt()).isEqualTo(2);
        assertThat(told.get("new").get(1).get("url").asString()).isEqualTo("https://erp.example.com");
        assertThat(told.get("new").get(1).get("name").asString()).isEqualTo("Acme two");
    }

    @Test
    void whatStaysToDoIsSaid() throws Exception {
        put();
        bench.terminal.stdin(PHRASE);
        bench.transfers.brought = new Brought(List.of(), 2, 1, 4, new Owned(0, 0));

        assertThat(bring("--phrase-stdin")).isEqualTo(ExitCode.PARTIAL);

        assertThat(bench.terminal.messages())
                .contains("1 connection has no password: type it here", "4 saved filters found no")
                .doesNotContain("loupe sync", "other computer");
    }

    @Test
    void whereNothingIsNothingIsMadeBeforeTheFileHasOpened() throws Exception {
        put();
        bench.free = any -> true;
        bench.terminal.stdin("another phrase");

        assertThat(bring("--phrase-stdin")).isEqualTo(ExitCode.VAULT);
        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.messages()).contains("This is not the passphrase of the file");

        bench.terminal.stdin(PHRASE);
        assertThat(bring("--phrase-stdin")).isEqualTo(ExitCode.DONE);
        assertThat(bench.opened).hasSize(1);
        assertThat(bench.transfers.phrases).containsExactly(PHRASE);
    }

    @Test
    void anotherFileIsRefusedBeforeAnybodyIsAsked() throws Exception {
        Files.writeString(file(), "%PDF-1.7");

        assertThat(bring()).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.prompts).isEmpty();
        assertThat(bench.opened).isEmpty();
        assertThat(bench.terminal.messages()).contains("This is no transfer file");
    }

    @Test
    void withoutAPassphraseNothingIsBroughtIn() throws Exception {
        put();

        assertThat(bring()).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("--phrase-stdin");
        assertThat(bench.transfers.files).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "transfer --output a --input b", "transfer --output a --phrase-stdin",
        "transfer --input a --overwrite"})
    void oneThingIsDoneAtATime(String line) {
        assertThat(bench.run(line.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("--output FILE [--overwrite] makes");
        assertThat(bench.opened).isEmpty();
    }
}
