package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.settings.DataFolder;
import app.loupe.text.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
        "statement Ann", "aged", "products", "check", "changes", "notes", "mark 1 --flag", "overview",
        "export --pack 2026-10 --output x.zip"})
    void aMistypedFolderIsToldAndNotMade(String line) {
        Path mistyped = temp.resolve("mistyped");

        assertThat(bench.run((line + " --data-dir " + mistyped).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(bench.terminal.messages()).contains("There is nothing of Loupe in " + mistyped)
                .contains("--data-dir DIR connections add");
        assertThat(bench.terminal.output()).isEmpty();
        assertThat(bench.opened).isEmpty();
        assertThat(mistyped).doesNotExist();
    }

    /** They look at the computer, say of the folder that it is none yet, and claim nothing of what could be in it. */
    @ParameterizedTest
    @CsvSource({"doctor, 0", "doctor --json, 0", "doctor a, 2", "security, 0", "security --json, 0", "--help, 0",
        "--version, 0", "doctor --help, 0", "overview --help, 0"})
    void whatAsksForNoDataWorksInAFolderThatIsStillToBeMade(String line, int exit) {
        Path later = temp.resolve("later");

        assertThat(bench.run(("--data-dir " + later + " " + line).split(" "))).isEqualTo(exit);

        boolean looks = !line.endsWith("--help") && !line.endsWith("--version") && !line.equals("doctor --json");
        assertThat(bench.terminal.output().contains(later.toString())).isEqualTo(looks);
        assertThat(bench.terminal.messages()).isEmpty();
        assertThat(bench.opened).isEmpty();
        assertThat(later).doesNotExist();
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
        "vault.mv.db.damaged-20261123-120000", "invoices.mv.db.former", "store.ledger", "book.ledger",
        "vault.mv.db.newFile",
        "store.ledger.tempFile", "passphrase.vault.tempFile"})
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
        assertThat(bench.terminal.output()).contains("✓ Java: ",
                "– Data folder: there is none of Loupe at " + bench.usualFolder + " yet",
                "✓ Key to your passwords: the keyring of your desktop", "– Connections: none yet",
                "Nothing is wrong in what was looked at.");
        assertThat(bench.run("doctor", "a")).isEqualTo(ExitCode.USAGE);

        assertThat(bench.run("security")).isZero();
        assertThat(bench.terminal.output()).contains("There and open: the keyring of your desktop.",
                "There is no data folder of Loupe at " + bench.usualFolder + " yet", "No password is stored yet");
        assertThat(bench.run("security", "--json")).isZero();
        assertThat(bench.terminal.output().split("\"outcome\":\"not-yet\"", -1)).hasSize(Promise.values().length + 1);

        assertThat(bench.run("overview")).isEqualTo(ExitCode.USAGE);
        assertThat(bench.terminal.messages()).contains("\"loupe connections add --help\" says how to add one");
        assertThat(bench.opened).isEmpty();
        assertThat(bench.usualFolder).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"KEYRING_LOCKED", "KEYRING_UNAVAILABLE", "UNSAFE_JVM_SWITCH"})
    void onANewComputerWhatIsWrongWithItIsToldAndNothingIsMade(ProblemCode code) {
        bench.keyringFails = ProblemException.of(code, "-javaagent");
        String title = new Texts(Locale.ENGLISH).get("problem." + code.key() + ".title");

        boolean withoutKeyring = code == ProblemCode.KEYRING_UNAVAILABLE;

        assertThat(bench.run("doctor")).as("a passphrase can do without one")
                .isEqualTo(withoutKeyring ? ExitCode.DONE : ExitCode.VAULT);
        String key = (withoutKeyring ? "! " : "✗ ") + "Key to your passwords: ";
        assertThat(bench.terminal.output())
                .contains((code == ProblemCode.UNSAFE_JVM_SWITCH ? "✗ Java: " : key) + title);

        String before = bench.terminal.output();
        assertThat(bench.run("security")).as("a passphrase can do without one")
                .isEqualTo(withoutKeyring ? ExitCode.DONE : ExitCode.VAULT);
        String said = bench.terminal.output().substring(before.length()) + bench.terminal.messages();
        assertThat(said).contains(withoutKeyring ? "Choose a passphrase" : title);
        assertThat(bench.opened).isEmpty();
        assertThat(bench.usualFolder).doesNotExist();
    }

    @Test
    void aConnectionIsAddedWhereNothingIs() {
        Path folder = temp.resolve("new");

        assertThat(bench.run("connections", "add", "--sample", "--data-dir", folder.toString())).isZero();

        assertThat(bench.opened).containsExactly(folder);
    }

    private int addOdoo(String stdin) {
        bench.terminal.stdin(stdin);
        return bench.run("connections", "add", "--url", "acme", "--username", "ann", "--secret-stdin",
                "--passphrase-stdin", "--data-dir", temp.resolve("new").toString());
    }

    @ParameterizedTest
    @CsvSource({"true, CONNECTION_REFUSED, 3", "false, SIGN_IN_REFUSED, 3"})
    void whatTheServerRefusesOpensNothing(boolean atTheGreeting, ProblemCode code, int exit) {
        if (atTheGreeting) {
            bench.connections.probeFails = ProblemException.of(code, "acme");
        } else {
            bench.connections.testFails = ProblemException.of(code, "acme");
        }

        assertThat(addOdoo("of no use\nsecret\n")).isEqualTo(exit);

        assertThat(bench.opened).isEmpty();
    }

    @Test
    void withoutAKeyringThePassphraseIsChosenBeforeTheServerIsAskedAndAnythingIsMade() {
        bench.keyringFails = ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);

        assertThat(addOdoo("weak\nsecret\n")).isEqualTo(ExitCode.VAULT);
        assertThat(bench.terminal.messages()).contains("six or more words");
        assertThat(bench.connections.greetings).isZero();
        assertThat(bench.opened).isEmpty();

        assertThat(addOdoo("granite otter velvet lantern mosaic pepper\nsecret\n")).isZero();
        assertThat(bench.connections.secretsSeen).containsOnly("secret");
        assertThat(bench.opened).hasSize(1);
        assertThat(Objects.requireNonNull(bench.prompt).ask(Reason.UNLOCK, "")).isEmpty();
    }

    /** Whoever has just written it down need not keep it. */
    @ParameterizedTest
    @CsvSource({"true, CONNECTION_REFUSED", "false, SIGN_IN_REFUSED"})
    void aPassphraseThatIsNotUsedIsSaidToBeNone(boolean atTheGreeting, ProblemCode code) {
        bench.keyringFails = ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);
        if (atTheGreeting) {
            bench.connections.probeFails = ProblemException.of(code, "acme");
        } else {
            bench.connections.testFails = ProblemException.of(code, "acme");
        }

        addOdoo("granite otter velvet lantern mosaic pepper\nsecret\n");
        assertThat(bench.terminal.messages()).contains("The passphrase was not set");
        assertThat(bench.opened).isEmpty();

        bench.keyringFails = null;
        String before = bench.terminal.messages();
        addOdoo("of no use\nsecret\n");
        assertThat(bench.terminal.messages().substring(before.length())).doesNotContain("was not set");
    }

    /** The vault asks while it is opened. */
    @Test
    void theVaultIsGivenThePassphraseThatWasChosen() {
        bench.keyringFails = ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);
        var given = new ArrayList<String>();
        bench.whenOpened = prompt -> prompt.ask(Reason.CHOOSE, "offered")
                .ifPresent(secret -> given.add(new String(secret.bytes(), StandardCharsets.UTF_8)));

        addOdoo("granite otter velvet lantern mosaic pepper\nsecret\n");

        assertThat(given).containsExactly("granite otter velvet lantern mosaic pepper");
    }

    @Test
    void aLockedKeyringIsToldBeforeTheServerIsAsked() {
        bench.keyringFails = ProblemException.of(ProblemCode.KEYRING_LOCKED);

        assertThat(addOdoo("secret\n")).isEqualTo(ExitCode.VAULT);

        assertThat(bench.connections.greetings).isZero();
        assertThat(bench.opened).isEmpty();
    }
}
