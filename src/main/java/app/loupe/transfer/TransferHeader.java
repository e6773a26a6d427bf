package app.loupe.transfer;

import app.loupe.domain.PhraseKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a transfer file begins with, unsealed: its name and version, a salt, nothing sealed by the key that the passphrase and
 * the salt give, and a digest of all that. So damage here is told from a wrong passphrase.
 */
final class TransferHeader {
    private static final String NAME = "loupe-transfer/";
    private static final int VERSION = 1;
    private static final Pattern FIRST_LINE = Pattern.compile(NAME + "([1-9][0-9]{0,5})");
    private static final int LONGEST_LINE = 32;
    private static final int DIGEST_BYTES = 32;

    private final byte[] salt;
    /** Tells whether a key is the right one. */
    private final byte[] check;

    private TransferHeader(byte[] salt, byte[] check) {
        this.salt = salt;
        this.check = check;
    }

    /** A new one, and the key that goes with it. */
    static Fresh fresh(PhraseKey.Maker keys, Secret passphrase) throws GeneralSecurityException {
        byte[] salt = new byte[PhraseKey.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        PhraseKey key = keys.of(passphrase, salt);
        return new Fresh(new TransferHeader(salt, key.seal(new byte[0], bound(salt, "check"))), key);
    }

    /** A new header with its key. */
    record Fresh(TransferHeader header, PhraseKey key) {}

    /** The bytes that the file begins with. */
    byte[] bytes() {
        byte[] before = undigested();
        return ByteBuffer.allocate(before.length + DIGEST_BYTES).put(before).put(digest(before)).array();
    }

    private byte[] undigested() {
        byte[] line = (NAME + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(line.length + salt.length + check.length).put(line).put(salt).put(check).array();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads it.
     *
     * @throws RefusedException of another kind of file, a newer version, or damage
     */
    static TransferHeader read(InputStream in) throws IOException {
        var line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = in.read();
        }
        Matcher first = FIRST_LINE.matcher(line);
        if (next != '\n' || !first.matches()) {
            throw new RefusedException(ProblemCode.TRANSFER_FOREIGN);
        }
        if (Integer.parseInt(first.group(1)) != VERSION) {
            throw new RefusedException(ProblemCode.TRANSFER_NEWER);
        }
        byte[] salt = in.readNBytes(PhraseKey.SALT_BYTES);
        byte[] check = in.readNBytes(PhraseKey.SEAL_BYTES);
        var read = new TransferHeader(salt, check);
        if (!Arrays.equals(in.readNBytes(DIGEST_BYTES), digest(read.undigested()))) {
            throw new RefusedException(ProblemCode.TRANSFER_DAMAGED);
        }
        return read;
    }

    /**
     * The key that this passphrase gives.
     *
     * @throws RefusedException when it is another passphrase
     */
    PhraseKey key(PhraseKey.Maker keys, Secret passphrase) throws IOException {
        try {
            PhraseKey key = keys.of(passphrase, salt);
            key.open(check, bound("check"));
            return key;
        } catch (GeneralSecurityException wrong) {
            throw new RefusedException(ProblemCode.TRANSFER_PHRASE_WRONG);
        }
    }

    /** What something in this file is bound to: to its place, and to the file by its salt. */
    byte[] bound(String place) {
        return bound(salt, place);
    }

    private static byte[] bound(byte[] salt, String place) {
        byte[] name = (NAME + VERSION + " " + place).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(salt.length + name.length).put(salt).put(name).array();
    }
}
