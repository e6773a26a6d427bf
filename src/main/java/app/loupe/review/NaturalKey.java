package app.loupe.review;

/** Makes numbers comparable as a reader orders them: digits count as numbers, so that INV/999 comes before INV/1000. */
final class NaturalKey {
    private NaturalKey() {}

    /** The text by whose letters a number is ordered. */
    static String of(String number) {
        var key = new StringBuilder(number.length() + 16);
        int at = 0;
        while (at < number.length()) {
            int end = at;
            while (end < number.length() && isDigit(number.charAt(end))) {
                end++;
            }
            if (end == at) {
                key.append(Character.toLowerCase(number.charAt(at++)));
            } else {
                at = appendRun(number, at, end, key);
            }
        }
        return key.toString();
    }

    /** Writes a run of digits without leading zeros behind its own length, so that longer numbers sort later. */
    private static int appendRun(String number, int from, int end, StringBuilder key) {
        int first = from;
        while (first < end - 1 && number.charAt(first) == '0') {
            first++;
        }
        key.append((char) ('0' + Math.min(end - first, 64))).append(number, first, end);
        return end;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
