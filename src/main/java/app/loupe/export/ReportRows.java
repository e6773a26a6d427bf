package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;

/**
 * Gives the rows of a report one after the other, so that no list of all is needed. May be asked more than once. What it
 * throws, a cancellation too, ends the writing, and no file is left.
 */
@FunctionalInterface
public interface ReportRows {
    /** Gives every row to the sink, in the order of the report. */
    @Blocking
    void each(Sink sink) throws ProblemException;

    /** Takes the rows. */
    interface Sink {
        /** Begins a group: what follows belongs to it, with a subtotal at its end. */
        void group(String name);

        /** The next row. */
        void row(ReportRow row);
    }
}
