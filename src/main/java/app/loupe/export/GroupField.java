package app.loupe.export;

import app.loupe.domain.InvoiceKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The field {@code group} of an invoice that stands under a heading, behind the fields that every list has.
 *
 * @param keys of the groups; null when the list has no headings, and so no such field
 */
record GroupField(@Nullable Map<InvoiceKey, String> keys) {
    /** Of a list without headings. */
    static final GroupField NONE = new GroupField(null);

    private static final String NAME = "group";

    /** Ends the row of names. */
    void heads(Csv csv, Object... cells) {
        end(csv, NAME, cells);
    }

    /** Ends the row of an invoice, or of a line of it. */
    void row(Csv csv, InvoiceKey invoice, @Nullable Object... cells) {
        end(csv, key(invoice), cells);
    }

    private void end(Csv csv, String last, @Nullable Object... cells) {
        if (keys == null) {
            csv.row(cells);
            return;
        }
        var longer = new @Nullable Object[cells.length + 1];
        System.arraycopy(cells, 0, longer, 0, cells.length);
        longer[cells.length] = last;
        csv.row(longer);
    }

    /** Writes the field. */
    void write(JsonGenerator json, InvoiceKey invoice) {
        if (keys != null) {
            JsonObjects.text(json, NAME, key(invoice));
        }
    }

    private String key(InvoiceKey invoice) {
        return keys == null ? "" : keys.getOrDefault(invoice, "");
    }
}
