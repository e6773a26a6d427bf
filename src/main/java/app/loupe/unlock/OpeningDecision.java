package app.loupe.unlock;

import app.loupe.domain.KeyState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;

/**
 * Decides how a vault opens. The one rule that must never break: a new key is made only when there is neither a key nor
 * anything sealed. "Could not look" is never taken for "not there", and an entry that cannot be read is never
 * overwritten.
 */
public sealed interface OpeningDecision {
    /** Use this keyset; whoever asked for the decision closes it. */
    record Open(Secret keyset) implements OpeningDecision {}

    /** Nothing exists yet: make a key and keep it. */
    record CreateKey() implements OpeningDecision {}

    /** The holder is locked: nothing is lost, the owner unlocks it and tries again. */
    record AskAgain() implements OpeningDecision {}

    /** This session has no key holder of the system and nothing is sealed yet: a passphrase can take its place. */
    record OfferPassphrase() implements OpeningDecision {}

    /** The vault stays closed; rows and facts are left as they are. */
    record Refuse(Problem problem) implements OpeningDecision {}

    /**
     * Decides. Pure: touches nothing beside the judge.
     *
     * @param state what the key holder answered
     * @param store whether something is sealed
     * @param judge asked only about a keyset that is present
     */
    static OpeningDecision decide(KeyState state, StoreState store, KeysetJudge judge) {
        return switch (state) {
            case KeyState.Present present -> present(present.keyset(), judge);
            case KeyState.Absent absent -> switch (store) {
                case EMPTY -> new CreateKey();
                case EXISTS -> refuse(ProblemCode.KEY_MISSING);
            };
            case KeyState.Locked locked -> new AskAgain();
            case KeyState.Denied denied -> refuse(ProblemCode.KEYRING_DENIED);
            case KeyState.Slow slow -> refuse(ProblemCode.KEYRING_SLOW);
            case KeyState.Unavailable unavailable -> switch (store) {
                case EMPTY -> new OfferPassphrase();
                case EXISTS -> refuse(ProblemCode.KEYRING_UNAVAILABLE);
            };
            case KeyState.Unreadable unreadable -> refuse(ProblemCode.KEY_UNREADABLE);
        };
    }

    private static OpeningDecision present(Secret keyset, KeysetJudge judge) {
        return switch (judge.judge(keyset)) {
            case FITS -> new Open(keyset);
            case FOREIGN -> refuse(ProblemCode.KEY_FOREIGN);
            case UNREADABLE -> refuse(ProblemCode.KEY_UNREADABLE);
        };
    }

    private static Refuse refuse(ProblemCode code) {
        return new Refuse(Problem.of(code));
    }
}
