package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        for (String name : List.of("letter.txt", "invoices.xlsx", "book.pdf", "vault-notes.txt")) {
            Files.writeString(other.resolve(name), "Dear");
        }

        assertThat(bench.run("overview", "--data-dir", other.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("There is nothing of Loupe in " + other);
        assertThat(bench.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault.mv.db", "vault-0011.ledger", "passphrase.vault", "invoices.mv.db", "book.mv.db",
        "invoices-0b5f3c1e-8a55-4c0e-9a10-1c2d3e4f5a6b.mv.db", "book-0b5f3c1e-8a55-4c0e-9a10-1c2d3e4f5a6b.ledger",
        "vault.mv.db.damaged-20261123-120000", "store.ledger", "book.ledger", "vault.mv.db.newFile",
        "store.ledger.tempFile"})
    void whatIsLeftOfAnOwnersFilesIsOpened(String left) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.writeString(folder.resolve(left), "");

        assertThat(bench.run("connections", "list", "--data-dir", folder.toString())).isZero();

        assertThat(bench.opened).containsExactly(folder);
    }

    /** Whoever opens it says why that cannot be done; it is no folder in which somebody could begin. */
    @Test
    void whatCannotBeLookedForOrIntoIsNotFree() throws Exception {
        assertThat(DataFolder.isFree(temp.resolve("longer than any name".repeat(20)))).isFalse();
        assertThat(DataFolder.isFree(Files.writeString(temp.resolve("file"), ""))).isFalse();
        assertThat(DataFolder.isFree(temp.resolve("nothing").resolve("below"))).isTrue();
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
