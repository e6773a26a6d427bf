package app.loupe.app.commands;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.text.ChangeText;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows changes of invoices to a person in the words of the window, a row for each invoice and run. */
final class ChangeTable {
    private static final int MOST_CHARACTERS = 100;

    private final Texts texts;
    private final DateText dates;
    private final ChangeText words;
    private final Map<ConnectionId, String> names;
    private final TextTable table;
    private int rows;

    /** @param names of the connections */
    ChangeTable(Texts texts, Clock clock, Map<ConnectionId, String> names) {
        this.texts = texts;
        this.dates = new DateText(texts, clock.getZone());
        this.words = new ChangeText(texts, dates, new MoneyText(texts));
        this.names = Map.copyOf(names);
        this.table = new TextTable(MOST_CHARACTERS, Set.of(), head("noticed"), head("connection"), head("invoice"),
                head("what"), head("parts"));
    }

    /** Adds what changed at an invoice; the row is null when the copy has none. */
    void row(ChangeEntry entry, @Nullable InvoiceRow row) {
        table.row(dates.moment(entry.noticed()), names.getOrDefault(entry.key().connection(), ""), words.name(entry),
                words.kind(entry), words.line(entry, row));
        rows++;
    }

    /** Prints the table, or these words where it has no row. */
    void print(PrintWriter out, String none) {
        if (rows == 0) {
            out.println(none);
        } else {
            table.print(out);
        }
    }

    private String head(String column) {
        return texts.get("cli.changes." + column);
    }
}
