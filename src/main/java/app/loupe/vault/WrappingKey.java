package app.loupe.vault;

import app.loupe.domain.Exempt;
import app.loupe.domain.InstallId;
import app.loupe.domain.Secret;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The key that a passphrase gives: Argon2id over the passphrase and a salt, 32 bytes, used for AES-256-GCM. One wraps the
 * master keyset in a file, another seals a transfer file; each has a salt of its own.
 */
final class WrappingKey {
    /** Length of the salt. */
    static final int SALT_BYTES = 16;

    private static final int MEMORY_KIB = 64 * 1024;
    private static final int ITERATIONS = 3;
    private static final int LANES = 4;
    private static final int KEY_BYTES = 32;

    private final byte[] salt;
    private final Aead aead;

    private WrappingKey(byte[] salt, Aead aead) {
        this.salt = salt.clone();
        this.aead = aead;
    }

    /** Derives the key: about a quarter of a second and 64 MiB. The passphrase stays the caller's to close. */
    static WrappingKey derive(Secret passphrase, byte[] salt) throws GeneralSecurityException {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(
                Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(MEMORY_KIB).withIterations(ITERATIONS)
                .withParallelism(LANES).withSalt(salt).build());
        byte[] key = new byte[KEY_BYTES];
        try {
            argon2.generateBytes(passphrase.bytes(), key);
            return new WrappingKey(salt, aead(key));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        AesGcmParameters parameters = AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(12)
                .setTagSizeBytes(16).setVariant(AesGcmParameters.Variant.NO_PREFIX).build();
        AesGcmKey imported = AesGcmKey.builder().setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())).build();
        return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(imported).withRandomId().makePrimary()).build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** The salt it was derived with. */
    byte[] salt() {
        return salt.clone();
    }

    /** Wraps a keyset for this installation. */
    byte[] wrap(Secret keyset, InstallId install) throws GeneralSecurityException {
        return seal(keyset.bytes(), Binding.ofPassphraseFile(install));
    }

    /**
     * Unwraps; the caller closes the secret.
     *
     * @throws GeneralSecurityException when the passphrase was wrong or the file is of another installation
     */
    Secret unwrap(byte[] wrapped, InstallId install) throws GeneralSecurityException {
        return Secret.owning(open(wrapped, Binding.ofPassphraseFile(install)));
    }

    /** Seals; opens only beside the same bound bytes. */
    byte[] seal(byte[] content, byte[] bound) throws GeneralSecurityException {
        return aead.encrypt(content, bound);
    }

    /** @throws GeneralSecurityException when this key did not seal that, or not beside these bytes */
    @Exempt(rule = "S31", because = "opens the keyset, and a transfer file, under a passphrase; never a password of a row")
    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        return aead.decrypt(sealed, bound);
    }
}
