package app.loupe.vault;

import app.loupe.domain.Secret;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesCtrHmacAeadKey;
import com.google.crypto.tink.aead.AesCtrHmacAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;

/**
 * The master keyset in memory: one primary key that seals, and during a rotation one older key that still opens.
 * AES-128-CTR with HMAC-SHA256, 32 bytes of tag. Immutable; changes give a new keyset.
 */
final class MasterKeys {
    /** The most keys that are ever stored, so that the entry fits a Windows credential. */
    static final int MAX_KEYS = 2;

    /** Tink's prefix: one byte of version and four of key id. */
    private static final int PREFIX_BYTES = 5;

    private static final byte PREFIX_VERSION = 1;

    private final KeysetHandle handle;
    private final Aead aead;

    private MasterKeys(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A keyset with one new random key. */
    static MasterKeys generate() throws GeneralSecurityException {
        return new MasterKeys(KeysetHandle.newBuilder().addEntry(freshEntry()).build());
    }

    /**
     * Reads the form of {@link #serialised}; the caller still closes the secret.
     *
     * @throws GeneralSecurityException when it is no keyset, holds more than {@value #MAX_KEYS} keys, or keys of
     *     another kind
     */
    static MasterKeys parse(Secret base64) throws GeneralSecurityException {
        AeadConfig.register();
        byte[] proto = decoded(base64);
        try {
            KeysetHandle handle = TinkProtoKeysetFormat.parseKeyset(proto, InsecureSecretKeyAccess.get(),
                    RegistryConfiguration.get());
            if (handle.size() > MAX_KEYS) {
                throw new GeneralSecurityException("too many keys");
            }
            for (int i = 0; i < handle.size(); i++) {
                if (!handle.getAt(i).getKey().getParameters().equals(parameters())) {
                    throw new GeneralSecurityException("a key of another kind");
                }
            }
            return new MasterKeys(handle);
        } finally {
            Arrays.fill(proto, (byte) 0);
        }
    }

    private static byte[] decoded(Secret base64) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(base64.bytes());
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not a keyset", notBase64);
        }
    }

    /** The binary keyset in base64 (ASCII), for a key holder; the caller closes it. */
    Secret serialised() throws GeneralSecurityException {
        byte[] proto = TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get(),
                RegistryConfiguration.get());
        try {
            return Secret.owning(Base64.getEncoder().encode(proto));
        } finally {
            Arrays.fill(proto, (byte) 0);
        }
    }

    /** The id of the key that seals. */
    int primaryId() {
        return handle.getPrimary().getId();
    }

    /** Whether a key of this id is in the keyset. */
    boolean has(int keyId) {
        return IntStream.range(0, handle.size()).anyMatch(i -> handle.getAt(i).getId() == keyId);
    }

    /** How many keys there are. */
    int size() {
        return handle.size();
    }

    /** The same keys, with the key of this id, which must be there, as the one that seals. */
    MasterKeys sealingWith(int keyId) throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder();
        for (int i = 0; i < handle.size(); i++) {
            KeysetHandle.Entry entry = handle.getAt(i);
            KeysetHandle.Builder.Entry kept = KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
            builder.addEntry(entry.getId() == keyId ? kept.makePrimary() : kept);
        }
        return new MasterKeys(builder.build());
    }

    /** The primary key alone. */
    MasterKeys primaryOnly() throws GeneralSecurityException {
        KeysetHandle.Entry primary = handle.getPrimary();
        return new MasterKeys(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(primary.getKey()).withFixedId(primary.getId()).makePrimary()).build());
    }

    /** A fresh key that seals, and the former primary key, which only opens from now on. */
    MasterKeys withFreshPrimary() throws GeneralSecurityException {
        return new MasterKeys(KeysetHandle.newBuilder(primaryOnly().handle).addEntry(freshEntry()).build());
    }

    /** Seals with the primary key. */
    byte[] seal(byte[] plain, byte[] binding) throws GeneralSecurityException {
        return aead.encrypt(plain, binding);
    }

    /** Opens a ciphertext of any key in the keyset; the caller wipes the result. */
    byte[] open(byte[] sealed, byte[] binding) throws GeneralSecurityException {
        return aead.decrypt(sealed, binding);
    }

    /** Whether a key of the keyset sealed exactly this for this binding; decrypts nothing. */
    boolean sealed(byte[] sealed, byte[] binding) throws GeneralSecurityException {
        int id = keyIdOf(sealed);
        for (int i = 0; i < handle.size(); i++) {
            if (handle.getAt(i).getId() == id && handle.getAt(i).getKey() instanceof AesCtrHmacAeadKey key) {
                return SealTag.fits(key, Arrays.copyOfRange(sealed, PREFIX_BYTES, sealed.length), binding);
            }
        }
        return false;
    }

    /** The id of the key that sealed this, as its prefix says; 0 when it has no such prefix. */
    static int keyIdOf(byte[] sealed) {
        if (sealed.length <= PREFIX_BYTES || sealed[0] != PREFIX_VERSION) {
            return 0;
        }
        return ByteBuffer.wrap(sealed).getInt(1);
    }

    private static KeysetHandle.Builder.Entry freshEntry() throws GeneralSecurityException {
        AeadConfig.register();
        return KeysetHandle.generateEntryFromParameters(parameters()).withRandomId().makePrimary();
    }

    private static AesCtrHmacAeadParameters parameters() throws GeneralSecurityException {
        return AesCtrHmacAeadParameters.builder().setAesKeySizeBytes(16).setHmacKeySizeBytes(32).setIvSizeBytes(16)
                .setTagSizeBytes(32).setHashType(AesCtrHmacAeadParameters.HashType.SHA256)
                .setVariant(AesCtrHmacAeadParameters.Variant.TINK).build();
    }

    @Override
    public String toString() {
        return "MasterKeys[" + handle.size() + "]";
    }
}
