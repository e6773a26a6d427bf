package app.loupe.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides what belongs to a secret that was pasted or saved in a file. Invisible characters at its ends never belong: a
 * byte order mark, line ends and other controls, characters without width. An API key of Odoo, which is 40 hexadecimal
 * digits, has no blanks anywhere: they are taken out. Blanks around anything else stay, because a password may have them; they are named when
 * Odoo refuses it ({@link #suspicion}).
 */
public final class PastedSecret {
    private static final int KEY_DIGITS = 40;
    private static final List<byte[]> UNSEEN = encoded(IntStream.concat(IntStream.rangeClosed(0, 0x1f),
            IntStream.of(0x7f,
                    0x85, 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d,
                    0x202e,
                    0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff)));
    private static final List<byte[]> BLANKS = encoded(IntStream.concat(IntStream.rangeClosed(0x2000, 0x200a),
            IntStream.of(0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000)));

    private PastedSecret() {}

    private static List<byte[]> encoded(IntStream codePoints) {
        return codePoints.mapToObj(point -> Character.toString(point).getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** Returns the secret that was meant, and wipes the one given. */
    public static Secret of(Secret given) {
        try (given) {
            byte[] bytes = given.bytes();
            byte[] compact = compact(bytes);
            if (isKey(compact)) {
                return Secret.owning(compact);
            }
            Arrays.fill(compact, (byte) 0);
            int from = 0;
            int to = bytes.length;
            for (int step = starting(UNSEEN, bytes, from, to); step > 0; step = starting(UNSEEN, bytes, from, to)) {
                from += step;
            }
            for (int step = ending(UNSEEN, bytes, from, to); step > 0; step = ending(UNSEEN, bytes, from, to)) {
                to -= step;
            }
            return Secret.owning(Arrays.copyOfRange(bytes, from, to));
        }
    }

    /** Why a server may have refused this secret: it begins or ends with a blank. Empty when it does neither. */
    public static Optional<ProblemCode> suspicion(Secret refused) {
        byte[] bytes = refused.bytes();
        if (starting(BLANKS, bytes, 0, bytes.length) > 0) {
            return Optional.of(ProblemCode.PASSWORD_BEGINS_WITH_SPACE);
        }
        return ending(BLANKS, bytes, 0, bytes.length) > 0
                ? Optional.of(ProblemCode.PASSWORD_ENDS_WITH_SPACE)
                : Optional.empty();
    }

    /** Without any blank or unseen character; as long as it was, filled up with zeros, when it can be no key. */
    private static byte[] compact(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length;) {
            int skip = Math.max(starting(UNSEEN, bytes, i, bytes.length), starting(BLANKS, bytes, i, bytes.length));
            if (skip == 0) {
                kept[length++] = bytes[i];
            }
            i += Math.max(skip, 1);
        }
        if (length != KEY_DIGITS) {
            return kept;
        }
        byte[] key = Arrays.copyOf(kept, length);
        Arrays.fill(kept, (byte) 0);
        return key;
    }

    private static boolean isKey(byte[] bytes) {
        if (bytes.length != KEY_DIGITS) {
            return false;
        }
        for (byte each : bytes) {
            if (Character.digit(each, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The length of the character at the beginning; 0 when it is none of these. */
    private static int starting(List<byte[]> characters, byte[] bytes, int from, int to) {
        return characters.stream().filter(each -> from + each.length <= to
                && Arrays.equals(bytes, from, from + each.length, each, 0, each.length)).mapToInt(each -> each.length)
                .findFirst().orElse(0);
    }

    private static int ending(List<byte[]> characters, byte[] bytes, int from, int to) {
        return characters.stream().filter(each -> from + each.length <= to
                && Arrays.equals(bytes, to - each.length, to, each, 0, each.length)).mapToInt(each -> each.length)
                .findFirst().orElse(0);
    }
}
