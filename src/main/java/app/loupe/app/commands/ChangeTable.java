package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.NotedChange;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Shows changes of invoices to a person, a row for each; an edit of a posted document is marked. */
final class ChangeTable {
    private static final int MOST_CHARACTERS = 36;

    private final Texts texts;
    private final DateText dates;
    private final Map<ConnectionId, String> names;
    private final TextTable table;
    private int rows;

    /** @param names of the connections */
    ChangeTable(Texts texts, Clock clock, Map<ConnectionId, String> names) {
        this.texts = texts;
        this.dates = new DateText(texts, clock.getZone());
        this.names = Map.copyOf(names);
        this.table = new TextTable(MOST_CHARACTERS, Set.of(), head("noticed"), head("connection"), head("invoice"),
                head("what"), head("before"), head("after"));
    }

    /** Adds a change. */
    void row(NotedChange noted) {
        InvoiceChange change = noted.change();
        table.row(dates.moment(change.noticed()), names.getOrDefault(noted.connection(), ""),
                change.name().isEmpty()
                        ? texts.get("cli.changes.draft", Long.toString(change.invoice()))
                        : change.name(),
                change.editedAfterPosting() ? texts.get("cli.changes.edited", what(change)) : what(change),
                change.before(), change.after());
        rows++;
    }

    private String what(InvoiceChange change) {
        return switch (change.kind()) {
            case CHANGED -> texts.get("cli.changes.field." + EnumKey.of(change.field()));
            case NEW, LINE_ADDED, LINE_REMOVED, REMOVED, INACCESSIBLE, BACK, PAYMENT_ADDED, PAYMENT_REMOVED -> texts
                    .get("cli.changes.kind." + EnumKey.of(change.kind()));
        };
    }

    /** Prints the table, or that there is nothing to print. */
    void print(PrintWriter out) {
        if (rows == 0) {
            out.println(texts.get("cli.changes.none"));
        } else {
            table.print(out);
        }
    }

    private String head(String column) {
        return texts.get("cli.changes." + column);
    }
}
