package app.loupe.vault;

import app.loupe.domain.PhraseKey;
import app.loupe.domain.Secret;
import app.loupe.domain.ProblemException;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The key of a transfer file: derived as the one that wraps the master keyset, and bound to other things. */
public final class TransferKey implements PhraseKey {
    private final WrappingKey key;

    private TransferKey(WrappingKey key) {
        this.key = key;
    }

    /** Derives the key; see {@link PhraseKey.Maker}. Capitals, and what stands between the words, make no difference. */
    public static PhraseKey of(Secret passphrase, byte[] salt) throws GeneralSecurityException {
        try (Secret phrase = PhraseMaker.asMade(passphrase)) {
            return new TransferKey(WrappingKey.derive(phrase, salt));
        }
    }

    @Override
    public byte[] seal(byte[] content, byte[] bound) throws GeneralSecurityException {
        return key.seal(content, bound);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        return key.open(sealed, bound);
    }

    @Override
    public byte[] sealPassword(Secret password, byte[] bound) throws GeneralSecurityException, ProblemException {
        byte[] block = PaddedPassword.pad(password);
        try {
            return key.seal(block, bound);
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }

    @Override
    public Secret openPassword(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        byte[] block = key.open(sealed, bound);
        try {
            return PaddedPassword.unpad(block);
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }
}
