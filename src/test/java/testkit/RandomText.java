package testkit;

import java.util.SplittableRandom;

/** Draws texts that nobody would type: all of Unicode, halves of surrogate pairs, and the signs that our grammars use. */
public final class RandomText {
    private static final String SIGNS = "\"'<>&;:=.,-+*/|()[] \t\n\r\0\u00A0\u200F\u2028#x0123456789aZ";

    private RandomText() {}

    /** A text of at most this many UTF-16 units; may be empty. */
    public static String draw(SplittableRandom random, int maxLength) {
        int length = random.nextInt(maxLength + 1);
        var text = new StringBuilder(length + 1);
        while (text.length() < length) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                default -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        text.setLength(length);
        return text.toString();
    }
}
