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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.cli.CommandsOverFakes;
import testkit.cli.ScriptedTerminal;

/** A folder in which a first connection was refused: its vault has no passphrase yet. */
class UnfinishedVaultTest {
    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private boolean isSet;

    /** Asks for a passphrase to be set, as a vault without one does. */
    private final class Unfinished implements ServicesOpener {
        @Override
        public Services open(Path dataFolder, PassphrasePrompt prompt) throws ProblemException {
            Optional<Secret> chosen = prompt.ask(Reason.CHOOSE, "offered");
            isSet = chosen.isPresent();
            chosen.ifPresent(Secret::close);
            throw ProblemException.of(isSet ? ProblemCode.PASSPHRASE_WEAK : ProblemCode.PASSPHRASE_NEEDED);
        }

        @Override
        public boolean isFree(Path dataFolder) {
            return false;
        }

        @Override
        public String keyring() {
            return "";
        }
    }

    private int run(String... arguments) {
        terminal.stdin("six words that are no secret\n");
        return new CommandLineRun(new Session(terminal, new Texts(Locale.ENGLISH),
                Clock.fixed(CommandsOverFakes.NOW, ZoneOffset.UTC), action -> () -> {}, Path.of("usual"),
                new Unfinished())).run(arguments);
    }

    @ParameterizedTest
    @CsvSource({"connections list, 0", "invoices, 2", "sync, 2", "security, 2"})
    void noCommandButTheOneThatAddsSetsOne(String command, int exit) {
        assertThat(run((command + " --passphrase-stdin").split(" "))).isEqualTo(exit);

        assertThat(isSet).isFalse();
        assertThat(terminal.output() + terminal.messages()).contains("There is no connection yet")
                .doesNotContain("A new passphrase");
    }

    @Test
    void theOneThatAddsDoes() {
        run("connections", "add", "--sample", "--passphrase-stdin");

        assertThat(isSet).isTrue();
    }
}
