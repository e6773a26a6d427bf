package app.loupe.ui.partners;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Money;
import app.loupe.owed.CurrencyOrder;
import app.loupe.owed.PartnerBalance;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PaymentHabit;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureCell;
import app.loupe.ui.common.FigureCell.Tone;
import app.loupe.ui.common.FigureColumn;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureRow;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Words the lines of the list of customers or vendors, and what they come to, each currency by itself. */
final class PartnersRows {
    /** Of somebody who has paid too little for a habit. */
    private static final String UNKNOWN = "\u2013";
    /** Before an amount that is not certain, as in the aged list. */
    static final String UNCERTAIN = "\u2248\u00a0";

    private final boolean payable;
    private final Wording wording;

    PartnersRows(boolean payable, Wording wording) {
        this.payable = payable;
        this.wording = wording;
    }

    /** What a line is of. */
    record Key(ConnectionId connection, long partner, String company, String currency) {}

    /** Balance and name stay; what is overdue leaves last, the habits first. */
    static List<FigureColumn> columns(Wording wording, boolean payable) {
        return List.of(FigureColumn.name("name", wording.get(payable ? "partners.vendor" : "partners.customer"))
                .ordering(),
                FigureColumn.name("connection", wording.get("partners.column.connection")).leaving(2),
                FigureColumn.name("company", wording.get("partners.column.company")).leaving(1),
                FigureColumn.figure("balance", wording.get("partners.column.balance")).ordering(),
                FigureColumn.figure("overdue", wording.get("partners.column.overdue")).ordering().leaving(7),
                FigureColumn.figure("pays-after",
                        wording.get(payable ? "partners.column.paid-after" : "partners.column.pays-after")).ordering()
                        .leaving(4),
                FigureColumn.figure("late-by", wording.get("partners.column.late-by")).ordering().leaving(3),
                FigureColumn.figure("open", wording.get("partners.column.open")).ordering().leaving(5),
                FigureColumn.figure("last-invoice",
                        wording.get(payable ? "partners.column.last-bill" : "partners.column.last-invoice"))
                        .ordering().leaving(6));
    }

    List<FigureRow<Destination>> of(List<PartnerList.Entry> found, List<ConnectionProfile> connections) {
        Map<ConnectionId, String> names = connections.size() < 2
                ? Map.of()
                : new Chosen(connections).names();
        boolean companies = found.stream().map(PartnerList.Entry::company).distinct().limit(2).count() > 1;
        return found.stream().map(entry -> row(entry, names, companies)).toList();
    }

    private FigureRow<Destination> row(PartnerList.Entry entry, Map<ConnectionId, String> names, boolean companies) {
        PartnerBalance balance = entry.balance();
        var page = new Destination.PartnerPage(entry.connection(), entry.partner(), payable,
                new Destination.PartnerPage.Account(balance.company(), balance.balance().currency()));
        PaymentHabit habit = entry.habit();
        LocalDate last = balance.lastInvoice();
        var cells = new ArrayList<FigureCell<Destination>>();
        cells.add(FigureCell.<Destination>of(entry.name().isEmpty() ? wording.get("partners.nobody") : entry.name())
                .to(page));
        cells.add(FigureCell.muted(names.getOrDefault(entry.connection(), "")));
        cells.add(FigureCell.muted(companies ? entry.company() : ""));
        cells.add(FigureCell.strong((balance.exact() ? "" : UNCERTAIN) + wording.money().format(balance.balance())));
        cells.add(overdue(balance.overdue()));
        cells.add(FigureCell.of(habit == null ? UNKNOWN : days(wording, habit.paysAfter())));
        cells.add(FigureCell.of(habit == null ? UNKNOWN : lateBy(habit)));
        cells.add(FigureCell.of(balance.openInvoices() == 0 ? "" : Integer.toString(balance.openInvoices())));
        cells.add(FigureCell.of(last == null ? "" : wording.dates().day(last)));
        return new FigureRow<>(FigureRow.Role.ENTRY, new Key(entry.connection(), entry.partner(), entry.company(),
                balance.balance().currency()), cells, page);
    }

    /** Credit notes that are past their day may come to more than what is late: nobody is late then. */
    private FigureCell<Destination> overdue(Money overdue) {
        FigureCell<Destination> cell = FigureCell.of(overdue.signum() == 0 ? "" : wording.money().format(overdue));
        return overdue.signum() > 0 ? cell.in(Tone.LATE) : cell;
    }

    /** Whole days. */
    static String days(Wording wording, double days) {
        return wording.get("partners.days", Math.round(days));
    }

    private String lateBy(PaymentHabit habit) {
        long early = -Math.round(habit.lateBy());
        return early > 0 ? wording.get("partners.days-early", early) : days(wording, habit.lateBy());
    }

    /** How many partners, what they owe, and what of it is late. */
    List<FigureFooter.Part> sums(List<PartnerList.Entry> found, CurrencyOrder currencies) {
        var parts = new ArrayList<FigureFooter.Part>();
        int count = partners(found);
        parts.add(new FigureFooter.Part(
                wording.get(payable ? "partners.footer.vendors" : "partners.footer.customers", count),
                Integer.toString(count)));
        List<String> owed = sums(found, PartnerBalance::balance, currencies);
        if (!owed.isEmpty()) {
            parts.add(new FigureFooter.Part(wording.get(payable ? "partners.you-owe" : "partners.owed"), owed, false));
        }
        List<String> overdue = sums(found, PartnerBalance::overdue, currencies);
        if (!overdue.isEmpty()) {
            parts.add(new FigureFooter.Part(wording.get("partners.overdue"), overdue, true));
        }
        return parts;
    }

    private List<String> sums(List<PartnerList.Entry> found, Function<PartnerBalance, Money> amount,
            CurrencyOrder currencies) {
        var sums = new TreeMap<String, Money>(currencies);
        found.forEach(entry -> {
            Money one = amount.apply(entry.balance());
            sums.merge(one.currency(), one, Money::plus);
        });
        return sums.values().stream().filter(sum -> sum.signum() != 0).map(wording.money()::format)
                .toList();
    }

    /** Each once, in however many currencies and companies. */
    static int partners(List<PartnerList.Entry> found) {
        return (int) found.stream().map(entry -> new Key(entry.connection(), entry.partner(), "", "")).distinct()
                .count();
    }
}
