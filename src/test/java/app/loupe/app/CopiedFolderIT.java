package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.cli.ScriptedTerminal;

/** A copy of a data folder, as a backup that was brought back beside it, has the same entry in the keyring. */
class CopiedFolderIT {
    @TempDir
    private Path top;

    private Path inUse;
    private Path copied;
    private WholeLoupe bench;
    private WholeLoupe copy;
    private ConnectionId kept;

    /** Both folders note that a key waits for the keyring. */
    @BeforeEach
    void copyWhileAKeyWaits() throws Exception {
        inUse = top.resolve("in use");
        copied = top.resolve("copy");
        bench = new WholeLoupe(inUse);
        copy = new WholeLoupe(copied, WholeLoupe.CLOCK, bench.keyring);
        try (OpenLoupe loupe = bench.open()) {
            kept = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, kept);
            bench.keyring.refuse(ProblemCode.KEYRING_LOCKED);
            assertThat(loupe.changeKey()).contains(Problem.of(ProblemCode.KEY_CHANGE_PENDING));
        }
        copyFolder();
        bench.keyring.behave();
    }

    private void copyFolder() throws IOException {
        Files.createDirectory(copied);
        try (Stream<Path> all = Files.list(inUse)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copied.resolve(file.getFileName()));
            }
        }
    }

    private void opensWhole(OpenLoupe loupe) throws ProblemException {
        assertThat(WholeLoupe.rows(loupe, kept)).isNotEmpty();
    }

    @Test
    void theCopyThatIsOpenedFirstLeavesTheKeyToTheFolderInUse() throws Exception {
        List<Problem> told = List.of(Problem.of(ProblemCode.KEY_CHANGE_ELSEWHERE, inUse.toRealPath().toString()));
        int stores = bench.keyring.stores();
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.warnings()).isEqualTo(told);
            assertThat(loupe.retireUnasked()).isFalse();
            opensWhole(loupe);
        }
        assertThat(bench.keyring.stores()).isEqualTo(stores);

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).isEmpty();
            opensWhole(loupe);
        }
        assertThat(bench.keyring.stores()).as("it was done there").isGreaterThan(stores);
    }

    private String run(String line) {
        var terminal = new ScriptedTerminal();
        int code = new Main(terminal, LastWords.read(terminal.err(), WholeLoupe.TEXTS), WholeLoupe.TEXTS,
                new Surroundings("Linux", Map.of(), top), shown -> true, copy.opener()).run(
                        Stream.concat(Stream.of(line.split(" ")), Stream.of("--data-dir", copied.toString()))
                                .toArray(String[]::new));
        return code + "\n" + terminal.output() + terminal.messages();
    }

    @Test
    void inTheCopyTheKeyIsWhatWaitsAndTheInvoicesAreWhole() throws Exception {
        assertThat(run("doctor")).startsWith("0\n").containsOnlyOnce("A change of the key belongs to another folder")
                .contains("! Key to your passwords: A change", "✓ Copy of your invoices is complete");

        assertThat(run("security")).contains("asked for in " + inUse.toRealPath())
                .doesNotContain("Unlock the keyring");
    }

    @Test
    void aFolderThatWasMovedChangesItsKeyWhenItIsAskedItself() throws Exception {
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.changeKey()).isEmpty();
        }
        try (OpenLoupe loupe = copy.open()) {
            assertThat(loupe.warnings()).isEmpty();
            opensWhole(loupe);
        }
    }
}
