package app.loupe.app.commands;

import app.loupe.export.AgedEntry;
import app.loupe.export.AgedReports;
import app.loupe.export.OdooWords;
import app.loupe.export.JsonObjects;
import app.loupe.export.Csv;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedItem;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the open items that aged amounts are made of, each with its bucket: those of one partner, company and currency in
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
        var money = new MoneyText(texts.locale());
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
            cells.add(item.partner() == null ? texts.get("cli.aged.nobody") : OdooWords.name(item.partner()));
            cells.addAll(List.of(OdooWords.name(item.company()), item.number(),
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

    /** One object a line; amounts are text, so that no program rounds them. */
    void json(JsonLines json) {
        items.forEach(entry -> json.object(line -> write(line, entry)));
    }

    private static void write(JsonGenerator json, AgedEntry<AgedItem> entry) {
        AgedItem aged = entry.aged();
        OwedItem item = aged.item();
        JsonObjects.connection(json, entry.connection());
        JsonLines.text(json, "company", OdooWords.name(item.company()));
        JsonLines.text(json, "currency", OdooWords.name(item.currency()));
        JsonObjects.reference(json, "partner", item.partner());
        json.writeNumberProperty("id", item.id());
        if (item.invoice() == 0) {
            json.writeNullProperty("move_id");
        } else {
            json.writeNumberProperty("move_id", item.invoice());
        }
        JsonLines.text(json, "move_name", item.number());
        JsonLines.text(json, "date", item.dates().accounting());
        JsonLines.text(json, "invoice_date", item.dates().invoice());
        JsonLines.text(json, "date_maturity", item.dates().due());
        json.writeNumberProperty("days", aged.days());
        JsonLines.text(json, "bucket", aged.bucket().key());
        JsonObjects.decimal(json, "owed", aged.owed().amount());
    }

    /** The same columns. */
    void csv(PrintWriter out) {
        var csv = new Csv(out);
        csv.row("connection", "connection_id", "company", "currency", "partner_id", "partner", "id", "move_id",
                "move_name", "date", "invoice_date", "date_maturity", "days", "bucket", "owed");
        for (AgedEntry<AgedItem> entry : items) {
            AgedItem aged = entry.aged();
            OwedItem item = aged.item();
            Ref partner = item.partner();
            csv.row(entry.connection().name(), entry.connection().id().value(), OdooWords.name(item.company()),
                    OdooWords.name(item.currency()), OdooWords.id(partner), OdooWords.name(partner), item.id(),
                    item.invoice() == 0 ? null : item.invoice(), item.number(), item.dates().accounting(),
                    item.dates().invoice(),
                    item.dates().due(), aged.days(), AgedReports.heading(aged.bucket()),
                    aged.owed().amount());
        }
    }
}
