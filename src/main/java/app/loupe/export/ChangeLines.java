package app.loupe.export;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.NotedChange;
import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes changes of invoices for programs, under Odoo's field names; what was before and is after is text. */
public final class ChangeLines {
    private ChangeLines() {}

    /** One row for each change; the first row names the columns. */
    public static Consumer<NotedChange> csv(PrintWriter out) {
        var csv = new Csv(out);
        csv.row("number", "connection", "run", "noticed", "move_id", "move_name", "company_id", "kind", "field",
                "record_id", "before", "after", "edited_after_posting");
        return noted -> {
            InvoiceChange change = noted.change();
            csv.row(noted.number(), noted.connection().value(), change.run(), change.noticed(), change.invoice(),
                    change.name(), change.company(), EnumKey.of(change.kind()), change.field().odoo(),
                    change.record() == 0 ? null : change.record(), change.before(), change.after(),
                    change.editedAfterPosting());
        };
    }

    /** One object a line. */
    public static Consumer<NotedChange> json(JsonObjects lines) {
        return noted -> lines.object(json -> write(json, noted));
    }

    private static void write(JsonGenerator json, NotedChange noted) {
        InvoiceChange change = noted.change();
        json.writeNumberProperty("number", noted.number());
        JsonObjects.text(json, "connection", noted.connection());
        json.writeNumberProperty("run", change.run());
        JsonObjects.text(json, "noticed", change.noticed());
        json.writeNumberProperty("move_id", change.invoice());
        JsonObjects.text(json, "move_name", change.name());
        json.writeNumberProperty("company_id", change.company());
        JsonObjects.text(json, "kind", EnumKey.of(change.kind()));
        JsonObjects.text(json, "field", change.field().odoo());
        if (change.record() == 0) {
            json.writeNullProperty("record_id");
        } else {
            json.writeNumberProperty("record_id", change.record());
        }
        JsonObjects.text(json, "before", change.before());
        JsonObjects.text(json, "after", change.after());
        json.writeBooleanProperty("edited_after_posting", change.editedAfterPosting());
    }
}
