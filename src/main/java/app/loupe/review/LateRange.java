package app.loupe.review;

/**
 * A range of days late, both ends included. What is not late lies in none: the least day is the first.
 *
 * @param shown as it is compared, in the form of a range of amounts: {@code >60}, {@code 31..60}
 */
record LateRange(int least, int most, String shown) {
    /** Whether the other is the end that this has not, and days lie in both: {@code >60} and {@code <90}. */
    boolean isOpenTo(LateRange other) {
        boolean ends = most < Integer.MAX_VALUE;
        boolean otherEnds = other.most < Integer.MAX_VALUE;
        return ends != otherEnds && (ends ? least : other.least) == 1
                && Math.max(least, other.least) <= Math.min(most, other.most);
    }

    /** Whether so many days lie inside. */
    boolean contains(long days) {
        return days >= least && days <= most;
    }
}
