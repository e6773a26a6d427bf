package app.loupe.export;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedItem;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the open items that aged amounts are made of for programs, each with its bucket. The currency is that of the amount:
 * as booked it is the company's, whatever the document is in.
 */
final class AgedItemLines {
    private AgedItemLines() {}

    /** One object a line; amounts are text, so that no program rounds them. */
    static void json(JsonObjects json, List<AgedEntry<AgedItem>> items) {
        items.forEach(entry -> json.object(line -> write(line, entry)));
    }

    private static void write(JsonGenerator json, AgedEntry<AgedItem> entry) {
        AgedItem aged = entry.aged();
        OwedItem item = aged.item();
        JsonObjects.connection(json, entry.connection());
        JsonObjects.text(json, "company", Ref.nameOf(item.company()));
        JsonObjects.text(json, "currency", aged.owed().currency());
        JsonObjects.reference(json, "partner", item.partner());
        json.writeNumberProperty("id", item.id());
        if (item.invoice() == 0) {
            json.writeNullProperty("move_id");
        } else {
            json.writeNumberProperty("move_id", item.invoice());
        }
        JsonObjects.text(json, "move_name", item.number());
        JsonObjects.text(json, "date", item.dates().accounting());
        JsonObjects.text(json, "invoice_date", item.dates().invoice());
        JsonObjects.text(json, "date_maturity", item.dates().due());
        json.writeNumberProperty("days", aged.days());
        JsonObjects.text(json, "bucket", aged.bucket().key());
        JsonObjects.decimal(json, "owed", aged.owed().amount());
    }

    /** The same columns. */
    static void csv(PrintWriter out, List<AgedEntry<AgedItem>> items) {
        var csv = new Csv(out);
        csv.row("connection", "connection_id", "company", "currency", "partner_id", "partner", "id", "move_id",
                "move_name", "date", "invoice_date", "date_maturity", "days", "bucket", "owed");
        for (AgedEntry<AgedItem> entry : items) {
            AgedItem aged = entry.aged();
            OwedItem item = aged.item();
            Ref partner = item.partner();
            csv.row(entry.connection().name(), entry.connection().id().value(), Ref.nameOf(item.company()),
                    aged.owed().currency(), OdooWords.id(partner), Ref.nameOf(partner), item.id(),
                    item.invoice() == 0 ? null : item.invoice(), item.number(), item.dates().accounting(),
                    item.dates().invoice(),
                    item.dates().due(), aged.days(), AgedReports.heading(aged.bucket()),
                    aged.owed().amount());
        }
    }
}
