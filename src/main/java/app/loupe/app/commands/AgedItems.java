package app.loupe.app.commands;

import app.loupe.domain.Ref;
import app.loupe.export.AgedEntry;
import app.loupe.domain.OwedItem;
import app.loupe.owed.AgedItem;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.StatementText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the open items that aged amounts are made of, each with its bucket: those of one partner, company and currency in
 * one bucket add up to the amount that stands there.
 */
final class AgedItems {
    private static final int MOST_CHARACTERS = 36;
    private static final int COLUMNS_BEFORE_DAYS = 5;

    private final List<AgedEntry<AgedItem>> items;

    AgedItems(List<AgedEntry<AgedItem>> items) {
        this.items = List.copyOf(items);
    }

    /** For people; the connection stands in front where there are several. */
    void print(PrintWriter out, Texts texts, Clock clock, boolean payable, boolean several) {
        var money = new MoneyText(texts);
        var dates = new DateText(texts, clock.getZone());
        var heads = new ArrayList<String>();
        if (several) {
            heads.add(texts.get("cli.aged.connection"));
        }
        heads.addAll(List.of(texts.get("cli.aged.partner." + (payable ? "payable" : "receivable")),
                texts.get("cli.aged.company"), texts.get("cli.aged.number"), texts.get("cli.aged.date"),
                texts.get("cli.aged.due-date"), texts.get("cli.aged.days"), texts.get("cli.aged.bucket"),
                texts.get("cli.aged.owed")));
        int days = COLUMNS_BEFORE_DAYS + (several ? 1 : 0);
        var table = new TextTable(MOST_CHARACTERS, Set.of(days, days + 2), heads.toArray(String[]::new));
        for (AgedEntry<AgedItem> entry : items) {
            AgedItem aged = entry.aged();
            OwedItem item = aged.item();
            var cells = new ArrayList<String>();
            if (several) {
                cells.add(entry.connection().name());
            }
            cells.add(item.partner() == null ? texts.get("cli.aged.nobody") : Ref.nameOf(item.partner()));
            cells.addAll(List.of(Ref.nameOf(item.company()), StatementText.document(item.entry(), texts),
                    day(dates, item.dates().invoice() == null ? item.dates().accounting() : item.dates().invoice()),
                    day(dates, item.dates().due()), aged.days() == 0 ? "" : Long.toString(aged.days()),
                    texts.get("cli.aged." + aged.bucket().key()),
                    (aged.exact() ? "" : AgedTable.UNCERTAIN)
                            + money.format(aged.owed())));
            table.row(cells.toArray(String[]::new));
        }
        table.print(out);
    }

    private static String day(DateText dates, @Nullable LocalDate date) {
        return date == null ? "" : dates.day(date);
    }
}
