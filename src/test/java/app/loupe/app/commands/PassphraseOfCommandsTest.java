package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import testkit.cli.CommandsOverFakes;

/** Where a command takes the passphrase from, and what it says of a new one. */
class PassphraseOfCommandsTest {
    private final CommandsOverFakes bench = new CommandsOverFakes();

    private static String words(Optional<Secret> secret) {
        try (Secret owned = secret.orElseThrow()) {
            return new String(owned.bytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePassphraseComesFromTheFirstLineAndTheSecretFromTheSecond() {
        bench.terminal.stdin("pass phrase\nsecret\n");

        bench.run("connections", "add", "--url", "acme", "--username", "a", "--passphrase-stdin", "--secret-stdin");

        // the fake vault asks only now, so the secret's line is the one that is read second here
        assertThat(bench.connections.secretsSeen).containsOnly("pass phrase");
        assertThat(words(Objects.requireNonNull(bench.prompt).ask(Reason.UNLOCK, ""))).isEqualTo("secret");
        assertThat(Objects.requireNonNull(bench.prompt).ask(Reason.WRONG, "")).isEmpty();
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
}
