package app.loupe.ui.aged;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedOrder;
import app.loupe.owed.AgedRow;
import app.loupe.owed.CurrencyOrder;
import app.loupe.text.StatementText;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureCell.Tone;
import app.loupe.ui.common.FigureColumn;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.FigureRow.Role;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the lines of the aged list, and those behind one of its figures. Any thread. */
final class AgedRows {
    private final Wording wording;
    private final Map<ConnectionId, String> names;
    private final StatementText text;

    /**
     * Words for these connections.
     *
     * @param names of the connections; one alone is not named
     */
    AgedRows(Wording wording, Map<ConnectionId, String> names) {
        this.wording = wording;
        this.names = names.size() < 2 ? Map.of() : Map.copyOf(names);
        text = new StatementText(wording.shown(), wording.dates());
    }

    /** One partner's row. */
    record Line(ConnectionId connection, AgedRow row) {}

    /** What is listed of one currency, and what it comes to. */
    record Section(String currency, List<Line> lines, AgedRow sum) {
        /** Copies the list. */
        Section {
            lines = List.copyOf(lines);
        }
    }

    /** One item behind a figure. */
    record Behind(ConnectionId connection, AgedItem aged) {}

    static List<FigureColumn> columns(Wording wording) {
        var columns = new ArrayList<FigureColumn>();
        columns.add(FigureColumn.name("partner", wording.get("partners.customer")));
        columns.add(FigureColumn.name("connection", wording.get("partners.column.connection")).leaving(2));
        columns.add(FigureColumn.name("company", wording.get("partners.column.company")).leaving(1));
        for (AgeBucket bucket : AgeBucket.values()) {
            columns.add(FigureColumn.addend(bucket.key(), head(wording, bucket)));
        }
        columns.add(FigureColumn.figure("total", wording.get("statement.total")));
        return columns;
    }

    /** That they are days is said once: each time it would take the room of the names. */
    private static String head(Wording wording, AgeBucket bucket) {
        return switch (bucket) {
            case NOT_DUE, TO_30, OLDER -> wording.get("aged.bucket." + bucket.key());
            case TO_60, TO_90, TO_120 -> bucket.key().replace('-', '\u2013');
        };
    }

    static List<FigureColumn> itemColumns(Wording wording) {
        return List.of(FigureColumn.words("date", wording.get("statement.column.date")).leaving(6),
                FigureColumn.document("document", wording.get("statement.column.document")),
                FigureColumn.name("partner", wording.get("partners.customer")).leaving(5),
                FigureColumn.name("connection", wording.get("partners.column.connection")).leaving(2),
                FigureColumn.name("company", wording.get("partners.column.company")).leaving(1),
                FigureColumn.words("due", wording.get("statement.column.due")).leaving(4),
                FigureColumn.figure("days", wording.get("statement.column.days")).leaving(3),
                FigureColumn.figure("open", wording.get("statement.column.open")));
    }

    /** A section for each currency, that of most open rows first; in it whoever owes most first, and what it comes to. */
    List<FigureRow<AgedTarget>> list(List<Section> sections, AgedQuestion question) {
        boolean companies = sections.stream().flatMap(section -> section.lines().stream())
                .map(line -> line.row().company()).distinct().limit(2).count() > 1;
        var rows = new ArrayList<FigureRow<AgedTarget>>();
        for (Section section : sections) {
            String currency = section.currency();
            var heading = new ArrayList<FigureCell<AgedTarget>>();
            heading.add(FigureCell.strong(currency));
            columns(wording).stream().skip(1).forEach(column -> heading.add(FigureCell.of("")));
            rows.add(new FigureRow<>(Role.HEADING, List.of("heading", currency), heading, null));
            section.lines().forEach(line -> rows.add(row(line, currency, question, companies)));
            var cells = new ArrayList<FigureCell<AgedTarget>>();
            cells.add(FigureCell.strong(wording.get("aged.total", currency)));
            cells.add(FigureCell.of(""));
            cells.add(FigureCell.of(""));
            figures(cells, section.sum(), currency, Optional.empty());
            rows.add(new FigureRow<>(Role.TOTAL, List.of("total", currency), cells, null));
        }
        return rows;
    }

    /** The lines of each currency, in the order of the list. */
    static List<Section> sections(List<Line> lines) {
        Map<String, List<Line>> byCurrency = ordered(lines).stream().collect(Collectors
                .groupingBy(line -> line.row().total().currency(), LinkedHashMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream().map(one -> new Section(one.getKey(), one.getValue(),
                one.getValue().stream().map(Line::row).reduce(AgedRow::plus).orElseThrow())).toList();
    }

    /** The lines in the order of the list. */
    static List<Line> ordered(List<Line> lines) {
        CurrencyOrder currencies = CurrencyOrder.of(lines, line -> line.row().total());
        return lines.stream().sorted(Comparator.comparing((Line line) -> line.row().total().currency(), currencies)
                .thenComparing(Line::row, AgedOrder.largestFirst())).toList();
    }

    private FigureRow<AgedTarget> row(Line line, String currency, AgedQuestion question, boolean companies) {
        Ref partner = line.row().partner();
        Ref company = line.row().company();
        String name = partner == null ? wording.get("partners.nobody") : partner.name();
        var whose = new AgedTarget.Whose(line.connection(), Ref.idOf(company), Ref.idOf(partner), name);
        var page = new AgedTarget.Elsewhere(new Destination.PartnerPage(line.connection(), Ref.idOf(partner),
                question.payable(),
                // what is told in company currency can be owed in any
                question.booked() ? null : new Destination.PartnerPage.Account(company, currency), question.asOf()));
        var cells = new ArrayList<FigureCell<AgedTarget>>();
        cells.add(FigureCell.<AgedTarget>of(name).to(page));
        cells.add(FigureCell.muted(names.getOrDefault(line.connection(), "")));
        cells.add(FigureCell.muted(companies && company != null ? company.name() : ""));
        figures(cells, line.row(), currency, Optional.of(whose));
        return new FigureRow<>(Role.ENTRY, List.of(whose, currency), cells, page);
    }

    private void figures(List<FigureCell<AgedTarget>> cells, AgedRow row, String currency,
            Optional<AgedTarget.Whose> whose) {
        for (AgeBucket bucket : AgeBucket.values()) {
            Money amount = row.amount(bucket);
            cells.add(amount.signum() == 0
                    ? FigureCell.of("")
                    : new FigureCell<>(plain(amount), bucket == AgeBucket.NOT_DUE ? Tone.PLAIN : Tone.LATE,
                            new AgedTarget.Cell(whose, currency, Optional.of(bucket))));
        }
        cells.add(new FigureCell<>((row.exact() ? "" : "\u2248\u00a0") + plain(row.total()), Tone.STRONG,
                new AgedTarget.Cell(whose, currency, Optional.empty())));
    }

    /** What a figure is made of, and the figure again below. */
    List<FigureRow<AgedTarget>> items(List<Behind> items, AgedTarget.Cell cell) {
        boolean companies = items.stream().map(behind -> behind.aged().item().company()).distinct().limit(2)
                .count() > 1;
        var rows = new ArrayList<FigureRow<AgedTarget>>();
        for (Behind behind : items) {
            AgedItem aged = behind.aged();
            OwedItem item = aged.item();
            LocalDate due = item.dates().due();
            AgedTarget target = item.invoice() == 0
                    ? null
                    : new AgedTarget.Elsewhere(
                            new Destination.OneInvoice(new InvoiceKey(behind.connection(), item.invoice())));
            String partner = cell.whose().isPresent()
                    ? ""
                    : item.partner() == null ? wording.get("partners.nobody") : item.partner().name();
            rows.add(new FigureRow<>(Role.ENTRY, List.of(behind.connection(), item.id()), List.of(
                    FigureCell.of(wording.dates().day(item.dates().document())),
                    FigureCell.<AgedTarget>of(text.document(item.entry())).to(target), FigureCell.muted(partner),
                    FigureCell.muted(names.getOrDefault(behind.connection(), "")),
                    FigureCell.muted(companies ? Ref.nameOf(item.company()) : ""),
                    FigureCell.of(due == null ? "" : wording.dates().day(due)),
                    FigureCell.<AgedTarget>of(aged.days() == 0 ? "" : Long.toString(aged.days())).in(Tone.LATE),
                    FigureCell.strong((aged.exact() ? "" : "\u2248\u00a0") + plain(aged.owed()))), target));
        }
        Money sum = items.stream().map(behind -> behind.aged().owed()).reduce(Money.zero(cell.currency()),
                Money::plus);
        rows.add(new FigureRow<>(Role.TOTAL, "total",
                List.of(FigureCell.strong(wording.get("statement.total")), FigureCell.of(""), FigureCell.of(""),
                        FigureCell.of(""), FigureCell.of(""), FigureCell.of(""), FigureCell.of(""),
                        FigureCell.strong(plain(sum))),
                null));
        return rows;
    }

    /** How many partners, what they owe, and what of it is late. */
    List<FigureFooter.Part> sums(List<Section> sections, boolean payable) {
        int count = (int) sections.stream().flatMap(section -> section.lines().stream())
                .map(line -> List.of(line.connection(), Ref.idOf(line.row().partner())))
                .distinct()
                .count();
        var parts = new ArrayList<FigureFooter.Part>();
        parts.add(new FigureFooter.Part(
                wording.get(payable ? "partners.footer.vendors" : "partners.footer.customers", count),
                Integer.toString(count)));
        var totals = new ArrayList<String>();
        var late = new ArrayList<String>();
        sections.stream().map(Section::sum).forEach(sum -> {
            totals.add(wording.money().format(sum.total()));
            Money overdue = sum.total().minus(sum.amount(AgeBucket.NOT_DUE));
            if (overdue.signum() != 0) {
                late.add(wording.money().format(overdue));
            }
        });
        if (!totals.isEmpty()) {
            parts.add(new FigureFooter.Part(wording.get("statement.total"), totals, false));
        }
        if (!late.isEmpty()) {
            parts.add(new FigureFooter.Part(wording.get("partners.overdue"), late, true));
        }
        return parts;
    }

    /** What the items behind a figure have in common. */
    String title(AgedTarget.Cell cell) {
        return List.of(cell.whose().map(AgedTarget.Whose::name).orElse(wording.get("aged.everybody")), cell.currency(),
                cell.bucket().map(bucket -> wording.get("aged.bucket." + bucket.key()))
                        .orElse(wording.get("aged.all-ages")))
                .stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The section says the currency. */
    private String plain(Money money) {
        return wording.money().plain(money.amount(), money.currency());
    }
}
