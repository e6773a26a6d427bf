package app.loupe.review;

import app.loupe.domain.InvoiceKey;
import java.util.Map;
import java.util.Set;

/**
 * The invoices with a line that contains a text, per text of {@link InvoiceQuery#textTerms}: apart, because one word may
 * stand in the customer's name and the next in a line.
 */
public record LineHits(Map<String, Set<InvoiceKey>> byText) {
    /** No line was looked at. */
    public static final LineHits NONE = new LineHits(Map.of());

    /** Copies the map, not the sets. */
    public LineHits {
        byText = Map.copyOf(byText);
    }

    /** Whether a line of the invoice contains the text. */
    boolean has(String text, InvoiceKey key) {
        return byText.getOrDefault(text, Set.of()).contains(key);
    }
}
