package app.loupe.vault;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.PassphrasePrompt.Reason;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the master keyset in a file that only a passphrase opens, for sessions without a keyring. The derived key stays
 * in memory until {@link #close}, so that deleting a connection does not ask again; the passphrase itself is not kept.
 * Used by one thread at a time.
 */
public final class PassphraseHolder implements KeyHolder, AutoCloseable {
    /** The stable id. */
    public static final String ID = "passphrase";

    /** The holder gives up after this many wrong or weak answers. */
    static final int MAX_ANSWERS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(PassphraseHolder.class);

    private final PassphraseFile file;
    private final PassphrasePrompt prompt;
    private final SecureRandom random = new SecureRandom();
    private @Nullable WrappingKey derived;

    /**
     * Prepares; reads nothing yet.
     *
     * @param file where the wrapped keyset is or will be, inside the data folder
     * @param prompt asks the owner
     */
    public PassphraseHolder(Path file, PassphrasePrompt prompt) {
        this.file = new PassphraseFile(file);
        this.prompt = prompt;
    }

    @Override
    public String id() {
        return ID;
    }

    /**
     * Asks for the passphrase when there is a file. {@code Locked} when the owner gave none, {@code Denied} when every
     * one given was wrong, after {@value #MAX_ANSWERS} at most.
     */
    @Override
    public KeyState load(InstallId install) {
        if (!file.exists()) {
            return new KeyState.Absent();
        }
        try {
            Optional<PassphraseFile.Content> content = file.read();
            return content.isEmpty() ? new KeyState.Unreadable("format") : unlocked(content.get(), install);
        } catch (IOException refused) {
            LOG.warn("the passphrase file cannot be read", refused);
            return new KeyState.Unreadable("file");
        }
    }

    private KeyState unlocked(PassphraseFile.Content content, InstallId install) {
        Optional<Secret> withKnown = unwrapped(derived, content, install);
        if (withKnown.isPresent()) {
            return new KeyState.Present(withKnown.get());
        }
        for (int answer = 0; answer < MAX_ANSWERS; answer++) {
            Optional<Secret> given = prompt.ask(answer == 0 ? Reason.UNLOCK : Reason.WRONG, "");
            if (given.isEmpty()) {
                // whoever gave up after a wrong answer is told that it was wrong
                return answer == 0 ? new KeyState.Locked() : new KeyState.Denied();
            }
            try (Secret passphrase = given.get()) {
                WrappingKey key = derive(passphrase, content.salt());
                Optional<Secret> keyset = unwrapped(key, content, install);
                if (keyset.isPresent()) {
                    derived = key;
                    return new KeyState.Present(keyset.get());
                }
            }
        }
        return new KeyState.Denied();
    }

    private static Optional<Secret> unwrapped(@Nullable WrappingKey key, PassphraseFile.Content content,
            InstallId install) {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(key.unwrap(content.wrapped(), install));
        } catch (GeneralSecurityException wrong) {
            return Optional.empty();
        }
    }

    /**
     * Wraps and writes the keyset; asks the owner to choose a passphrase when there is none yet.
     *
     * @throws ProblemException {@link ProblemCode#PASSPHRASE_NOT_CHOSEN} when the owner gave none,
     *     {@link ProblemCode#PASSPHRASE_WEAK} after weak choices only, {@link ProblemCode#DATA_FOLDER_UNUSABLE} when
     *     the file cannot be written
     */
    @Override
    public void store(InstallId install, Secret keyset) throws ProblemException {
        WrappingKey key = derived;
        if (key == null) {
            if (file.exists()) {
                // somebody else's passphrase is not overwritten by a new choice
                throw ProblemException.of(ProblemCode.PASSPHRASE_NEEDED);
            }
            key = chosen();
        }
        try {
            file.write(PassphraseFile.Content.of(key.salt(), key.wrap(keyset, install)));
            PassphraseFile.Content back = file.read().orElseThrow(() -> new IOException("not read back"));
            try (Secret kept = key.unwrap(back.wrapped(), install)) {
                if (!kept.sameAs(keyset)) {
                    throw new IOException("read back differently");
                }
            }
            derived = key;
        } catch (IOException | GeneralSecurityException refused) {
            LOG.warn("the passphrase file cannot be written", refused);
            throw ProblemException.of(ProblemCode.DATA_FOLDER_UNUSABLE, file.folder());
        }
    }

    @Override
    public boolean takesUnasked() {
        return derived != null;
    }

    /** The file is in the folder: each copy has its own. */
    @Override
    public boolean isSharedByCopies() {
        return false;
    }

    private WrappingKey chosen() throws ProblemException {
        try (Secret passphrase = PassphraseChoice.ask(prompt, random)) {
            byte[] salt = new byte[WrappingKey.SALT_BYTES];
            random.nextBytes(salt);
            return derive(passphrase, salt);
        }
    }

    private static WrappingKey derive(Secret passphrase, byte[] salt) {
        try {
            return WrappingKey.derive(passphrase, salt);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("deriving a key failed", broken);
        }
    }

    /** Forgets the derived key; the next use asks again. */
    @Override
    public void close() {
        derived = null;
    }
}
