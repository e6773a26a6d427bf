package app.loupe.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens a sealed password with nothing but the JDK, from the documented format: 1 byte version (01), 4 bytes key id, 16
 * bytes IV, 256 bytes AES-128-CTR, 32 bytes HMAC-SHA256 over (associated data, IV, ciphertext, bits of associated data
 * as 8 bytes). Shares no line with the code under test.
 */
final class WireFormat {
    private static final int PREFIX = 5;
    private static final int IV = 16;
    private static final int TAG = 32;

    private WireFormat() {}

    static byte[] associatedData(String... fields) {
        byte[] data = "inv-vault/1".getBytes(StandardCharsets.US_ASCII);
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            byte[] length = {0, 0, (byte) (bytes.length / 256), (byte) (bytes.length % 256)};
            data = joined(data, length, bytes);
        }
        return data;
    }

    static String open(String base64url, byte[] aesKey, byte[] hmacKey, byte[] associated)
            throws GeneralSecurityException {
        byte[] sealed = Base64.getUrlDecoder().decode(base64url);
        byte[] iv = Arrays.copyOfRange(sealed, PREFIX, PREFIX + IV);
        byte[] body = Arrays.copyOfRange(sealed, PREFIX + IV, sealed.length - TAG);
        byte[] tag = Arrays.copyOfRange(sealed, sealed.length - TAG, sealed.length);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(hmacKey, "HmacSHA256"));
        byte[] bits = ByteBuffer.allocate(Long.BYTES).putLong(associated.length * 8L).array();
        if (!MessageDigest.isEqual(tag, mac.doFinal(joined(associated, iv, body, bits)))) {
            throw new GeneralSecurityException("tag");
        }
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(aesKey, "AES"), new IvParameterSpec(iv));
        byte[] block = cipher.doFinal(body);
        int length = ByteBuffer.wrap(block).getShort();
        return new String(block, 2, length, StandardCharsets.UTF_8);
    }

    /** The AES key (16 bytes) and the HMAC key (32 bytes) of a keyset of one key, read from its protobuf. */
    static List<byte[]> keys(byte[] keyset) {
        byte[] aead = field(field(field(keyset, 2), 1), 2);
        return List.of(field(field(aead, 2), 3), field(field(aead, 3), 3));
    }

    /** The bytes of the first length-delimited field of this number. */
    private static byte[] field(byte[] message, int number) {
        var buffer = ByteBuffer.wrap(message);
        while (buffer.hasRemaining()) {
            int tag = varint(buffer);
            int value = varint(buffer);
            if ((tag & 7) == 2) {
                byte[] bytes = new byte[value];
                buffer.get(bytes);
                if (tag >>> 3 == number) {
                    return bytes;
                }
            }
        }
        throw new IllegalArgumentException("no field " + number);
    }

    private static int varint(ByteBuffer buffer) {
        int value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] joined(byte[]... parts) {
        var buffer = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            buffer.put(part);
        }
        return buffer.array();
    }
}
