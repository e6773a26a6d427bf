package app.loupe.domain;

import java.util.Optional;

/** Asks the owner for the passphrase of a vault without a keyring: a dialog, or the console. */
@FunctionalInterface
public interface PassphrasePrompt {
    /** Why it is asked. */
    enum Reason {
        /** There is no keyring service: choose a passphrase. {@link #ask} is given a generated phrase to offer. */
        CHOOSE,
        /** Unlock with the one chosen before. */
        UNLOCK,
        /** The last answer was wrong. */
        WRONG,
        /** The last choice was too weak. */
        WEAK
    }

    /**
     * Waits for the answer.
     *
     * @param offered with {@link Reason#CHOOSE} and {@link Reason#WEAK} a strong generated phrase to show; else empty
     * @return the passphrase, closed by the caller; empty when the owner gave up
     */
    Optional<Secret> ask(Reason reason, String offered);
}
