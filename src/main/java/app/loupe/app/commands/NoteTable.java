package app.loupe.app.commands;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Shows what the owner wrote to a person, a row for each invoice or partner. */
final class NoteTable {
    private static final int MOST_CHARACTERS = 48;

    private final Texts texts;
    private final DateText dates;

    NoteTable(Texts texts, Clock clock) {
        this.texts = texts;
        this.dates = new DateText(texts, clock.getZone());
    }

    /** Prints the table, or that there is nothing to print. */
    void print(PrintWriter out, List<NoteEntry> entries) {
        if (entries.isEmpty()) {
            out.println(texts.get("cli.notes.none"));
            return;
        }
        var table = new TextTable(MOST_CHARACTERS, Set.of(), head("connection"), head("invoice"), head("partner"),
                head("flag"), head("inbox"), head("remind"), head("note"));
        for (NoteEntry entry : entries) {
            LocalDate day = entry.mark().remindOn();
            table.row(entry.connection().name(), invoice(entry), entry.partnerName(),
                    entry.mark().flagged() ? texts.get("cli.notes.flagged") : "", inbox(entry),
                    day == null ? "" : dates.day(day), entry.mark().note());
        }
        table.print(out);
    }

    private String invoice(NoteEntry entry) {
        return !entry.isOfInvoice() || !entry.number().isEmpty()
                ? entry.number()
                : texts.get("cli.notes.draft", Long.toString(entry.id()));
    }

    private String inbox(NoteEntry entry) {
        InvoiceMark.Review review = entry.mark().review();
        String state = entry.inbox().map(choice -> texts.get("cli.notes.inbox." + EnumKey.of(choice))).orElse("");
        return review == null ? state : state + " (" + dates.moment(review.at()) + ")";
    }

    private String head(String column) {
        return texts.get("cli.notes." + column);
    }
}
