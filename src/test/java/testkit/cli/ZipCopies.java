package testkit.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens encrypted ZIPs by the definition of WinZip's AE-2, with the JDK alone. */
public final class ZipCopies {
    private static final int CENTRAL = 0x02014b50;
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int AUTHENTICATION = 10;

    private ZipCopies() {}

    /** The content of a file in it; empty when the passphrase is not the one. */
    public static Optional<byte[]> decrypted(byte[] zip, String name, String passphrase)
            throws IOException, GeneralSecurityException {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = central(bytes, name);
        int size = bytes.getInt(at + 20);
        int local = bytes.getInt(at + 42);
        int from = local + 30 + bytes.getShort(local + 26) + bytes.getShort(local + 28);
        byte[] data = Arrays.copyOfRange(zip, from, from + size);
        byte[] salt = Arrays.copyOf(data, SALT);
        byte[] keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(passphrase.toCharArray(), salt, 1000, (2 * KEY + 2) * 8)).getEncoded();
        if (!Arrays.equals(data, SALT, SALT + 2, keys, 2 * KEY, 2 * KEY + 2)) {
            return Optional.empty();
        }
        byte[] secret = Arrays.copyOfRange(data, SALT + 2, data.length - AUTHENTICATION);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys, KEY, KEY, "HmacSHA1"));
        byte[] proof = Arrays.copyOf(mac.doFinal(secret), AUTHENTICATION);
        if (!Arrays.equals(proof, Arrays.copyOfRange(data, data.length - AUTHENTICATION, data.length))) {
            throw new GeneralSecurityException("not authentic");
        }
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys, 0, KEY, "AES"));
        for (int block = 0; block * 16 < secret.length; block++) {
            byte[] pad = cipher.doFinal(
                    ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(block + 1L).putLong(0).array());
            for (int i = 0; i < 16 && block * 16 + i < secret.length; i++) {
                secret[block * 16 + i] ^= pad[i];
            }
        }
        try (var plain = new InflaterInputStream(new ByteArrayInputStream(secret), new Inflater(true))) {
            return Optional.of(plain.readAllBytes());
        }
    }

    private static int central(ByteBuffer bytes, String name) throws IOException {
        for (int at = 0; at < bytes.capacity() - 46; at++) {
            if (bytes.getInt(at) == CENTRAL) {
                var found = new byte[bytes.getShort(at + 28)];
                bytes.get(at + 46, found);
                if (new String(found, StandardCharsets.UTF_8).equals(name)) {
                    return at;
                }
            }
        }
        throw new IOException("not in it: " + name);
    }
}
