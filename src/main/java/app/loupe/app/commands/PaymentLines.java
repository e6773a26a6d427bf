package app.loupe.app.commands;

import app.loupe.export.OdooWords;
import app.loupe.export.JsonObjects;
import app.loupe.export.Csv;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.Payment;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes payments for programs, under Odoo's field names for what is of the invoice. */
final class PaymentLines {
    private PaymentLines() {}

    /** One object a line; amounts are text, so that no program rounds them. */
    static void json(JsonLines json, List<PaymentEntry> payments) {
        payments.forEach(entry -> json.object(line -> write(line, entry)));
    }

    private static void write(JsonGenerator json, PaymentEntry entry) {
        Invoice invoice = entry.invoice();
        Payment payment = entry.settlement().payment();
        JsonObjects.connection(json, entry.connection());
        JsonLines.text(json, "date", entry.date());
        JsonLines.text(json, "kind", EnumKey.of(entry.settlement().kind()));
        JsonObjects.reference(json, "partner", invoice.parties().partner());
        JsonObjects.decimal(json, "amount", OdooWords.money(entry.amount(), entry.currency()));
        JsonLines.text(json, "currency", OdooWords.name(entry.currency()));
        JsonLines.text(json, "journal", payment.label());
        JsonLines.text(json, "ref", payment.reference());
        JsonLines.text(json, "document", entry.settlement().document());
        json.writeNumberProperty("move_id", invoice.id());
        JsonLines.text(json, "move_name", invoice.number());
        JsonLines.text(json, "move_type", invoice.type().odoo());
        JsonObjects.reference(json, "company", invoice.booking().company());
    }

    /** The same columns. */
    static void csv(PrintWriter out, List<PaymentEntry> payments) {
        var csv = new Csv(out);
        csv.row("connection", "connection_id", "date", "kind", "partner_id", "partner", "amount", "currency", "journal",
                "ref", "document", "move_id", "move_name", "move_type", "company_id", "company");
        for (PaymentEntry entry : payments) {
            Invoice invoice = entry.invoice();
            Payment payment = entry.settlement().payment();
            csv.row(entry.connection().name(), entry.connection().id().value(), entry.date(),
                    EnumKey.of(entry.settlement().kind()), OdooWords.id(invoice.parties().partner()),
                    OdooWords.name(invoice.parties().partner()), OdooWords.money(entry.amount(), entry.currency()),
                    OdooWords.name(entry.currency()), payment.label(), payment.reference(),
                    entry.settlement().document(), invoice.id(), invoice.number(), invoice.type().odoo(),
                    OdooWords.id(invoice.booking().company()), OdooWords.name(invoice.booking().company()));
        }
    }
}
