package app.loupe.vault;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/** Turns a password into the {@code encrypted_password} of one row and back. The only place that opens a password. */
final class RowSeal {
    private final Binding binding;

    /** Seals for the rows of one user. */
    RowSeal(Binding binding) {
        this.binding = binding;
    }

    /**
     * Seals a password for this row; two calls never give the same text. The secret stays the caller's.
     *
     * @throws ProblemException {@link ProblemCode#PASSWORD_EMPTY}, {@link ProblemCode#PASSWORD_TOO_LONG}
     */
    StoredConnection seal(MasterKeys keys, ConnectionId id, Endpoint endpoint, Secret password)
            throws ProblemException {
        byte[] block = PaddedPassword.pad(password);
        try {
            byte[] sealed = keys.seal(block, binding.ofPassword(id, endpoint));
            return new StoredConnection(id, endpoint,
                    new SealedPassword(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing failed", broken);
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }

    /**
     * Opens the password of this row; the caller closes it. Whatever is wrong with the ciphertext, the answer is one
     * and the same.
     *
     * @throws ProblemException {@link ProblemCode#KEY_FOREIGN} when the key that sealed it is not in the keyset,
     *     {@link ProblemCode#PASSWORD_NOT_OF_THIS_ROW} for everything else
     */
    Secret open(MasterKeys keys, StoredConnection row) throws ProblemException {
        byte[] sealed = decoded(row.encryptedPassword());
        int keyId = MasterKeys.keyIdOf(sealed);
        if (keyId != 0 && !keys.has(keyId)) {
            throw ProblemException.of(ProblemCode.KEY_FOREIGN);
        }
        byte[] block = new byte[0];
        try {
            block = keys.open(sealed, binding.ofPassword(row.id(), row.endpoint()));
            return PaddedPassword.unpad(block);
        } catch (GeneralSecurityException refused) {
            throw ProblemException.of(ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }

    /** Whether {@link #open} would open the password of this row, as its tag says; the password stays sealed. */
    boolean isSealed(MasterKeys keys, StoredConnection row) {
        byte[] sealed = decoded(row.encryptedPassword());
        try {
            return keys.sealed(sealed, binding.ofPassword(row.id(), row.endpoint()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("checking a tag failed", broken);
        }
    }

    /** The bytes of a sealed password; nothing when the text is not exactly what {@link #seal} writes. */
    static byte[] decoded(SealedPassword password) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(password.base64());
            // a lenient decoder would take several texts for one ciphertext
            boolean exact = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(password.base64());
            return exact ? bytes : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
