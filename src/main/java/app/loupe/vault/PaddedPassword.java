package app.loupe.vault;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Gives every password the same length before it is sealed, because CTR mode would show it: two bytes of length, big
 * endian, the UTF-8 bytes, zeros up to 256.
 */
final class PaddedPassword {
    private static final int LENGTH_BYTES = 2;

    /** Length of what is sealed. */
    static final int BLOCK_BYTES = LENGTH_BYTES + Secret.LONGEST_PASSWORD;

    private PaddedPassword() {}

    /**
     * Pads; the caller wipes the result.
     *
     * @throws ProblemException {@link ProblemCode#PASSWORD_EMPTY}, {@link ProblemCode#PASSWORD_TOO_LONG}
     */
    static byte[] pad(Secret password) throws ProblemException {
        int length = password.length();
        if (length == 0) {
            throw ProblemException.of(ProblemCode.PASSWORD_EMPTY);
        }
        if (length > Secret.LONGEST_PASSWORD) {
            throw ProblemException.of(ProblemCode.PASSWORD_TOO_LONG);
        }
        byte[] block = new byte[BLOCK_BYTES];
        block[0] = (byte) (length >>> Byte.SIZE);
        block[1] = (byte) length;
        System.arraycopy(password.bytes(), 0, block, LENGTH_BYTES, length);
        return block;
    }

    /**
     * Takes the password out of an opened block; the caller wipes the block and closes the secret.
     *
     * @throws GeneralSecurityException when the block is not one that {@link #pad} could have made
     */
    static Secret unpad(byte[] block) throws GeneralSecurityException {
        if (block.length != BLOCK_BYTES) {
            throw new GeneralSecurityException("not a password block");
        }
        int length = ((block[0] & 0xff) << Byte.SIZE) | (block[1] & 0xff);
        if (length == 0 || length > Secret.LONGEST_PASSWORD) {
            throw new GeneralSecurityException("not a password block");
        }
        int rest = 0;
        for (int i = LENGTH_BYTES + length; i < BLOCK_BYTES; i++) {
            rest |= block[i];
        }
        if (rest != 0) {
            throw new GeneralSecurityException("not a password block");
        }
        return Secret.owning(Arrays.copyOfRange(block, LENGTH_BYTES, LENGTH_BYTES + length));
    }
}
