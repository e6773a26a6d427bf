package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.owed.AgedBalance;
import app.loupe.text.DateText;
import java.time.Clock;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedRow;
import app.loupe.text.StatementText;
import app.loupe.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of aged amounts what is put into a file for people, each currency added up by itself. */
public final class AgedReports {
    private static final String MARK = "\u2248";

    private final Texts texts;
    private final boolean payable;
    private final boolean several;
    private final List<String> notes;
    private final List<String> kept;
    private final String foot;

    /**
     * Makes reports of what was asked.
     *
     * @param payable whether of vendors
     * @param notes lines under the title: of which day it is
     */
    public AgedReports(Texts texts, boolean payable, ReadTogether read, List<String> notes, String foot) {
        this.texts = texts;
        this.payable = payable;
        this.several = read.areSeveral();
        this.notes = List.copyOf(notes);
        this.kept = KeptNote.of(texts, read);
        this.foot = foot;
    }

    /** What is listed, in one line: which side, late since which date, as of which day. */
    public static String title(Texts texts, Clock clock, AgedBalance balance) {
        return texts.get("cli.aged." + (balance.payable() ? "payable" : "receivable") + "." + EnumKey.of(balance.by()),
                new DateText(texts, clock.getZone()).day(balance.asOf()));
    }

    /** A row for each partner, with what is owed by age. */
    public Report sums(List<AgedEntry<AgedRow>> rows) {
        return sums(rows, false);
    }

    /** The same for a file that programs read, too: whether a row is certain stands in it. */
    Report telling(List<AgedEntry<AgedRow>> rows) {
        return sums(rows, true);
    }

    private Report sums(List<AgedEntry<AgedRow>> rows, boolean telling) {
        List<Column> columns = columns();
        columns.add(Column.text("company", texts.get("partners.column.company")));
        for (AgeBucket bucket : AgeBucket.values()) {
            columns.add(Column.total(heading(bucket), texts.get("aged.bucket." + bucket.key())));
        }
        columns.add(Column.total("total", texts.get("statement.total")));
        if (telling) {
            columns.add(exact());
        }
        long uncertain = rows.stream().filter(entry -> !entry.aged().exact()).count();
        return report(columns, uncertain, rows.stream().map(entry -> {
            AgedRow row = entry.aged();
            List<Cell> cells = cells(entry.connection(), row.partner(), row.exact());
            cells.add(Cell.text(Ref.nameOf(row.company())));
            for (AgeBucket bucket : AgeBucket.values()) {
                cells.add(row.amount(bucket).signum() == 0 ? Cell.EMPTY : money(row.amount(bucket)));
            }
            cells.add(money(row.total()));
            if (telling) {
                cells.add(Cell.flag(row.exact()));
            }
            return ReportRow.in("", cells);
        }).toList());
    }

    /** The open items behind them. */
    public Report items(List<AgedEntry<AgedItem>> items) {
        List<OpenItem> all = items.stream().map(OpenItem::of).toList();
        return report(itemColumns(), uncertain(all),
                all.stream().map(item -> ReportRow.in("", cells(item))).toList());
    }

    /**
     * A list of its own of the items, each with its share of what was owed in company currency, what the partner calls it, the
     * ids in Odoo by which a program finds it, and whether what was open of it is certain.
     */
    Report openItems(List<OpenItem> items) {
        List<Column> columns = itemColumns();
        columns.add(Column.total("owed_booked", texts.get("paper.company.residual")));
        columns.add(Column.text("ref", texts.get("invoices.detail.reference")));
        columns.add(Column.whole("id", texts.get("paper.item-id")));
        columns.add(Column.whole("move_id", texts.get("paper.id")));
        columns.add(Column.whole("partner_id", texts.get("paper.partner-id")));
        columns.add(exact());
        String name = texts.get(payable ? "paper.open-items.payable" : "paper.open-items.receivable");
        Report report = report(columns, uncertain(items), items.stream().map(item -> {
            List<Cell> cells = cells(item);
            Money booked = item.booked();
            cells.add(booked == null ? Cell.EMPTY : money(booked));
            OwedItem owed = item.aged().item();
            cells.add(Cell.text(owed.entry().reference()));
            cells.add(Cell.whole(owed.id()));
            cells.add(owed.invoice() == 0 ? Cell.EMPTY : Cell.whole(owed.invoice()));
            cells.add(Ref.idOf(owed.partner()) == 0 ? Cell.EMPTY : Cell.whole(Ref.idOf(owed.partner())));
            cells.add(Cell.flag(item.exact()));
            return ReportRow.in("", cells);
        }).toList());
        return new Report(name, name, report.notes(), foot, columns, report.rows())
                .noted(List.of(texts.get("paper.open-items.booked")));
    }

    private Column exact() {
        return Column.flag("exact", texts.get("paper.exact"));
    }

    private static long uncertain(List<OpenItem> items) {
        return items.stream().filter(item -> !item.exact()).count();
    }

    private List<Column> itemColumns() {
        List<Column> columns = columns();
        columns.add(Column.text("company", texts.get("partners.column.company")));
        columns.add(Column.text("move_name", texts.get("statement.column.document")));
        columns.add(Column.day("date", texts.get("statement.column.date")));
        columns.add(Column.day("date_maturity", texts.get("statement.column.due")));
        columns.add(Column.whole("days", texts.get("statement.column.days")));
        columns.add(Column.text("bucket", texts.get("paper.age")));
        columns.add(Column.total("owed", texts.get("statement.column.open")));
        return columns;
    }

    private List<Cell> cells(OpenItem one) {
        AgedItem aged = one.aged();
        OwedItem item = aged.item();
        List<Cell> cells = cells(one.connection(), item.partner(), one.exact());
        cells.add(Cell.text(Ref.nameOf(item.company())));
        cells.add(Cell.coded(StatementText.document(item.entry(), texts), item.number()));
        cells.add(Cell.day(item.dates().document()));
        cells.add(Cell.day(item.dates().due()));
        cells.add(Cell.whole(aged.days()));
        cells.add(Cell.coded(texts.get("aged.bucket." + aged.bucket().key()), heading(aged.bucket())));
        cells.add(money(one.owed()));
        return cells;
    }

    private Report report(List<Column> columns, long uncertain, List<ReportRow> rows) {
        String title = texts.get(payable ? "aged.payable" : "aged.receivable");
        return new Report(title, title, notes, foot, columns, sink -> rows.forEach(sink::row))
                .noted(kept).noted(UncertainNote.of(texts, uncertain))
                .noted(uncertain == 0 ? List.of() : List.of(marked(texts)));
    }

    /** The line that says what the mark means, which people alone see: programs have a field. */
    static String marked(Texts texts) {
        return texts.get("paper.uncertain-mark", MARK);
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        if (several) {
            columns.add(Column.text("connection", texts.get("partners.column.connection")));
        }
        columns.add(Column.text("partner", texts.get(payable ? "partners.vendor" : "partners.customer")));
        return columns;
    }

    /** People see a mark behind the name where the amount is not certain. */
    private List<Cell> cells(ConnectionProfile connection, @Nullable Ref partner, boolean exact) {
        var cells = new ArrayList<Cell>();
        if (several) {
            cells.add(Cell.text(connection.name()));
        }
        String shown = partner == null ? texts.get("partners.nobody") : partner.name();
        cells.add(Cell.coded(exact ? shown : shown + " " + MARK, Ref.nameOf(partner)));
        return cells;
    }

    private static Cell money(Money money) {
        return Cell.money(money.amount(), money.currency());
    }

    /** The field of a bucket in a file: with a word behind the numbers of days, which a spreadsheet would take for dates. */
    public static String heading(AgeBucket bucket) {
        return bucket.key().contains("-") ? bucket.key() + " days" : bucket.key();
    }
}
