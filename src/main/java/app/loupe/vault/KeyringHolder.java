package app.loupe.vault;

import app.loupe.domain.Exempt;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the master keyset in the keyring of the operating system. Every call runs on its own thread and is answered
 * within the limit, whatever the keyring does. Looking never writes, and nothing here removes the master keyset.
 */
@Exempt(rule = "A10", because = "a write that was given up goes on behind whichever holder of the process made it")
public final class KeyringHolder implements KeyHolder {
    /** The name of the service in the entry; the account is the install id. Changing it loses every key. */
    static final String SERVICE = "Loupe";

    /** How long an answer may take. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    /** The same on macOS, which may ask for a password meanwhile: it has to be read, looked for and typed. */
    static final Duration LIMIT_OF_MACOS = Duration.ofMinutes(2);

    /** The most that the Windows Credential Manager keeps in one entry, in UTF-16. */
    static final int MAX_ENTRY_BYTES = 2_560;

    private static final Logger LOG = LoggerFactory.getLogger(KeyringHolder.class);

    /** The keyring of the session is one for the whole process, and so is the turn to write to it. */
    private static final Semaphore TURN_OF_THIS_SESSION = new Semaphore(1, true);

    private final Supplier<KeyringKind> kind;
    private final OpenKeyring.Opening opening;
    private final BoundedCall bounded;
    private final Semaphore turn;

    /** A holder over one kind of keyring, to which nobody else writes. */
    KeyringHolder(KeyringKind kind, Duration limit, OpenKeyring.Opening opening) {
        this(() -> kind, limit, opening, new Semaphore(1, true));
    }

    private KeyringHolder(Supplier<KeyringKind> kind, Duration limit, OpenKeyring.Opening opening, Semaphore turn) {
        this.kind = kind;
        this.opening = opening;
        this.bounded = new BoundedCall(limit);
        this.turn = turn;
    }

    /** How long an answer may take on an operating system, by the name that Java gives it. */
    static Duration limit(String osName) {
        return KeyringKind.of(osName, false) == KeyringKind.MACOS ? LIMIT_OF_MACOS : LIMIT;
    }

    /** The keyring of this session, with the time that its system may take. */
    public static KeyringHolder ofThisSession() {
        return ofThisSession(limit(System.getProperty("os.name", "")));
    }

    /**
     * The keyring of this session; when there is none, a holder that says so. A Linux session is asked which one it has, while its
     * caller goes on: whoever first asks the holder for anything waits for that.
     */
    public static KeyringHolder ofThisSession(Duration limit) {
        String osName = System.getProperty("os.name", "");
        boolean linux = KeyringKind.of(osName, false) == KeyringKind.SECRET_SERVICE;
        Supplier<Boolean> onlyKwallet = linux
                ? new BoundedCall(limit).begin(() -> new SessionBus().offersOnlyKwallet(), false, false)
                : () -> false;
        return new KeyringHolder(() -> KeyringKind.of(osName, onlyKwallet.get()), limit, OpenKeyring::ofTheSystem,
                TURN_OF_THIS_SESSION);
    }

    @Override
    public String id() {
        return kind.get().id();
    }

    /**
     * Looks for the keyset; a locked keyring asks its owner once. {@code Locked} also when nobody answered that question
     * within the limit.
     */
    @Override
    public KeyState load(InstallId install) {
        var seenLocked = new AtomicBoolean();
        KeyState state = bounded.run(() -> KeyringEntry.of(kind.get(), opening, install, seenLocked).read(),
                new KeyState.Slow(),
                new KeyState.Unavailable("library"));
        KeyState told = state instanceof KeyState.Slow && seenLocked.get() ? new KeyState.Locked() : state;
        LOG.info("{}: {}", id(), told.getClass().getSimpleName());
        return told;
    }

    /**
     * Keeps the keyset, reads it back and compares. One that was given up is not written later: it would take the place of one
     * that was kept since, and with it the only key. What the keyring has begun to write nobody can call back; all others wait
     * for it, each within its limit.
     *
     * @throws ProblemException {@link ProblemCode#KEYRING_LOCKED}, {@link ProblemCode#KEYRING_DENIED},
     *     {@link ProblemCode#KEYRING_UNAVAILABLE}, {@link ProblemCode#KEYRING_SLOW}
     */
    @Override
    public void store(InstallId install, Secret keyset) throws ProblemException {
        if (keyset.length() * Character.BYTES > MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("the keyset does not fit every keyring");
        }
        // java-keyring takes a String only; this copy and its own cannot be wiped
        String text = new String(keyset.bytes(), StandardCharsets.ISO_8859_1);
        var seenLocked = new AtomicBoolean();
        var givenUp = new AtomicBoolean();
        Optional<ProblemCode> refusal = bounded.run(() -> inTurn(
                () -> KeyringEntry.of(kind.get(), opening, install, seenLocked).write(text, givenUp::get)),
                Optional.of(ProblemCode.KEYRING_SLOW), Optional.of(ProblemCode.KEYRING_UNAVAILABLE));
        givenUp.set(true);
        fail(refusal, seenLocked);
    }

    private <T> T inTurn(Callable<T> write) throws Exception {
        turn.acquire();
        try {
            return write.call();
        } finally {
            turn.release();
        }
    }

    @Override
    public boolean takesUnasked() {
        return bounded.run(() -> KeyringEntry.isOpen(kind.get()), false, false);
    }

    private void fail(Optional<ProblemCode> refusal, AtomicBoolean seenLocked) throws ProblemException {
        if (refusal.isEmpty()) {
            return;
        }
        boolean unanswered = refusal.get() == ProblemCode.KEYRING_SLOW && seenLocked.get();
        ProblemCode code = unanswered ? ProblemCode.KEYRING_LOCKED : refusal.get();
        LOG.warn("{}: {}", id(), code.key());
        throw ProblemException.of(code);
    }
}
