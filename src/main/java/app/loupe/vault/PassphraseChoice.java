package app.loupe.vault;

import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.security.SecureRandom;

/** Has the owner choose a new passphrase, and takes none that is weak. */
public final class PassphraseChoice {
    private PassphraseChoice() {}

    /**
     * The passphrase that was chosen, closed by the caller.
     *
     * @throws ProblemException {@link ProblemCode#PASSPHRASE_NOT_CHOSEN} when the owner gave none,
     *     {@link ProblemCode#PASSPHRASE_WEAK} after weak choices only
     */
    public static Secret ask(PassphrasePrompt prompt, SecureRandom random) throws ProblemException {
        String offered = new PhraseMaker(random).phrase();
        for (int answer = 0; answer < PassphraseHolder.MAX_ANSWERS; answer++) {
            ProblemCode without = answer == 0 ? ProblemCode.PASSPHRASE_NOT_CHOSEN : ProblemCode.PASSPHRASE_WEAK;
            Secret passphrase = prompt.ask(answer == 0 ? Reason.CHOOSE : Reason.WEAK, offered)
                    .orElseThrow(() -> ProblemException.of(without));
            if (PassphraseStrength.suffices(passphrase)) {
                return passphrase;
            }
            passphrase.close();
        }
        throw ProblemException.of(ProblemCode.PASSPHRASE_WEAK);
    }
}
