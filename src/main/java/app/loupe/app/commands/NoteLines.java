package app.loupe.app.commands;

import app.loupe.export.JsonObjects;
import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceRow;
import app.loupe.export.Csv;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what the owner wrote for programs; {@code kind} says whether a row is about an invoice or a partner. */
final class NoteLines {
    private NoteLines() {}

    /** One row each; the first row names the columns. */
    static void csv(PrintWriter out, List<NoteEntry> entries) {
        var csv = new Csv(out);
        csv.row("connection", "connection_id", "kind", "move_id", "move_name", "move_type", "partner_id", "partner",
                "flagged", "note", "reviewed_at", "inbox", "remind_on", "due");
        for (NoteEntry entry : entries) {
            csv.row(entry.connection().name(), entry.connection().id().value(), kind(entry), move(entry),
                    entry.number(), type(entry), entry.partnerId() == 0 ? null : entry.partnerId(),
                    entry.partnerName(), entry.mark().flagged(), entry.mark().note(), reviewedAt(entry),
                    inbox(entry), entry.mark().remindOn(), entry.due());
        }
    }

    /** One object a line. */
    static void json(JsonLines json, List<NoteEntry> entries) {
        entries.forEach(entry -> json.object(line -> write(line, entry)));
    }

    private static void write(JsonGenerator json, NoteEntry entry) {
        JsonObjects.connection(json, entry.connection());
        JsonLines.text(json, "kind", kind(entry));
        number(json, "move_id", move(entry));
        JsonLines.text(json, "move_name", entry.number());
        JsonLines.text(json, "move_type", type(entry));
        number(json, "partner_id", entry.partnerId() == 0 ? null : entry.partnerId());
        JsonLines.text(json, "partner", entry.partnerName());
        json.writeBooleanProperty("flagged", entry.mark().flagged());
        JsonLines.text(json, "note", entry.mark().note());
        JsonLines.text(json, "reviewed_at", reviewedAt(entry));
        JsonLines.text(json, "inbox", inbox(entry));
        JsonLines.text(json, "remind_on", entry.mark().remindOn());
        json.writeBooleanProperty("due", entry.due());
    }

    private static void number(JsonGenerator json, String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static String kind(NoteEntry entry) {
        return entry.isOfInvoice() ? "invoice" : "partner";
    }

    private static @Nullable Long move(NoteEntry entry) {
        return entry.isOfInvoice() ? entry.id() : null;
    }

    private static String type(NoteEntry entry) {
        return entry.row().map(InvoiceRow::type).map(type -> type.odoo()).orElse("");
    }

    private static @Nullable Object reviewedAt(NoteEntry entry) {
        InvoiceMark.Review review = entry.mark().review();
        return review == null ? null : review.at();
    }

    private static String inbox(NoteEntry entry) {
        return entry.inbox().map(EnumKey::of).orElse("");
    }
}
