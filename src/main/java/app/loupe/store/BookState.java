package app.loupe.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a book file, or its ledger, says the file holds. The text form is one line; its last word shows that the line is
 * complete.
 *
 * @param generation counts the changes of the file
 * @param changedAt when it last changed, by this computer's clock
 * @param lastNumber the highest number that a change ever had
 * @param rows rows of all kinds
 * @param sum of the rows' hashes, which does not depend on their order
 */
record BookState(long generation, Instant changedAt, long lastNumber, long rows, long sum) {
    private static final String HEAD = "loupe-book";
    private static final String FORM = "1";
    private static final String END = "end";
    private static final int PARTS = 9;

    /** Whether both have the same rows. */
    boolean holdsTheSameAs(long otherRows, long otherSum) {
        return rows == otherRows && sum == otherSum;
    }

    /** The state after a change that adds or removes this many rows. */
    BookState next(Instant now, long number, long moreRows, long moreSum) {
        return new BookState(generation + 1, now, number, rows + moreRows, sum + moreSum);
    }

    /**
     * The ledger of an installation.
     *
     * @param kept the generation that the newest good state has; -1 when there is none
     */
    record Ledger(String install, BookState state, long kept) {
        String text() {
            return String.join(" ", HEAD, FORM, install, Long.toString(state.generation), state.changedAt.toString(),
                    Long.toString(state.lastNumber), Long.toString(state.rows), Long.toHexString(state.sum),
                    Long.toString(kept), END) + "\n";
        }

        /** Reads the text form; empty when it is not whole. */
        static Optional<Ledger> parse(String text) {
            List<String> parts = List.of(text.strip().split(" ", -1));
            if (parts.size() != PARTS + 1 || !parts.getFirst().equals(HEAD) || !parts.get(1).equals(FORM)
                    || !parts.getLast().equals(END)) {
                return Optional.empty();
            }
            try {
                var state = new BookState(Long.parseLong(parts.get(3)), Instant.parse(parts.get(4)),
                        Long.parseLong(parts.get(5)), Long.parseLong(parts.get(6)),
                        Long.parseUnsignedLong(parts.get(7), 16));
                return Optional.of(new Ledger(parts.get(2), state, Long.parseLong(parts.get(8))));
            } catch (NumberFormatException | DateTimeException damaged) {
                return Optional.empty();
            }
        }
    }
}
