package app.loupe.review;

/** Makes numbers comparable as a reader orders them: digits count as numbers, so that INV/999 comes before INV/1000. */
final class NaturalKey {
    /** Of a number with more digits than any, the further ones do not count as its length. */
    private static final int MOST_DIGITS = 64;

    private NaturalKey() {}

    /** The text by whose letters a number is ordered. */
    static String of(String number) {
        var key = new StringBuilder(number.length() + 16);
        int at = 0;
        while (at < number.length()) {
            int end = endOfRun(number, at);
            if (end == at) {
                key.append(Character.toLowerCase(number.charAt(at++)));
            } else {
                at = appendRun(number, at, end, key);
            }
        }
        return key.toString();
    }

    /**
     * Compares two numbers as their keys would be, without making these: in a day of a list neighbours differ in their last
     * digits.
     */
    static int compare(String one, String other) {
        int first = differsFrom(one, other);
        int second = first;
        while (first < one.length() && second < other.length()) {
            boolean run = isDigit(one.charAt(first));
            if (run != isDigit(other.charAt(second))) {
                return of(one.substring(first)).compareTo(of(other.substring(second)));
            } else if (run) {
                int end = endOfRun(one, first);
                int otherEnd = endOfRun(other, second);
                int order = compareRuns(one, first, end, other, second, otherEnd);
                if (order != 0) {
                    return order;
                }
                first = end;
                second = otherEnd;
            } else {
                int order = Character.compare(Character.toLowerCase(one.charAt(first++)),
                        Character.toLowerCase(other.charAt(second++)));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(one.length() - first, other.length() - second);
    }

    /** Where the first letter is that is not the same, or the run of digits begins in which it is. */
    private static int differsFrom(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int at = 0;
        while (at < shorter && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        while (at > 0 && isDigit(one.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int compareRuns(String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int first = firstOfNumber(one, from, end);
        int second = firstOfNumber(other, otherFrom, otherEnd);
        int order = Integer.compare(Math.min(end - first, MOST_DIGITS), Math.min(otherEnd - second, MOST_DIGITS));
        while (order == 0 && first < end && second < otherEnd) {
            order = Character.compare(one.charAt(first++), other.charAt(second++));
        }
        // of numbers that are longer than any
        return order == 0 ? Integer.compare(end - first, otherEnd - second) : order;
    }

    private static int endOfRun(String number, int from) {
        int end = from;
        while (end < number.length() && isDigit(number.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int firstOfNumber(String number, int from, int end) {
        int first = from;
        while (first < end - 1 && number.charAt(first) == '0') {
            first++;
        }
        return first;
    }

    /** Writes a run of digits without leading zeros behind its own length, so that longer numbers sort later. */
    private static int appendRun(String number, int from, int end, StringBuilder key) {
        int first = firstOfNumber(number, from, end);
        key.append((char) ('0' + Math.min(end - first, MOST_DIGITS))).append(number, first, end);
        return end;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
