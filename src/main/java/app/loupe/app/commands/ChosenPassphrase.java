package app.loupe.app.commands;

import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.vault.PassphraseChoice;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The passphrase of a vault that is to begin, chosen before anything is made; or none, where a keyring holds the key. */
final class ChosenPassphrase implements PassphrasePrompt, AutoCloseable {
    private final @Nullable Secret chosen;

    private ChosenPassphrase(@Nullable Secret chosen) {
        this.chosen = chosen;
    }

    /** There is none. */
    static ChosenPassphrase none() {
        return new ChosenPassphrase(null);
    }

    /** Has it chosen; see {@link PassphraseChoice#ask}. */
    static ChosenPassphrase by(PassphrasePrompt prompt) throws ProblemException {
        return new ChosenPassphrase(PassphraseChoice.ask(prompt, new SecureRandom()));
    }

    /** Whether there is one. */
    boolean isChosen() {
        return chosen != null;
    }

    /** Returns a copy when a new passphrase is to be chosen, and nothing when an existing vault is to be unlocked. */
    @Override
    public Optional<Secret> ask(Reason reason, String offered) {
        return reason == Reason.CHOOSE ? Optional.ofNullable(chosen).map(Secret::copy) : Optional.empty();
    }

    @Override
    public void close() {
        if (chosen != null) {
            chosen.close();
        }
    }
}
