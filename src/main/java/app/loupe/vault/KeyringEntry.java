package app.loupe.vault;

import app.loupe.domain.Exempt;
import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import app.loupe.vault.SessionBus.Look;
import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One entry in the keyring, as java-keyring sees it, and what its exceptions mean. Its {@code get} says "no stored
 * credentials" also for a locked collection, and its {@code set} ends in a NullPointerException there; so the Secret
 * Service itself is looked at before and after, and unlocked here. Calls wait for the keyring: run them in a {@link BoundedCall}.
 */
final class KeyringEntry {
    private static final Logger LOG = LoggerFactory.getLogger(KeyringEntry.class);

    private final KeyringKind kind;
    private final OpenKeyring.Opening opening;
    private final String account;
    private final AtomicBoolean seenLocked;

    private KeyringEntry(KeyringKind kind, OpenKeyring.Opening opening, String account, AtomicBoolean seenLocked) {
        this.kind = kind;
        this.opening = opening;
        this.account = account;
        this.seenLocked = seenLocked;
    }

    /**
     * Names an entry.
     *
     * @param seenLocked set as soon as the keyring is known to be locked, also when the call is given up later
     */
    static KeyringEntry of(KeyringKind kind, OpenKeyring.Opening opening, InstallId install, AtomicBoolean seenLocked) {
        return new KeyringEntry(kind, opening, install.value(), seenLocked);
    }

    /** What is done with an open keyring. */
    @FunctionalInterface
    private interface Use<T> {
        T with(OpenKeyring keyring) throws PasswordAccessException;
    }

    /** Reads the keyset. */
    KeyState read() {
        Look before = unlocked();
        return switch (before) {
            case NO_SERVICE, NO_COLLECTION -> new KeyState.Unavailable(before.name().toLowerCase(Locale.ROOT));
            case SILENT -> new KeyState.Slow();
            case LOCKED -> new KeyState.Locked();
            case UNLOCKED -> readOpen();
        };
    }

    private KeyState readOpen() {
        try {
            String text = using(keyring -> keyring.read(KeyringHolder.SERVICE, account));
            return new KeyState.Present(Secret.ofChars(text));
        } catch (PasswordAccessException refused) {
            return isLocked() ? new KeyState.Locked() : meaning(refused);
        } catch (BackendNotSupportedException none) {
            return isLocked() ? new KeyState.Locked() : new KeyState.Unavailable("no backend");
        } catch (RuntimeException broken) {
            LOG.warn("the keyring failed", broken);
            return isLocked() ? new KeyState.Locked() : new KeyState.Denied();
        }
    }

    private static KeyState meaning(PasswordAccessException refused) {
        if (saysNotThere(refused)) {
            return new KeyState.Absent();
        }
        if (saysNoSession(refused)) {
            return new KeyState.Unavailable("no logon session");
        }
        String message = String.valueOf(refused.getMessage());
        return message.startsWith("Too many") ? new KeyState.Unreadable("duplicate") : new KeyState.Denied();
    }

    /** ERROR_NO_SUCH_LOGON_SESSION: Windows keeps credentials for a session at the computer, not for one over a network. */
    private static boolean saysNoSession(PasswordAccessException refused) {
        return "Error code 1312".equals(refused.getMessage());
    }

    /** The words of the four back ends for "there is no such entry"; anything else is not taken for absence. */
    private static boolean saysNotThere(PasswordAccessException refused) {
        String message = String.valueOf(refused.getMessage());
        return Stream.of("No stored credentials match", "Error code 1168", "Password is not in wallet")
                .anyMatch(message::startsWith);
    }

    /**
     * Writes, reads back, compares; empty when all is well.
     *
     * @param givenUp whether nobody waits for it any more: then nothing is written, however late the keyring is opened
     */
    Optional<ProblemCode> write(String text, BooleanSupplier givenUp) {
        return switch (unlocked()) {
            case NO_SERVICE, NO_COLLECTION -> Optional.of(ProblemCode.KEYRING_UNAVAILABLE);
            case SILENT -> Optional.of(ProblemCode.KEYRING_SLOW);
            case LOCKED -> Optional.of(ProblemCode.KEYRING_LOCKED);
            case UNLOCKED -> writeOpen(text, givenUp);
        };
    }

    private Optional<ProblemCode> writeOpen(String text, BooleanSupplier givenUp) {
        try {
            Optional<String> back = using(keyring -> {
                if (givenUp.getAsBoolean()) {
                    return Optional.empty();
                }
                keyring.write(KeyringHolder.SERVICE, account, text);
                return Optional.of(keyring.read(KeyringHolder.SERVICE, account));
            });
            if (back.isEmpty()) {
                return Optional.of(ProblemCode.KEYRING_SLOW);
            }
            if (isLocked()) {
                return Optional.of(ProblemCode.KEYRING_LOCKED);
            }
            return text.equals(back.get()) ? Optional.empty() : Optional.of(ProblemCode.KEYRING_DENIED);
        } catch (BackendNotSupportedException none) {
            return Optional.of(isLocked() ? ProblemCode.KEYRING_LOCKED : ProblemCode.KEYRING_UNAVAILABLE);
        } catch (PasswordAccessException refused) {
            LOG.warn("the keyring refused", refused);
            return Optional.of(isLocked()
                    ? ProblemCode.KEYRING_LOCKED
                    : saysNoSession(refused) ? ProblemCode.KEYRING_UNAVAILABLE : ProblemCode.KEYRING_DENIED);
        } catch (RuntimeException broken) {
            LOG.warn("the keyring failed", broken);
            return Optional.of(isLocked() ? ProblemCode.KEYRING_LOCKED : ProblemCode.KEYRING_DENIED);
        }
    }

    private <T> T using(Use<T> use) throws PasswordAccessException, BackendNotSupportedException {
        OpenKeyring keyring = opening.open(kind.storage());
        try {
            return use.with(keyring);
        } finally {
            close(keyring);
        }
    }

    @Exempt(rule = "A13", because = "the library declares Exception; what it says at the end changes nothing any more")
    private static void close(OpenKeyring keyring) {
        try {
            keyring.close();
        } catch (Exception | LinkageError late) {
            LOG.warn("the keyring was not closed cleanly", late);
        }
    }

    /**
     * Whether the keyring is open, so that nothing that is done with it asks its owner. KWallet 5 and the one of macOS tell that
     * to nobody who does not open them, and Windows asks never.
     */
    static boolean isOpen(KeyringKind kind) {
        return switch (kind) {
            case SECRET_SERVICE -> new SessionBus().secretService() == Look.UNLOCKED;
            case WINDOWS -> true;
            case KWALLET, MACOS -> false;
        };
    }

    /** Looks, and has a locked keyring ask its owner once. */
    private Look unlocked() {
        Look look = look();
        return look == Look.LOCKED ? new SessionBus().unlocked() : look;
    }

    private boolean isLocked() {
        return look() == Look.LOCKED;
    }

    /** Other systems cannot be looked at without opening: they count as open, their own answers decide. */
    private Look look() {
        if (kind != KeyringKind.SECRET_SERVICE) {
            return Look.UNLOCKED;
        }
        Look look = new SessionBus().secretService();
        if (look == Look.LOCKED) {
            seenLocked.set(true);
        }
        return look;
    }
}
