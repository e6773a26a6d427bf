package app.loupe.review;

/**
 * A range of days late, both ends included. What is not late lies in none: the least day is the first.
 *
 * @param shown as it is compared, in the form of a range of amounts: {@code >60}, {@code 31..60}
 */
record LateRange(int least, int most, String shown) {
    /** Whether so many days lie inside. */
    boolean contains(long days) {
        return days >= least && days <= most;
    }
}
