package app.loupe.export;

import static app.loupe.export.JsonObjects.decimal;
import static app.loupe.export.JsonObjects.reference;
import static app.loupe.export.JsonObjects.text;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Ref;
import app.loupe.review.ReviewRow;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an invoice as one line of JSON under Odoo's own field names. {@code partner_id}, {@code product_id} and
 * {@code account_id} are ids; the names stand beside them. Amounts are Odoo's own, unsigned; {@code direction} is -1
 * for documents that give money back, and the product of both is what the window shows. Debit, credit, balance and what ends
 * with {@code signed} are in {@code company_currency}, all else of a line in its own {@code currency}.
 */
public final class InvoiceJson implements InvoiceWriter {
    private final JsonObjects json;
    private final LineChoice lines;
    private final GroupField group;

    /** Writes these lines of each invoice. */
    public InvoiceJson(JsonObjects json, LineChoice lines) {
        this(json, lines, GroupField.NONE);
    }

    /** The same with the group of each invoice. */
    InvoiceJson(JsonObjects json, LineChoice lines, GroupField group) {
        this.json = json;
        this.lines = lines;
        this.group = group;
    }

    @Override
    public void write(ConnectionProfile connection, InvoiceRow row, Invoice invoice) {
        json.object(line -> {
            JsonObjects.connection(line, connection);
            head(line, row, invoice);
            text(line, "presence", OdooWords.presence(row));
            links(line, row, invoice);
            booked(line, CompanyAmounts.of(invoice));
            if (lines != LineChoice.NONE) {
                line.writeArrayPropertyStart("lines");
                for (MoveLine item : lines.of(invoice)) {
                    line.writeStartObject();
                    item(line, item, invoice);
                    line.writeEndObject();
                }
                line.writeEndArray();
            }
            group.write(line, row.key());
        });
    }

    private static void head(JsonGenerator json, InvoiceRow row, Invoice invoice) {
        json.writeNumberProperty("id", invoice.id());
        text(json, "name", invoice.name());
        text(json, "move_type", invoice.type().odoo());
        json.writeNumberProperty("direction", invoice.type().isRefund() ? -1 : 1);
        text(json, "state", invoice.state().odoo());
        text(json, "payment_state", invoice.paymentState().odoo());
        reference(json, "partner", invoice.parties().partner());
        reference(json, "company", invoice.booking().company());
        text(json, "currency", Ref.nameOf(invoice.booking().currency()));
        text(json, "company_currency", Ref.nameOf(invoice.booking().companyCurrency()));
        text(json, "invoice_date", invoice.dates().invoice());
        text(json, "date", invoice.dates().accounting());
        text(json, "invoice_date_due", invoice.dates().due());
        text(json, "due_date", new ReviewRow(row).shownDueDate());
        Ref currency = invoice.booking().currency();
        decimal(json, "amount_untaxed", OdooWords.money(invoice.amounts().untaxed(), currency));
        decimal(json, "amount_tax", OdooWords.money(invoice.amounts().tax(), currency));
        decimal(json, "amount_total", OdooWords.money(invoice.amounts().total(), currency));
        decimal(json, "amount_residual", OdooWords.due(invoice, invoice.amounts().residual()));
        text(json, "ref", invoice.otherInfo().ref());
        text(json, "payment_reference", invoice.otherInfo().paymentReference());
        reference(json, "journal", invoice.booking().journal());
        reference(json, "invoice_user", invoice.booking().salesperson());
        reference(json, "invoice_payment_term", invoice.booking().paymentTerms());
        reference(json, "partner_bank", invoice.booking().bankAccount());
    }

    /** What it belongs to: a credit note to an invoice, a contact to a customer. */
    private static void links(JsonGenerator json, InvoiceRow row, Invoice invoice) {
        reference(json, "reversed_entry", invoice.booking().reversedEntry());
        text(json, "invoice_origin", invoice.otherInfo().origin());
        reference(json, "commercial_partner", invoice.parties().commercialPartner());
        text(json, "vat", row.partner().vat());
    }

    private static void booked(JsonGenerator json, CompanyAmounts amounts) {
        decimal(json, "amount_untaxed_signed", amounts.untaxed());
        decimal(json, "amount_tax_signed", amounts.tax());
        decimal(json, "amount_total_signed", amounts.total());
        decimal(json, "amount_residual_signed", amounts.residual());
    }

    private static void item(JsonGenerator json, MoveLine item, Invoice invoice) {
        Ref currency = item.posting().currency() == null ? invoice.booking().currency() : item.posting().currency();
        Ref own = invoice.booking().companyCurrency();
        json.writeNumberProperty("id", item.id());
        text(json, "display_type", item.kind().odoo());
        json.writeNumberProperty("sequence", item.sequence());
        text(json, "name", item.label());
        reference(json, "product", item.price().product());
        decimal(json, "quantity", OdooWords.number(item.price().quantity()));
        reference(json, "product_uom", item.price().unit());
        text(json, "currency", Ref.nameOf(currency));
        decimal(json, "price_unit", OdooWords.money(item.price().priceUnit(), currency));
        decimal(json, "discount", OdooWords.number(item.price().discount()));
        decimal(json, "price_subtotal", OdooWords.money(item.price().subtotal(), currency));
        decimal(json, "price_total", OdooWords.money(item.price().total(), currency));
        json.writeArrayPropertyStart("tax_ids");
        item.taxes().ids().forEach(json::writeNumber);
        json.writeEndArray();
        reference(json, "tax_line", item.taxes().tax());
        reference(json, "account", item.posting().account());
        decimal(json, "debit", OdooWords.money(item.posting().debit(), own));
        decimal(json, "credit", OdooWords.money(item.posting().credit(), own));
        decimal(json, "balance", OdooWords.money(item.posting().balance(), own));
        decimal(json, "amount_currency", OdooWords.money(item.posting().amountCurrency(), currency));
        text(json, "date_maturity", item.dueDate());
        decimal(json, "untaxed",
                item.isShown() ? OdooWords.money(item.untaxed(invoice.type()), currency) : null);
    }
}
