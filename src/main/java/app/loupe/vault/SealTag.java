package app.loupe.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesCtrHmacAeadKey;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Checks who sealed a ciphertext without opening it. Tink's AEAD has no call that does, but its format is public: the
 * last 32 bytes are HMAC-SHA256 over associated data, IV and ciphertext, and the bits of the associated data as eight
 * bytes. Tink's own HMAC computes it, with the key that stays inside Tink.
 */
final class SealTag {
    private static final int TAG_BYTES = 32;

    private SealTag() {}

    /**
     * Whether this key made the ciphertext for this binding, and neither was changed since.
     *
     * @param sealed what follows Tink's prefix: IV, ciphertext, tag
     */
    static boolean fits(AesCtrHmacAeadKey key, byte[] sealed, byte[] binding) throws GeneralSecurityException {
        int length = sealed.length - TAG_BYTES;
        if (length < key.getParameters().getIvSizeBytes()) {
            return false;
        }
        byte[] tag = new byte[TAG_BYTES];
        ByteBuffer.wrap(sealed).position(length).get(tag);
        byte[] covered = ByteBuffer.allocate(binding.length + length + Long.BYTES).put(binding).put(sealed, 0, length)
                .putLong((long) binding.length * Byte.SIZE).array();
        try {
            mac(key).verifyMac(tag, covered);
            return true;
        } catch (GeneralSecurityException anotherTag) {
            return false;
        }
    }

    /** Tink asks to name every use of a part of a key: here the half that authenticates, never the one that decrypts. */
    @AccessesPartialKey
    private static Mac mac(AesCtrHmacAeadKey key) throws GeneralSecurityException {
        HmacParameters parameters = HmacParameters.builder().setKeySizeBytes(key.getParameters().getHmacKeySizeBytes())
                .setTagSizeBytes(TAG_BYTES).setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX).build();
        HmacKey alone = HmacKey.builder().setParameters(parameters).setKeyBytes(key.getHmacKeyBytes()).build();
        return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(alone).withRandomId().makePrimary()).build()
                .getPrimitive(RegistryConfiguration.get(), Mac.class);
    }
}
