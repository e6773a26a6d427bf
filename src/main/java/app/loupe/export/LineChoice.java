package app.loupe.export;

import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import java.util.List;

/** Which lines of an invoice an export holds. */
public enum LineChoice {
    /** None. */
    NONE,
    /** The lines of the document, in its order: products, sections, notes and a rounding. */
    SHOWN,
    /** All journal items: those of taxes and receivables, too. */
    JOURNAL_ITEMS;

    /** The lines of this invoice that it holds. */
    public List<MoveLine> of(Invoice invoice) {
        return switch (this) {
            case NONE -> List.of();
            case SHOWN -> invoice.lines().stream().filter(MoveLine::isShown).toList();
            case JOURNAL_ITEMS -> invoice.lines();
        };
    }
}
