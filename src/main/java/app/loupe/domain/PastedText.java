package app.loupe.domain;

/** Cleans pasted words, which often have blanks around them that nobody sees. */
public final class PastedText {
    private PastedText() {}

    /** Removes white space, controls and characters without width at both ends; the inside stays as it is. */
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
