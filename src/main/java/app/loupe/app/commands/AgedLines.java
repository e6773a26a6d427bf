package app.loupe.app.commands;

import app.loupe.domain.Ref;
import app.loupe.review.AgeBucket;
import app.loupe.review.AgedRow;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes aged amounts for programs; amounts in JSON are text, so that no program rounds them. */
final class AgedLines {
    private AgedLines() {}

    /** One object a line. */
    static void json(JsonLines json, List<AgedRow> rows) {
        rows.forEach(row -> json.object(line -> write(line, row)));
    }

    private static void write(JsonGenerator json, AgedRow row) {
        JsonLines.text(json, "company", OdooWords.name(row.company()));
        JsonLines.text(json, "currency", OdooWords.name(row.currency()));
        Ref partner = row.partner();
        if (partner == null) {
            json.writeNullProperty("partner_id");
        } else {
            json.writeNumberProperty("partner_id", partner.id());
        }
        JsonLines.text(json, "partner", OdooWords.name(partner));
        for (AgeBucket bucket : AgeBucket.values()) {
            JsonLines.decimal(json, bucket.key(), OdooWords.money(row.amount(bucket), row.currency()));
        }
        JsonLines.decimal(json, "total", OdooWords.money(row.total(), row.currency()));
    }

    /** The same columns; with a word behind the numbers of days, which a spreadsheet would take for dates. */
    static void csv(PrintWriter out, List<AgedRow> rows) {
        var csv = new Csv(out);
        var heads = new ArrayList<>(List.of("company", "currency", "partner_id", "partner"));
        Arrays.stream(AgeBucket.values()).map(AgedLines::heading).forEach(heads::add);
        heads.add("total");
        csv.row(heads.toArray());
        for (AgedRow row : rows) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(OdooWords.name(row.company()));
            cells.add(OdooWords.name(row.currency()));
            cells.add(OdooWords.id(row.partner()));
            cells.add(OdooWords.name(row.partner()));
            for (AgeBucket bucket : AgeBucket.values()) {
                cells.add(OdooWords.money(row.amount(bucket), row.currency()));
            }
            cells.add(OdooWords.money(row.total(), row.currency()));
            csv.row(cells.toArray());
        }
    }

    private static String heading(AgeBucket bucket) {
        return bucket.key().contains("-") ? bucket.key() + " days" : bucket.key();
    }
}
