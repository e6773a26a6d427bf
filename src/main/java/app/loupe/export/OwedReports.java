package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.AgedItem;
import app.loupe.owed.AgedOrder;
import app.loupe.owed.AgedRow;
import app.loupe.owed.CurrencyOrder;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Edge;
import app.loupe.owed.MoneylessEntry;
import app.loupe.owed.Subledger;
import app.loupe.review.Settlement;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes lists of subledgers: what was owed on a day, and what was settled in some days. */
public final class OwedReports {
    private final Texts texts;
    private final ExportSource source;
    private final Map<ConnectionId, Subledger> ledgers;
    private final String foot;
    private final boolean several;

    /** Over these subledgers of the source's connections. */
    public OwedReports(Texts texts, ExportSource source, Map<ConnectionId, Subledger> ledgers, String foot) {
        this.texts = texts;
        this.source = source;
        this.ledgers = Map.copyOf(ledgers);
        this.foot = foot;
        this.several = source.read().areSeveral();
    }

    /** What customers owed, or vendors were owed: a row for each partner, company and currency. */
    public Report aged(AgedBalance balance) {
        var rows = new ArrayList<AgedEntry<AgedRow>>();
        for (ConnectionProfile profile : source.read().connections()) {
            balance.rows(ledgers.getOrDefault(profile.id(), Subledger.EMPTY)).stream()
                    .filter(row -> source.takes(row.total().currency()))
                    .forEach(row -> rows.add(new AgedEntry<>(profile, row)));
        }
        return reports(balance).telling(rows);
    }

    /**
     * The items that this was made of, also payments that are matched with nothing: each with its share in company currency,
     * where that is certain. One uncertain item makes those of all of its partner uncertain, but not what was open of another.
     */
    public Report openItems(AgedBalance balance) {
        var items = new ArrayList<OpenItem>();
        for (ConnectionProfile profile : source.read().connections()) {
            Subledger ledger = ledgers.getOrDefault(profile.id(), Subledger.EMPTY);
            List<AgedItem> open = balance.openItems(ledger);
            Map<Long, AgedItem> shares = shares(balance, ledger);
            List<OpenItem> found = new ArrayList<>();
            for (AgedItem aged : open) {
                AgedItem share = shares.remove(aged.id());
                found.add(new OpenItem(profile, aged, aged.owed(),
                        share == null || !share.exact() ? null : share.owed(), aged.exact()));
            }
            shares.values().stream().filter(AgedItem::exact).forEach(share -> found.add(new OpenItem(profile, share,
                    Money.of(BigDecimal.ZERO, share.item().currency()), share.owed(), true)));
            Comparator<AgedItem> order = AgedOrder.NAME.items(CurrencyOrder.of(found, OpenItem::owed));
            found.stream().filter(item -> source.takes(item.owed().currency()))
                    .sorted(Comparator.comparing(OpenItem::aged, order)).forEach(items::add);
        }
        return reports(balance).openItems(items);
    }

    /** What was owed of each item in the currency of its company's books, by its id. */
    private static Map<Long, AgedItem> shares(AgedBalance balance, Subledger ledger) {
        var shares = new LinkedHashMap<Long, AgedItem>();
        for (String currency : ledger.companyCurrencies()) {
            balance.openItems(ledger, new CurrencyView.OfCompanies(currency))
                    .forEach(share -> shares.put(share.id(), share));
        }
        return shares;
    }

    private AgedReports reports(AgedBalance balance) {
        var notes = new ArrayList<String>();
        notes.add(texts.get("paper.as-of", day(balance.asOf())));
        notes.addAll(FilterNotes.of(texts, source.filters()));
        return new AgedReports(texts, balance.payable(), source.read(), notes, foot);
    }

    /**
     * What settled a part of a document in these days, by day: a payment, or another document that stands once; what comes to
     * no amount in the document's currency settled nothing of it. Only what
     * payments settled is added up, with the discounts and write-offs that were booked with them, which a note says; how many rows may have been that, and are in no total, is said in a note. So are
     * the gains and losses by exchange rates that were settled in these days.
     *
     * @param today the day of asking: a day before it may be uncertain where the copy does not hold all
     */
    @Blocking
    public Report settled(ExportSpan span, LocalDate today) throws ProblemException {
        String name = texts.get("paper.payments");
        var columns = columns();
        columns.add(Column.text("company", texts.get("invoices.column.company")));
        columns.add(Column.day("date", texts.get("paper.settled-on")));
        columns.add(Column.text("partner", texts.get("invoices.column.either")));
        columns.add(Column.text("move_name", texts.get("invoices.column.number")));
        columns.add(Column.text("move_type", texts.get("paper.type")));
        columns.add(Column.total("amount", texts.get("paper.amount")));
        columns.add(Column.text("settled_with", texts.get("paper.settled-with")));
        columns.add(Column.text("journal", texts.get("paper.journal")));
        columns.add(Column.text("ref", texts.get("invoices.detail.reference")));
        columns.add(Column.text("kind", texts.get("cli.payments.kind")));
        var found = new ArrayList<Part>();
        for (ConnectionProfile profile : source.read().connections()) {
            Subledger ledger = ledgers.getOrDefault(profile.id(), Subledger.EMPTY);
            var reversals = new HashMap<Long, Long>();
            var documents = new HashSet<Long>();
            for (OwedItem item : ledger.items()) {
                for (Edge edge : ledger.edges(item)) {
                    if (span.test(edge.date()) && isTold(item, edge) && source.takes(Ref.nameOf(item.currency()))) {
                        found.add(new Part(profile, item, edge, reversals));
                        if (edge.otherInvoice() != 0) {
                            documents.addAll(List.of(item.invoice(), edge.otherInvoice()));
                        }
                    }
                }
            }
            readReversals(profile.id(), documents, reversals);
        }
        found.sort(Comparator.comparing((Part part) -> part.edge().date())
                .thenComparing(part -> part.item().number()).thenComparingLong(part -> part.item().id()));
        var notes = new ArrayList<>(FilterNotes.of(texts,
                List.of(texts.get("paper.span", day(span.from()), day(span.to()))), source.filters()));
        notes.addAll(KeptNote.of(texts, source.read()));
        if (found.stream().anyMatch(Part::isMoney)) {
            notes.add(texts.get("paper.payments-with-discount"));
            notes.add(texts.get("paper.payments-moneyless"));
        }
        notes.addAll(unmatched(span, today, false));
        notes.addAll(unmatched(span, today, true));
        notes.addAll(exchanged(span));
        long unknown = found.stream().filter(Part::isUnknown).count();
        if (unknown > 0) {
            notes.add(texts.get("paper.payments-unknown", unknown));
        }
        return new Report(name, name, notes, foot, columns, sink -> found.forEach(part -> sink.row(row(part))));
    }

    /** What of payments of these days was matched with nothing at their end: it stands in no row. */
    private List<String> unmatched(ExportSpan span, LocalDate today, boolean payable) {
        var sums = new TreeMap<String, BigDecimal>();
        long uncertain = 0;
        for (ConnectionProfile profile : source.read().connections()) {
            Subledger ledger = ledgers.getOrDefault(profile.id(), Subledger.EMPTY);
            for (OwedItem item : ledger.items()) {
                if (item.payable() == payable && item.invoice() == 0 && isPaid(item)
                        && span.test(item.dates().accounting()) && source.takes(Ref.nameOf(item.currency()))) {
                    Subledger.Open left = ledger.open(item, span.to(), today);
                    uncertain += left.exact() ? 0 : 1;
                    sums.merge(Ref.nameOf(item.currency()), left.amount().abs(), BigDecimal::add);
                }
            }
        }
        var money = new MoneyText(texts);
        String told = sums.entrySet().stream().filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> money.format(sum.getValue(), sum.getKey())).collect(Collectors.joining(", "));
        var notes = new ArrayList<String>();
        if (!told.isEmpty()) {
            String side = payable ? "paper.payments-unmatched.out" : "paper.payments-unmatched.in";
            notes.add(texts.get(side, told,
                    texts.get(payable ? "paper.open-items.payable" : "paper.open-items.receivable")));
        }
        if (uncertain > 0) {
            notes.add(texts.get("paper.payments-unmatched.uncertain", uncertain));
        }
        return notes;
    }

    /** Which of these documents were made to cancel out which. */
    private void readReversals(ConnectionId connection, Set<Long> documents, Map<Long, Long> reversals)
            throws ProblemException {
        if (!documents.isEmpty()) {
            source.reader().each(connection, documents, false, invoice -> {
                long reversed = Ref.idOf(invoice.booking().reversedEntry());
                if (reversed != 0) {
                    reversals.put(invoice.id(), reversed);
                }
            });
        }
    }

    /** What a company, in the words of this list, keeps its books in. */
    private record Books(String company, String currency) {}

    /** The gains and losses by exchange rates of each company: a debit on the account of a partner is a gain. */
    private List<String> exchanged(ExportSpan span) {
        Map<Books, BigDecimal> gains = new TreeMap<>(
                Comparator.comparing(Books::company).thenComparing(Books::currency));
        var losses = new HashMap<Books, BigDecimal>();
        for (ConnectionProfile profile : source.read().connections()) {
            Subledger ledger = ledgers.getOrDefault(profile.id(), Subledger.EMPTY);
            for (OwedItem item : ledger.items()) {
                if (item.isDifference() && source.takes(Ref.nameOf(item.currency())) && ledger.edges(item).stream()
                        .map(Edge::date).max(Comparator.naturalOrder()).filter(span).isPresent()) {
                    String company = Ref.nameOf(item.company());
                    var books = new Books(several ? profile.name() + ": " + company : company,
                            Ref.nameOf(ledger.currencyOf(item.company())));
                    BigDecimal gain = item.booked().balance().subtract(item.booked().residual());
                    gains.merge(books, gain.max(BigDecimal.ZERO), BigDecimal::add);
                    losses.merge(books, gain.negate().max(BigDecimal.ZERO), BigDecimal::add);
                }
            }
        }
        var money = new MoneyText(texts);
        return gains.entrySet().stream().map(sum -> {
            String currency = sum.getKey().currency();
            BigDecimal lost = losses.getOrDefault(sum.getKey(), BigDecimal.ZERO);
            return texts.get("paper.exchanged", sum.getKey().company(), money.format(sum.getValue(), currency),
                    money.format(lost, currency), money.format(sum.getValue().subtract(lost), currency));
        }).toList();
    }

    /** Whether an item is of a payment that lowers what is owed. */
    private static boolean isPaid(OwedItem item) {
        BigDecimal paid = item.payable() ? item.amount() : item.amount().negate();
        return paid.signum() > 0 && !MoneylessEntry.isOne(item.entry().journal(), item.number());
    }

    private record Part(ConnectionProfile profile, OwedItem item, Edge edge, Map<Long, Long> reversals) {
        Optional<Settlement.Kind> kind() {
            return Settlement.kind(item.invoice(), edge, reversals);
        }

        /** Whether money may have moved that nobody can add up. */
        boolean isUnknown() {
            return kind().map(kind -> kind == Settlement.Kind.PAID && edge.amount() == null).orElse(true);
        }

        boolean isMoney() {
            return kind().filter(kind -> kind == Settlement.Kind.PAID).isPresent();
        }
    }

    /** Of two documents that settle each other one tells it: the one that takes money, or the older. */
    private static boolean isTold(OwedItem item, Edge edge) {
        MoveType type = item.entry().type();
        if (item.invoice() == 0 || type == null) {
            return false;
        }
        if (edge.isNothing()) {
            // a difference of exchange rates in company currency alone
            return false;
        }
        MoveType otherType = edge.otherType();
        if (edge.otherInvoice() == 0 || otherType == null) {
            return true;
        }
        return type.isRefund() == otherType.isRefund() ? item.id() < edge.otherId() : !type.isRefund();
    }

    private ReportRow row(Part part) {
        OwedItem item = part.item();
        OwedItem.Entry other = part.edge().other();
        MoveType type = item.entry().type();
        BigDecimal amount = part.edge().amount();
        var cells = cells(part.profile());
        cells.add(Cell.text(Ref.nameOf(item.company())));
        cells.add(Cell.day(part.edge().date()));
        cells.add(Cell.text(Ref.nameOf(item.partner())));
        cells.add(Cell.text(item.number()));
        cells.add(type == null ? Cell.EMPTY : Cell.coded(texts.get("invoices.type." + EnumKey.of(type)), type.odoo()));
        cells.add(amount == null || type == null
                ? Cell.EMPTY
                : Cell.money(OdooWords.money(type.signed(amount), item.currency()), Ref.nameOf(item.currency())));
        cells.add(Cell.text(other == null ? "" : other.number()));
        cells.add(Cell.text(other == null ? "" : other.journal()));
        cells.add(Cell.text(other == null ? "" : other.reference()));
        cells.add(part.kind().map(EnumKey::of).map(kind -> Cell.coded(texts.get("cli.payments.kind." + kind), kind))
                .orElse(Cell.EMPTY));
        return part.isMoney()
                ? ReportRow.in(texts.get(item.payable() ? "paper.vendors" : "paper.customers"), cells)
                : ReportRow.notAdded(cells);
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        if (several) {
            columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        }
        return columns;
    }

    private List<Cell> cells(ConnectionProfile profile) {
        var cells = new ArrayList<Cell>();
        if (several) {
            cells.add(Cell.text(profile.name()));
        }
        return cells;
    }

    private String day(LocalDate day) {
        return new DateText(texts, ZoneOffset.UTC).day(day);
    }
}
