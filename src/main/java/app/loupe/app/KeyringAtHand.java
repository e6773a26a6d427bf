package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.UUID;

/** Decides whether a keyring is there and open, before there is a data folder whose key it could have. Writes nothing. */
final class KeyringAtHand {
    private KeyringAtHand() {}

    /**
     * What the open keyring is called; one that is locked asks its owner once.
     *
     * @throws ProblemException {@link ProblemCode#KEYRING_LOCKED}, {@link ProblemCode#KEYRING_DENIED},
     *     {@link ProblemCode#KEYRING_UNAVAILABLE}, {@link ProblemCode#KEYRING_SLOW}
     */
    @Blocking
    static String id(KeyHolder keyring) throws ProblemException {
        // of no installation: what matters is that it looked
        KeyState state = keyring.load(new InstallId(UUID.randomUUID().toString()));
        return switch (state) {
            case KeyState.Absent none -> keyring.id();
            case KeyState.Unreadable odd -> keyring.id();
            case KeyState.Present odd -> {
                odd.keyset().close();
                yield keyring.id();
            }
            case KeyState.Locked locked -> throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
            case KeyState.Denied denied -> throw ProblemException.of(ProblemCode.KEYRING_DENIED);
            case KeyState.Unavailable without -> throw ProblemException.of(ProblemCode.KEYRING_UNAVAILABLE);
            case KeyState.Slow slow -> throw ProblemException.of(ProblemCode.KEYRING_SLOW);
        };
    }
}
