package app.loupe.odoo;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.Comparator;
import java.util.List;

/** Maps records of {@code account.move} to invoices, whatever version they come from. */
final class InvoiceRecords {
    private static final Comparator<MoveLine> ODOO_ORDER = Comparator.comparingInt(MoveLine::sequence)
            .thenComparingLong(MoveLine::id);

    private InvoiceRecords() {}

    static Invoice map(Row row, List<MoveLine> lines) throws UnreadableFieldException {
        MoveState state = state(row, "state");
        int decimals = CurrencyDecimals.of(row.ref("currency_id"));
        int companyDecimals = CurrencyDecimals.of(row.ref("company_currency_id"));
        return new Invoice(row.id(), row.stamp("write_date"), row.text("name"), type(row), state, paymentState(row),
                new Invoice.Parties(row.ref("partner_id"), row.ref("commercial_partner_id"),
                        row.text("invoice_partner_display_name")),
                new Invoice.Booking(row.ref("company_id"), row.ref("currency_id"), row.ref("company_currency_id"),
                        row.ref("journal_id"), row.ref("invoice_user_id"), row.ref("invoice_payment_term_id"),
                        row.ref("reversed_entry_id"), row.ref("partner_bank_id")),
                new Invoice.Dates(row.date("invoice_date"), row.date("date"), row.date("invoice_date_due")),
                new Invoice.Amounts(row.number("amount_untaxed", decimals), row.number("amount_tax", decimals),
                        row.number("amount_total", decimals), row.number("amount_residual", decimals),
                        new Invoice.SignedAmounts(row.number("amount_untaxed_signed", companyDecimals),
                                row.number("amount_total_signed", companyDecimals),
                                row.number("amount_residual_signed", companyDecimals))),
                new Invoice.OtherInfo(row.text("ref"), row.text("payment_reference"), row.text("invoice_origin"),
                        row.flag("is_move_sent"), toReview(row, state), row.richText("narration")),
                lines.stream().sorted(ODOO_ORDER).toList());
    }

    private static MoveType type(Row row) throws UnreadableFieldException {
        return MoveType.ofOdoo(row.text("move_type")).orElseThrow(() -> new UnreadableFieldException("move_type"));
    }

    static MoveState state(Row row, String field) throws UnreadableFieldException {
        return MoveState.ofOdoo(row.text(field)).orElseThrow(() -> new UnreadableFieldException(field));
    }

    private static PaymentState paymentState(Row row) throws UnreadableFieldException {
        String word = row.text("payment_state");
        return word.isEmpty()
                ? PaymentState.NOT_PAID
                : PaymentState.ofOdoo(word).orElseThrow(() -> new UnreadableFieldException("payment_state"));
    }

    /** Versions 14 to 17 mark what is to be checked; 18 and later mark what was checked, which means nothing on drafts. */
    private static boolean toReview(Row row, MoveState state) throws UnreadableFieldException {
        if (row.has("checked")) {
            return !row.flag("checked") && state != MoveState.DRAFT;
        }
        return row.has("to_check") && row.flag("to_check");
    }
}
