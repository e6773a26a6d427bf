package app.loupe.app.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.ScriptedTerminal;

/** A folder in which a first connection was refused: its vault has no passphrase yet. */
class UnfinishedVaultTest {
    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private boolean isSet;
    private boolean keyring = true;

    @TempDir
    private Path folder;

    /** Asks for a passphrase to be set, as a vault without one does. */
    private final class Unfinished implements ServicesOpener {
        @Override
        public Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException {
            Optional<Secret> chosen = prompt.ask(Reason.CHOOSE, "offered");
            isSet = chosen.isPresent();
            chosen.ifPresent(Secret::close);
            throw ProblemException.of(isSet ? ProblemCode.PASSPHRASE_WEAK : ProblemCode.PASSPHRASE_NOT_CHOSEN);
        }

        @Override
        public boolean isFree(Path dataFolder) {
            return false;
        }

        @Override
        public String keyring() throws ProblemException {
            if (!keyring) {
                throw ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);
            }
            return "secret-service";
        }
    }

    private int run(String... arguments) {
        terminal.stdin("six words that are no secret\n");
        return new CommandLineRun(new Session(terminal, new Texts(Locale.ENGLISH),
                Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC), action -> () -> {}, folder,
                new Unfinished())).run(arguments);
    }

    @ParameterizedTest
    @CsvSource({"connections list, 0", "invoices, 2", "sync, 2"})
    void noCommandButTheOneThatAddsSetsOne(String command, int exit) {
        assertThat(run((command + " --passphrase-stdin").split(" "))).isEqualTo(exit);

        assertThat(isSet).isFalse();
        assertThat(terminal.output() + terminal.messages()).contains("There is no connection yet")
                .doesNotContain("A new passphrase");
    }

    /** Nothing is wrong with this computer: what it will hold is told as where nothing is begun. */
    @ParameterizedTest
    @CsvSource({"true, doctor", "false, doctor", "true, security", "false, security"})
    void whatLooksAtThisComputerFindsNothingWrong(boolean hasKeyring, String command) {
        keyring = hasKeyring;

        assertThat(run(command, "--passphrase-stdin")).isEqualTo(ExitCode.DONE);

        assertThat(isSet).isFalse();
        assertThat(terminal.output()).contains(folder.toString())
                .contains(hasKeyring ? "the keyring of your desktop" : "Choose a passphrase when you add the first")
                .doesNotContain("✗", "There is no connection yet");
        if (command.equals("doctor")) {
            assertThat(terminal.output()).contains("✓ Data folder", "– Connections: none yet",
                    (hasKeyring ? "✓" : "!") + " Key to your passwords");
        } else {
            assertThat(terminal.output().lines().filter(line -> line.startsWith("– "))).hasSize(5);
            assertThat(terminal.output()).contains("can be opened by your account only");
        }
    }

    @Test
    void aConnectionThatIsNamedIsMissing() {
        assertThat(run("doctor", "acme", "--passphrase-stdin")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.output()).contains("✗ Connection: There is no connection yet");
    }

    @Test
    void theOneThatAddsDoes() {
        run("connections", "add", "--sample", "--passphrase-stdin");

        assertThat(isSet).isTrue();
    }
}
