package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemException;
import java.util.Comparator;
import java.util.List;

/**
 * Reads from the copy what was made to reverse an invoice, also before Odoo matches the two: a draft reverses nothing yet and
 * is told all the same; what was cancelled, or counts no longer, is not.
 */
public final class Reversals {
    private final InvoiceReader reader;

    /** Over this copy. */
    public Reversals(InvoiceReader reader) {
        this.reader = reader;
    }

    /** The reversing documents of this invoice, in the order in which they were made. */
    @Blocking
    public List<InvoiceRow> of(InvoiceKey key) throws ProblemException {
        return reader.reversals(key).stream()
                .filter(row -> Counting.counts(row) && row.state() != MoveState.CANCELLED)
                .sorted(Comparator.comparingLong(row -> row.key().id())).toList();
    }
}
