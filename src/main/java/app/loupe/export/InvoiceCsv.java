package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.Ref;
import app.loupe.review.ReviewRow;
import java.io.PrintWriter;

/**
 * Writes invoices, or their lines, as CSV under Odoo's field names; the first row names the columns. Amounts and
 * quantities of documents that give money back are negative, as in the window, but for debit, credit, balance,
 * amount_currency and those that end with signed, which are Odoo's own; a direction to multiply them by, as in JSON
 * Lines, would make them positive again.
 */
public final class InvoiceCsv {
    private InvoiceCsv() {}

    /** One row for each invoice. */
    public static InvoiceWriter ofInvoices(PrintWriter out) {
        return ofInvoices(out, GroupField.NONE);
    }

    /** The same with the group of each. */
    static InvoiceWriter ofInvoices(PrintWriter out, GroupField group) {
        var csv = new Csv(out);
        group.heads(csv, "connection", "connection_id", "id", "name", "move_type", "state",
                "payment_state",
                "partner_id",
                "partner",
                "company_id",
                "company", "currency", "company_currency", "invoice_date", "date", "invoice_date_due", "due_date",
                "amount_untaxed",
                "amount_tax",
                "amount_total",
                "amount_residual", "ref", "payment_reference", "journal_id", "journal", "invoice_user_id",
                "invoice_user",
                "invoice_payment_term_id", "invoice_payment_term", "partner_bank_id", "partner_bank", "presence",
                "reversed_entry_id", "reversed_entry", "invoice_origin", "commercial_partner_id", "commercial_partner",
                "vat", "amount_untaxed_signed", "amount_tax_signed", "amount_total_signed", "amount_residual_signed");
        return (connection, row, invoice) -> invoice(csv, group, connection, row, invoice);
    }

    /** One row for each of these lines of each invoice; {@code display_type} is Odoo's word for what a line is. */
    public static InvoiceWriter ofLines(PrintWriter out, LineChoice lines) {
        return ofLines(out, lines, GroupField.NONE);
    }

    /** The same with the group of each invoice. */
    static InvoiceWriter ofLines(PrintWriter out, LineChoice lines, GroupField group) {
        var csv = new Csv(out);
        group.heads(csv, "connection", "connection_id", "move_id", "move_name", "move_type", "parent_state",
                "partner_id",
                "partner", "company_id", "company", "invoice_date", "date", "currency", "company_currency", "id",
                "display_type",
                "sequence", "name",
                "product_id", "product", "quantity", "product_uom_id", "product_uom", "price_unit", "discount",
                "price_subtotal", "price_total", "tax_ids", "tax_line_id", "tax_line", "account_id", "account", "debit",
                "credit", "balance", "amount_currency",
                "date_maturity", "presence", "untaxed");
        return (connection, row, invoice) -> {
            for (MoveLine item : lines.of(invoice)) {
                line(csv, group, connection, row, invoice, item);
            }
        };
    }

    private static void invoice(Csv csv, GroupField group, ConnectionProfile connection, InvoiceRow row,
            Invoice invoice) {
        Ref currency = invoice.booking().currency();
        MoveType type = invoice.type();
        CompanyAmounts booked = CompanyAmounts.of(invoice);
        group.row(csv, row.key(), connection.name(), connection.id().value(), invoice.id(), invoice.number(),
                type.odoo(), invoice.state().odoo(),
                invoice.paymentState().odoo(), OdooWords.id(invoice.parties().partner()),
                Ref.nameOf(invoice.parties().partner()),
                OdooWords.id(invoice.booking().company()), Ref.nameOf(invoice.booking().company()),
                Ref.nameOf(currency), Ref.nameOf(invoice.booking().companyCurrency()),
                invoice.dates().invoice(), invoice.dates().accounting(), invoice.dates().due(),
                new ReviewRow(row).shownDueDate(),
                OdooWords.money(type.signed(invoice.amounts().untaxed()), currency),
                OdooWords.money(type.signed(invoice.amounts().tax()), currency),
                OdooWords.money(type.signed(invoice.amounts().total()), currency),
                OdooWords.due(invoice, type.signed(invoice.amounts().residual())),
                invoice.otherInfo().ref(), invoice.otherInfo().paymentReference(),
                OdooWords.id(invoice.booking().journal()), Ref.nameOf(invoice.booking().journal()),
                OdooWords.id(invoice.booking().salesperson()), Ref.nameOf(invoice.booking().salesperson()),
                OdooWords.id(invoice.booking().paymentTerms()), Ref.nameOf(invoice.booking().paymentTerms()),
                OdooWords.id(invoice.booking().bankAccount()), Ref.nameOf(invoice.booking().bankAccount()),
                OdooWords.presence(row), OdooWords.id(invoice.booking().reversedEntry()),
                Ref.nameOf(invoice.booking().reversedEntry()), invoice.otherInfo().origin(),
                OdooWords.id(invoice.parties().commercialPartner()),
                Ref.nameOf(invoice.parties().commercialPartner()), row.partner().vat(), booked.untaxed(),
                booked.tax(), booked.total(), booked.residual());
    }

    private static void line(Csv csv, GroupField group, ConnectionProfile connection, InvoiceRow row, Invoice invoice,
            MoveLine item) {
        Ref currency = item.posting().currency() == null ? invoice.booking().currency() : item.posting().currency();
        Ref own = invoice.booking().companyCurrency();
        MoveType type = invoice.type();
        group.row(csv, row.key(), connection.name(), connection.id().value(), invoice.id(), invoice.number(),
                type.odoo(), invoice.state().odoo(), OdooWords.id(invoice.parties().partner()),
                Ref.nameOf(invoice.parties().partner()),
                OdooWords.id(invoice.booking().company()), Ref.nameOf(invoice.booking().company()),
                invoice.dates().invoice(),
                invoice.dates().accounting(), Ref.nameOf(currency), Ref.nameOf(own), item.id(),
                item.kind().odoo(), item.sequence(), item.label(), OdooWords.id(item.price().product()),
                Ref.nameOf(item.price().product()), OdooWords.number(type.signed(item.price().quantity())),
                OdooWords.id(item.price().unit()), Ref.nameOf(item.price().unit()),
                OdooWords.money(item.price().priceUnit(), currency), OdooWords.number(item.price().discount()),
                OdooWords.money(type.signed(item.price().subtotal()), currency),
                OdooWords.money(type.signed(item.price().total()), currency),
                OdooWords.ids(item.taxes().ids().stream()),
                OdooWords.id(item.taxes().tax()), Ref.nameOf(item.taxes().tax()),
                OdooWords.id(item.posting().account()),
                Ref.nameOf(item.posting().account()),
                OdooWords.money(item.posting().debit(), own), OdooWords.money(item.posting().credit(), own),
                OdooWords.money(item.posting().balance(), own),
                OdooWords.money(item.posting().amountCurrency(), currency), item.dueDate(),
                OdooWords.presence(row),
                item.isShown() ? OdooWords.money(type.signed(item.untaxed(type)), currency) : null);
    }
}
