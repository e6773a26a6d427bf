package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** What commands do in a folder that holds nothing of Loupe's. */
class FreeFolderTest {
    @TempDir
    private Path temp;

    private final CommandsOverFakes bench = new CommandsOverFakes();

    @BeforeEach
    void usual() {
        bench.usualFolder = temp.resolve("usual");
        bench.free = DataFolder::isFree;
    }

    @ParameterizedTest
    @ValueSource(strings = {"connections list", "connections list --json", "connections test a", "connections edit a",
        "connections remove a --yes", "sync", "verify", "invoices", "payments", "customers", "vendors",
        "statement Ann", "aged", "products", "check", "changes", "notes", "overview",
        "export --pack 2026-10 --output x.zip", "doctor", "doctor a", "security"})
    void aMistypedFolderIsToldAndNotMade(String line) {
        Path mistyped = temp.resolve("mistyped");

        assertThat(bench.run((line + " --data-dir " + mistyped).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("There is nothing of Loupe in " + mistyped)
                .contains("--data-dir DIR connections add");
        assertThat(bench.terminal.output()).isEmpty();
        assertThat(bench.opened).isEmpty();
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void aFolderOfOtherThingsIsLeftAsItIs() throws Exception {
        Path other = Files.createDirectory(temp.resolve("other"));
        Files.writeString(other.resolve("letter.txt"), "Dear");

        assertThat(bench.run("overview", "--data-dir", other.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("There is nothing of Loupe in " + other);
        assertThat(bench.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault.mv.db", "vault-0011.ledger", "passphrase.vault"})
    void whatIsLeftOfAVaultIsOpened(String left) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.writeString(folder.resolve(left), "");

        assertThat(bench.run("connections", "list", "--data-dir", folder.toString())).isZero();

        assertThat(bench.opened).containsExactly(folder);
    }

    @Test
    void onANewComputerItIsNoMistake() {
        assertThat(bench.run("connections", "list")).isZero();
        assertThat(bench.terminal.output()).startsWith("There is no connection yet.");

        assertThat(bench.run("doctor")).isZero();
        assertThat(bench.terminal.output()).contains("– Data folder: not there yet: the first connection makes it");

        assertThat(bench.run("overview")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("\"loupe connections add --help\" says how to add one");
        assertThat(bench.opened).isEmpty();
        assertThat(bench.usualFolder).doesNotExist();
    }

    @Test
    void aConnectionIsAddedWhereNothingIs() {
        Path folder = temp.resolve("new");

        assertThat(bench.run("connections", "add", "--sample", "--data-dir", folder.toString())).isZero();

        assertThat(bench.opened).containsExactly(folder);
    }
}
