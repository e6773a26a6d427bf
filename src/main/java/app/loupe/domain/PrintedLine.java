package app.loupe.domain;

import java.math.BigDecimal;

/**
 * What a search looks at of one printed line of an invoice; amounts in document currency, as the line has them.
 *
 * @param product name of the product; empty without one
 */
public record PrintedLine(InvoiceKey invoice, LineKind kind, String label, String product, BigDecimal priceUnit,
        BigDecimal priceSubtotal, BigDecimal priceTotal) {}
