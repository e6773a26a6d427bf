package app.loupe.app.commands;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Writes invoices, or their lines, as CSV under Odoo's field names; the first row names the columns. */
final class InvoiceCsv {
    private InvoiceCsv() {}

    /** One row for each invoice. */
    static InvoiceWriter ofInvoices(PrintWriter out) {
        var csv = new Csv(out);
        csv.row("connection", "id", "name", "move_type", "state", "payment_state", "partner_id", "partner", "company",
                "currency", "invoice_date", "invoice_date_due", "amount_untaxed", "amount_tax", "amount_total",
                "amount_residual", "ref", "payment_reference", "presence");
        return (row, invoice) -> invoice(csv, row, invoice);
    }

    /** One row for each line of each invoice. */
    static InvoiceWriter ofLines(PrintWriter out) {
        var csv = new Csv(out);
        csv.row("connection", "move_id", "move_name", "move_type", "currency", "id", "display_type", "sequence", "name",
                "product_id", "product", "quantity", "price_unit", "discount", "price_subtotal", "price_total",
                "tax_ids", "tax", "account_id", "account", "debit", "credit", "balance", "amount_currency",
                "date_maturity", "presence");
        return (row, invoice) -> {
            for (MoveLine item : invoice.lines()) {
                line(csv, row, invoice, item);
            }
        };
    }

    private static void invoice(Csv csv, InvoiceRow row, Invoice invoice) {
        Ref currency = invoice.currency();
        csv.row(row.key().connection(), invoice.id(), invoice.number(), invoice.type().odoo(), invoice.state().odoo(),
                invoice.paymentState().odoo(), OdooWords.id(invoice.partner()), OdooWords.name(invoice.partner()),
                OdooWords.name(invoice.company()), OdooWords.name(currency), invoice.invoiceDate(), invoice.dueDate(),
                OdooWords.money(invoice.amountUntaxed(), currency), OdooWords.money(invoice.amountTax(), currency),
                OdooWords.money(invoice.amountTotal(), currency), OdooWords.money(invoice.amountResidual(), currency),
                invoice.ref(), invoice.paymentReference(), OdooWords.presence(row));
    }

    private static void line(Csv csv, InvoiceRow row, Invoice invoice, MoveLine item) {
        Ref currency = item.currency() == null ? invoice.currency() : item.currency();
        Ref own = invoice.companyCurrency();
        csv.row(row.key().connection(), invoice.id(), invoice.number(), invoice.type().odoo(),
                OdooWords.name(currency), item.id(),
                OdooWords.displayType(item.kind()), item.sequence(), item.label(), OdooWords.id(item.product()),
                OdooWords.name(item.product()), OdooWords.number(item.quantity()),
                OdooWords.money(item.priceUnit(), currency), OdooWords.number(item.discount()),
                OdooWords.money(item.priceSubtotal(), currency), OdooWords.money(item.priceTotal(), currency),
                item.taxIds().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                OdooWords.name(item.tax()), OdooWords.id(item.account()), OdooWords.name(item.account()),
                OdooWords.money(item.debit(), own), OdooWords.money(item.credit(), own),
                OdooWords.money(item.balance(), own), OdooWords.money(item.amountCurrency(), currency), item.dueDate(),
                OdooWords.presence(row));
    }
}
