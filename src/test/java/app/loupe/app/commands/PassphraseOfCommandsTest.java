package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import app.loupe.vault.PassphraseHolder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.cli.CommandsOverFakes;

/** Where a command takes the passphrase from, and what it says of a new one. */
class PassphraseOfCommandsTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    private static String words(Optional<Secret> secret) {
        try (Secret owned = secret.orElseThrow()) {
            return new String(owned.bytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String[] ADD = {"connections", "add", "--url", "acme", "--username", "a", "--passphrase-stdin",
        "--secret-stdin"};

    @Test
    void thePassphraseComesFromTheFirstLineAndTheSecretFromTheSecond() {
        bench.terminal.stdin("pass phrase\nsecret\n");
        var asked = new ArrayList<String>();
        bench.whenOpened = prompt -> asked.add(words(prompt.ask(Reason.UNLOCK, "")));

        assertThat(bench.run(ADD)).isZero();

        assertThat(asked).containsExactly("pass phrase");
        assertThat(bench.connections.secretsSeen).containsOnly("secret");
        assertThat(Objects.requireNonNull(bench.prompt).ask(Reason.WRONG, "")).isEmpty();
    }

    /** A script may say it of every data folder: the server never sees what opens a vault. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPassphraseThatNobodyAsksForIsNotTakenForTheSecret(boolean begins) {
        bench.free = folder -> begins;
        bench.terminal.stdin("pass phrase\nsecret\n");
        assertThat(bench.run(ADD)).isZero();
        assertThat(bench.connections.secretsSeen).containsOnly("secret");
    }

    @Test
    void aPassphraseAloneIsSentNowhere() {
        bench.terminal.stdin("pass phrase\n");

        assertThat(bench.run(ADD)).isEqualTo(ExitCode.USAGE);

        assertThat(bench.connections.secretsSeen).isEmpty();
        assertThat(bench.terminal.messages()).contains("There is no second line on the standard input");
    }

    @Test
    void aNewPassphraseFromStandardInputIsToldBeforeItIsTaken() {
        bench.terminal.stdin("pass phrase\n");
        bench.run("--data-dir", "elsewhere", "connections", "add", "--sample", "--passphrase-stdin");
        String before = bench.terminal.messages();

        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.CHOOSE, "offered"))).isEqualTo("pass phrase");
        assertThat(bench.terminal.messages().substring(before.length()))
                .startsWith(
                        "A new passphrase is about to be set for this data folder. There is no vault in elsewhere yet")
                .contains("cannot be opened without it");
        assertThat(Objects.requireNonNull(bench.prompt).ask(Reason.CHOOSE, "offered")).isEmpty();
        assertThat(bench.terminal.messages().substring(before.length())).hasLineCount(1);
    }

    @Test
    void aNewPassphraseIsToldAsJsonToAProgramAndAKnownOneIsNotTold() {
        bench.terminal.stdin("known\npass phrase\n");
        bench.run("connections", "add", "--sample", "--json", "--passphrase-stdin");

        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.UNLOCK, ""))).isEqualTo("known");
        assertThat(bench.terminal.messages()).isEmpty();
        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.CHOOSE, "offered"))).isEqualTo("pass phrase");
        assertThat(bench.terminal.messages()).startsWith("{\"code\":\"passphrase-chosen\"");
    }

    /** From standard input nobody sees an offer: where there is one is said. */
    @Test
    void whereALineIsTooWeakItIsSaidWhereLoupeOffersOne() {
        bench.openFails = ProblemException.of(ProblemCode.PASSPHRASE_WEAK);
        bench.terminal.stdin("weak\n");

        assertThat(bench.run("connections", "add", "--sample", "--passphrase-stdin")).isEqualTo(ExitCode.VAULT);

        assertThat(bench.terminal.messages()).contains("six or more words",
                "At a terminal, without --passphrase-stdin, Loupe offers a phrase").doesNotContain("Use the phrase");
    }

    @Test
    void thePassphraseIsAskedAtTheTerminalAndNowhereElse() {
        bench.run("connections", "add", "--sample");
        assertThat(Objects.requireNonNull(bench.prompt).ask(Reason.UNLOCK, "")).isEmpty();
        assertThat(Objects.requireNonNull(bench.prompt).ask(Reason.CHOOSE, "offered words")).isEmpty();

        bench.terminal.typing("mine", "one", "two", "three", "three", "");
        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.UNLOCK, ""))).isEqualTo("mine");
        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.CHOOSE, "offered words"))).isEqualTo("three");
        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.WEAK, "offered words")))
                .isEqualTo("offered words");
        assertThat(bench.terminal.messages()).contains("The two are different", "offered words");
        assertThat(bench.terminal.passwordsGiven).allSatisfy(chars -> {
            for (char c : chars) {
                assertThat(c).isEqualTo('\0');
            }
        });
    }

    private static byte[] latin() {
        return "sechs W\u00f6rter \u00fcber lange D\u00e4mme".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Former versions took a passphrase byte for byte, in whatever encoding the script was saved. */
    @Test
    void whatWasSealedWithOtherBytesOpensWithTheScriptThatSealedIt(@TempDir Path folder) throws ProblemException {
        Path file = folder.resolve("passphrase.vault");
        var install = new InstallId("11111111-2222-3333-4444-555555555555");
        try (var before = new PassphraseHolder(file, (reason, offered) -> Optional.of(Secret.owning(latin())));
                Secret keyset = Secret.ofChars("keyset")) {
            before.store(install, keyset);
        }
        bench.terminal.stdin(new ByteArrayInputStream(latin()));
        var opened = new ArrayList<KeyState>();
        bench.whenOpened = prompt -> {
            try (var holder = new PassphraseHolder(file, prompt)) {
                opened.add(holder.load(install));
            }
        };
        bench.run("invoices", "--passphrase-stdin");

        assertThat(opened).singleElement().isInstanceOfSatisfying(KeyState.Present.class,
                key -> assertThat(words(Optional.of(key.keyset()))).isEqualTo("keyset"));
    }

    /** The vault asks once more only when the first was wrong. */
    @Test
    void whatElseALineMayMeanIsWipedWhenTheFolderIsOpen() throws ProblemException {
        var texts = new Texts(Locale.ENGLISH);
        bench.terminal.stdin(new ByteArrayInputStream(latin()));
        var secrets = new SecretInput(bench.terminal, new SecretLines(bench.terminal.in(), texts,
                new InputEncodings(List.of(StandardCharsets.ISO_8859_1), true)), texts, () -> true, () -> {});
        var session = new Session(bench.terminal, texts, Clock.systemUTC(), bench.interrupts, bench.usualFolder, bench);
        session.options().passphraseStdin = true;
        bench.whenOpened = prompt -> assertThat(words(prompt.ask(Reason.UNLOCK, "")))
                .isEqualTo("sechs W\u00f6rter \u00fcber lange D\u00e4mme");

        session.open(secrets).close();

        assertThat(secrets.passphrase(true).ask(Reason.WRONG, "")).isEmpty();
    }

    @Test
    void aNewOneThatNobodyCanTypeIsRefused() {
        bench.terminal.stdin(new ByteArrayInputStream(new byte[] {'x', (byte) 0x81, (byte) 0x8d, (byte) 0xff}));
        bench.run("connections", "add", "--sample", "--passphrase-stdin");

        assertThatThrownBy(() -> Objects.requireNonNull(bench.prompt).ask(Reason.CHOOSE, ""))
                .isInstanceOf(UsageException.class).hasMessageContaining("UTF-8");
    }
}
