package app.loupe.export;

import app.loupe.domain.Money;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the figures of an overview for programs: the same fields in every row; decimals in JSON are text. */
final class OverviewLines {
    private static final String[] FIELDS = {"question", "key", "name", "currency", "amount", "year_before", "overdue",
        "best", "worst", "number", "unit", "invoices", "from", "to"};

    private OverviewLines() {}

    static void json(JsonObjects json, List<OverviewEntry> entries) {
        entries.forEach(entry -> json.object(line -> {
            JsonObjects.text(line, "question", entry.question());
            JsonObjects.text(line, "key", entry.key());
            JsonObjects.text(line, "name", entry.name());
            JsonObjects.text(line, "currency", entry.amount() == null ? null : entry.amount().currency());
            money(line, "amount", entry.amount());
            money(line, "year_before", entry.compared().before());
            money(line, "overdue", entry.compared().overdue());
            money(line, "best", entry.compared().best());
            money(line, "worst", entry.compared().worst());
            JsonObjects.text(line, "number", entry.number() == null ? null : entry.number().toPlainString());
            JsonObjects.text(line, "unit", entry.unit());
            if (entry.invoices() == null) {
                line.writeNullProperty("invoices");
            } else {
                line.writeNumberProperty("invoices", entry.invoices());
            }
            JsonObjects.text(line, "from", entry.span() == null ? null : entry.span().from());
            JsonObjects.text(line, "to", entry.span() == null ? null : entry.span().to());
        }));
    }

    private static void money(JsonGenerator json, String name, @Nullable Money amount) {
        JsonObjects.text(json, name, amount == null ? null : amount.amount().toPlainString());
    }

    static void csv(PrintWriter out, List<OverviewEntry> entries) {
        var csv = new Csv(out);
        csv.row((Object[]) FIELDS);
        for (OverviewEntry entry : entries) {
            OverviewEntry.Compared compared = entry.compared();
            csv.row(entry.question(), OverviewFigures.key(entry), entry.name(),
                    entry.amount() == null ? null : entry.amount().currency(), bare(entry.amount()),
                    bare(compared.before()), bare(compared.overdue()), bare(compared.best()), bare(compared.worst()),
                    entry.number(), entry.unit(), entry.invoices(),
                    entry.span() == null ? null : entry.span().from(),
                    entry.span() == null ? null : entry.span().to());
        }
    }

    private static @Nullable Object bare(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
