package app.loupe.sync;

/**
 * Decides how much to ask for in one request: half as much after the server could not answer, twice as much after eight
 * answers in a row. Used by one thread at a time.
 */
final class PageSize {
    private static final int ANSWERS_BEFORE_GROWING = 8;

    private final int most;
    private int current;
    private int answers;

    PageSize(int most) {
        this.most = most;
        this.current = most;
    }

    int current() {
        return current;
    }

    /** Notes an answer. */
    void answered() {
        answers++;
        if (answers >= ANSWERS_BEFORE_GROWING) {
            answers = 0;
            current = Math.min(most, current * 2);
        }
    }

    /** Halves what was asked; returns false when that was one already. */
    boolean halve(int asked) {
        answers = 0;
        if (asked <= 1) {
            return false;
        }
        current = asked / 2;
        return true;
    }
}
