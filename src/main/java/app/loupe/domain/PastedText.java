package app.loupe.domain;

/** A word as the owner meant it: what is pasted from a mail or a page often has blanks around it that nobody sees. */
public final class PastedText {
    private PastedText() {}

    /** Without white space, controls and signs without a width at both ends; what is inside stays. */
    public static String of(String pasted) {
        int from = 0;
        int to = pasted.length();
        while (from < to && isUnseen(pasted.charAt(from))) {
            from++;
        }
        while (to > from && isUnseen(pasted.charAt(to - 1))) {
            to--;
        }
        return pasted.substring(from, to);
    }

    private static boolean isUnseen(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> false;
        };
    }
}
