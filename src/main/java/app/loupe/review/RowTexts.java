package app.loupe.review;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The texts of many rows one behind the other in one array of UTF-8 bytes. A search is one walk over that array, because
 * in UTF-8 a text contains another exactly when its bytes do. The bytes are kept as a string of Latin-1 letters, for whose
 * search the virtual machine has its fastest instructions. Immutable.
 */
final class RowTexts {
    private final String bytes;
    private final int[] ends;

    private RowTexts(String bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    /** A text as it is kept here, to be looked for. */
    static String encoded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }

    private static String decoded(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) > 0x7f) {
                return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return bytes;
    }

    /** The part of a row's text between two separators, or a separator and the text's end; the first is 0. */
    String part(int row, char separator, int number) {
        int from = start(row);
        for (int i = 0; i < number; i++) {
            from = bytes.indexOf(separator, from) + 1;
        }
        int to = bytes.indexOf(separator, from);
        return decoded(bytes.substring(from, to < 0 || to > ends[row] ? ends[row] : to));
    }

    /** A row's text, {@link #encoded}. */
    String kept(int row) {
        return bytes.substring(start(row), ends[row]);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** How many rows there are. */
    int size() {
        return ends.length;
    }

    /** Bytes of all texts together. */
    int length() {
        return bytes.length();
    }

    /**
     * Which of these rows have a text that contains one of some {@link #encoded} forms.
     *
     * @param whole whether no letter or digit may stand right before or behind it
     * @return a set of the caller's own
     */
    BitSet holding(List<String> forms, boolean whole, BitSet among) {
        var found = new BitSet(ends.length);
        for (String form : forms) {
            var rest = (BitSet) among.clone();
            rest.andNot(found);
            // rows that stand one behind the other are one walk
            for (int from = rest.nextSetBit(0); from >= 0;) {
                int to = rest.nextClearBit(from);
                mark(form, whole, from, to, found);
                from = rest.nextSetBit(to);
            }
        }
        return found;
    }

    private void mark(String form, boolean whole, int from, int to, BitSet into) {
        int last = ends[to - 1];
        int row = from;
        int at = bytes.indexOf(form, start(from), last);
        while (at >= 0) {
            while (ends[row] <= at) {
                row++;
            }
            int end = at + form.length();
            boolean holds = end <= ends[row] && (!whole || isWhole(start(row), at, end, ends[row]));
            if (holds) {
                into.set(row);
            }
            at = bytes.indexOf(form, holds ? ends[row] : at + 1, last);
        }
    }

    private boolean isWhole(int start, int at, int end, int last) {
        return (at == start || !Character.isLetterOrDigit(before(start, at)))
                && (end == last || !Character.isLetterOrDigit(codePointAt(end, last)));
    }

    private int before(int start, int at) {
        int lead = at - 1;
        while (lead > start && isContinuation(bytes.charAt(lead))) {
            lead--;
        }
        return codePointAt(lead, at);
    }

    private int codePointAt(int at, int last) {
        char lead = bytes.charAt(at);
        if (lead <= 0x7f) {
            return lead;
        }
        int end = at + 1;
        while (end < last && isContinuation(bytes.charAt(end))) {
            end++;
        }
        return decoded(bytes.substring(at, end)).codePointAt(0);
    }

    private static boolean isContinuation(char unit) {
        return (unit & 0xc0) == 0x80;
    }

    /** Writes the texts of rows one after the other; one thread. */
    static final class Writer {
        private final StringBuilder bytes = new StringBuilder();
        private final int[] ends;
        private int count;

        /** A writer for at most so many rows. */
        Writer(int most) {
            ends = new int[most];
        }

        /** The next row's text, {@link RowTexts#encoded}. */
        void addEncoded(String text) {
            bytes.append(text);
            ends[count++] = bytes.length();
        }

        /** The next row's text in parts, between which stands a byte that is in no UTF-8. */
        void add(char separator, String... parts) {
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    bytes.append(separator);
                }
                bytes.append(encoded(parts[i]));
            }
            ends[count++] = bytes.length();
        }

        /** The next row's text as it stands elsewhere. */
        void copy(RowTexts from, int row) {
            bytes.append(from.bytes, from.start(row), from.ends[row]);
            ends[count++] = bytes.length();
        }

        RowTexts written() {
            return new RowTexts(bytes.toString(), Arrays.copyOf(ends, count));
        }
    }
}
