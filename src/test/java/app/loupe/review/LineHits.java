package app.loupe.review;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.LineTerm;
import app.loupe.domain.PrintedLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Lines that hold these terms and nothing else. */
record LineHits(Map<LineTerm, Set<InvoiceKey>> byTerm) {
    static final LineHits NONE = new LineHits(Map.of());

    /** The books with these lines. */
    Books in(Books books) {
        var writer = new LinesWriter(books);
        byTerm.forEach((term, keys) -> keys.forEach(key -> writer.accept(switch (term) {
            case LineTerm.Text text -> new PrintedLine(key, LineKind.NOTE, text.typed(), null, "", BigDecimal.ZERO,
                    BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            case LineTerm.Amount amount -> new PrintedLine(key, LineKind.PRODUCT, "", null, "", BigDecimal.ONE,
                    amount.value(), BigDecimal.ZERO, BigDecimal.ZERO);
        })));
        return writer.written();
    }
}
