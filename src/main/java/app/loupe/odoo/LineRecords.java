package app.loupe.odoo;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Maps records of {@code account.move.line}; decides the kind of a line where Odoo 14 and 15 have only flags. */
final class LineRecords {
    /** Fields that are not asked for an item of another entry, because nothing is sold with it. */
    private static final Set<String> GOODS = Set.of("sequence", "product_id", "product_uom_id", "quantity",
            "price_unit", "discount", "price_subtotal", "price_total", "tax_ids", "tax_line_id", "tax_group_id",
            "tax_base_amount");

    private final OdooVersion version;
    private final Set<String> unasked;

    LineRecords(OdooVersion version) {
        this(version, Set.of());
    }

    /** @param unasked fields of the lines of invoices that were not asked for: they count as absent */
    LineRecords(OdooVersion version, Set<String> unasked) {
        this.version = version;
        this.unasked = unasked;
    }

    /** A line of an invoice; the invoice has what the line lacks. */
    MoveLine map(Row answered, Row invoice) throws UnreadableFieldException {
        Row row = answered.without(unasked);
        var entry = JournalEntry.of(new Ref(invoice.id(), invoice.text("name")),
                InvoiceRecords.state(invoice, "state"));
        return map(row, version.hasAccountType() ? kindByDisplayType(row) : kindByFlags(row), entry, invoice);
    }

    /** A receivable or payable item of another entry. */
    MoveLine mapOpenItem(Row row) throws UnreadableFieldException {
        var entry = new JournalEntry(new Ref(move(row), row.text("move_name")),
                InvoiceRecords.state(row, "parent_state"), row.ref("journal_id"), row.text("ref"));
        return map(row.without(GOODS), kindByAccount(row), entry, row);
    }

    /** The entry of a line. */
    static long move(Row row) throws UnreadableFieldException {
        long move = row.refId("move_id");
        if (move <= 0) {
            throw new UnreadableFieldException("move_id");
        }
        return move;
    }

    /** @param head the row with the date and the company's currency: the invoice, or the item itself */
    private static MoveLine map(Row row, LineKind kind, JournalEntry entry, Row head)
            throws UnreadableFieldException {
        Ref currency = row.ref("currency_id");
        int decimals = CurrencyDecimals.of(currency);
        int companyDecimals = CurrencyDecimals.of(head.ref("company_currency_id"));
        return new MoveLine(row.id(), row.stamp("write_date"), entry, kind, row.integer("sequence"), row.text("name"),
                new MoveLine.Price(row.ref("product_id"), row.ref("product_uom_id"), row.number("quantity", 0),
                        row.number("price_unit", decimals), row.number("discount", 0),
                        row.number("price_subtotal", decimals), row.number("price_total", decimals)),
                new MoveLine.Taxes(row.ids("tax_ids"), row.ref("tax_line_id"), row.ref("tax_group_id"),
                        row.number("tax_base_amount", companyDecimals)),
                new MoveLine.Posting(row.ref("account_id"), row.ref("partner_id"), row.ref("company_id"), currency,
                        row.number("debit", companyDecimals), row.number("credit", companyDecimals),
                        balance(row, companyDecimals), row.number("amount_currency", decimals),
                        row.number("amount_residual", companyDecimals),
                        row.number("amount_residual_currency", decimals)),
                head.date("date"), row.date("date_maturity"),
                matching(row));
    }

    private static Matching matching(Row row) throws UnreadableFieldException {
        var partials = new ArrayList<>(row.ids("matched_debit_ids"));
        partials.addAll(row.ids("matched_credit_ids"));
        return new Matching(row.flag("reconciled"), row.text("matching_number"), partials);
    }

    private static BigDecimal balance(Row row, int decimals) throws UnreadableFieldException {
        return row.number("debit", decimals).subtract(row.number("credit", decimals));
    }

    private LineKind kindByAccount(Row row) throws UnreadableFieldException {
        String field = new FieldMap(version).accountType();
        Optional<LineKind> kind = LineKind.ofAccount(row.text(field));
        if (kind.isEmpty()) {
            throw new UnreadableFieldException(field);
        }
        return kind.get();
    }

    private static LineKind kindByDisplayType(Row row) throws UnreadableFieldException {
        return LineKind.ofOdoo(row.text("display_type")).orElse(LineKind.OTHER);
    }

    private static LineKind kindByFlags(Row row) throws UnreadableFieldException {
        Optional<LineKind> text = LineKind.ofOdoo(row.text("display_type"));
        return text.isPresent() ? text.get() : kindOfOrdinary(row);
    }

    private static LineKind kindOfOrdinary(Row row) throws UnreadableFieldException {
        String account = row.text("account_internal_type");
        boolean open = account.equals("receivable") || account.equals("payable");
        boolean hidden = row.has("exclude_from_invoice_tab") ? row.flag("exclude_from_invoice_tab") : open;
        if (row.flag("is_rounding_line")) {
            return LineKind.ROUNDING;
        }
        if (row.ref("tax_line_id") != null) {
            return LineKind.TAX;
        }
        if (!hidden) {
            return LineKind.PRODUCT;
        }
        return open ? LineKind.PAYMENT_TERM : LineKind.OTHER;
    }
}
