package app.loupe.vault;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lends the keys of a vault to one use at a time, until they are closed: no other use of the keys goes on
 * meanwhile. Facts of the vault file that no key is for change past it. Safe for use by several threads.
 */
final class LentKeys {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable VaultKeys keys;

    LentKeys(VaultKeys keys) {
        this.keys = keys;
    }

    /** What somebody asks with the keys. */
    interface Question<T> {
        T with(VaultKeys keys) throws ProblemException;
    }

    /** What somebody changes with the keys. */
    interface Change {
        void with(VaultKeys keys) throws ProblemException;
    }

    /**
     * Asks, when nobody else does.
     *
     * @throws ProblemException {@link ProblemCode#FILES_CLOSED} once they are closed: what comes later is given up and no failure
     */
    <T> T ask(Question<T> question) throws ProblemException {
        lock.lock();
        try {
            if (keys == null) {
                throw ProblemException.of(ProblemCode.FILES_CLOSED);
            }
            return question.with(keys);
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #ask} for what answers nothing. */
    void change(Change change) throws ProblemException {
        ask(open -> {
            change.with(open);
            return true;
        });
    }

    /** Asks, unless somebody else does now or they are closed: then nothing is answered. */
    <T> Optional<T> askIfFree(Question<T> question) throws ProblemException {
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return keys == null ? Optional.empty() : Optional.of(question.with(keys));
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the use under way, and lets go of the keys. */
    void close() {
        lock.lock();
        try {
            // Tink's key objects cannot be wiped; without a reference they are unreachable and freed
            if (keys != null) {
                keys.close();
            }
        } finally {
            keys = null;
            lock.unlock();
        }
    }
}
