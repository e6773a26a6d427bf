package app.loupe.export;

import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedRow;
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
    static void json(JsonObjects json, List<AgedEntry<AgedRow>> rows) {
        rows.forEach(entry -> json.object(line -> write(line, entry)));
    }

    private static void write(JsonGenerator json, AgedEntry<AgedRow> entry) {
        AgedRow row = entry.aged();
        JsonObjects.connection(json, entry.connection());
        JsonObjects.text(json, "company", Ref.nameOf(row.company()));
        JsonObjects.text(json, "currency", Ref.nameOf(row.currency()));
        JsonObjects.reference(json, "partner", row.partner());
        for (AgeBucket bucket : AgeBucket.values()) {
            JsonObjects.decimal(json, bucket.key(), row.amount(bucket).amount());
        }
        JsonObjects.decimal(json, "total", row.total().amount());
    }

    /** The same columns; with a word behind the numbers of days, which a spreadsheet would take for dates. */
    static void csv(PrintWriter out, List<AgedEntry<AgedRow>> rows) {
        var csv = new Csv(out);
        var heads = new ArrayList<>(List.of("connection", "connection_id", "company", "currency", "partner_id",
                "partner"));
        Arrays.stream(AgeBucket.values()).map(AgedReports::heading).forEach(heads::add);
        heads.add("total");
        csv.row(heads.toArray());
        for (AgedEntry<AgedRow> entry : rows) {
            AgedRow row = entry.aged();
            var cells = new ArrayList<@Nullable Object>();
            cells.add(entry.connection().name());
            cells.add(entry.connection().id().value());
            cells.add(Ref.nameOf(row.company()));
            cells.add(Ref.nameOf(row.currency()));
            cells.add(OdooWords.id(row.partner()));
            cells.add(Ref.nameOf(row.partner()));
            for (AgeBucket bucket : AgeBucket.values()) {
                cells.add(row.amount(bucket).amount());
            }
            cells.add(row.total().amount());
            csv.row(cells.toArray());
        }
    }
}
