package app.loupe.review;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineTerm;
import java.util.Map;
import java.util.Set;

/**
 * The invoices with a line that holds something, per term of {@link InvoiceQuery#lineTerms}: apart, because one word may
 * stand in the customer's name and the next in a line.
 */
public record LineHits(Map<LineTerm, Set<InvoiceKey>> byTerm) {
    /** No line was looked at. */
    public static final LineHits NONE = new LineHits(Map.of());

    /** Copies the map, not the sets. */
    public LineHits {
        byTerm = Map.copyOf(byTerm);
    }

    /** The invoices with a line that holds the term. */
    Set<InvoiceKey> of(LineTerm term) {
        return byTerm.getOrDefault(term, Set.of());
    }
}
