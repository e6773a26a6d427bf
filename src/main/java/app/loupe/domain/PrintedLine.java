package app.loupe.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a printed invoice line that a search, and a list of what was sold, look at; amounts in document currency
 * and unsigned, as the line has them.
 *
 * @param product null without one
 * @param unit its unit of measure; empty without one
 */
public record PrintedLine(InvoiceKey invoice, LineKind kind, String label, @Nullable Ref product, String unit,
        BigDecimal quantity, BigDecimal priceUnit, BigDecimal priceSubtotal, BigDecimal priceTotal) {}
