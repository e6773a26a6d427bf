package testkit;

import java.util.List;

/** What something between a server and this computer does to its answers. */
public enum Mutilation {
    /** Nothing. */
    NONE,
    /** Some records at the end are missing. */
    SHORTENED,
    /** None comes. */
    EMPTIED,
    /** They come in another order. */
    REORDERED;

    /** Does it to so many calls after the first so many. */
    OfCalls of(int after, int count) {
        return new OfCalls(this, after, count);
    }

    /** This, done to some calls only. */
    record OfCalls(Mutilation how, int after, int count) {
        /** What comes of the records in the answer to a call; calls are counted from 1. */
        <T> List<T> of(List<T> records, int call) {
            if (call <= after || call > after + count) {
                return records;
            }
            return switch (how) {
                case NONE -> records;
                case SHORTENED -> records.subList(0, records.size() / 2);
                case EMPTIED -> List.of();
                case REORDERED -> records.reversed();
            };
        }
    }
}
