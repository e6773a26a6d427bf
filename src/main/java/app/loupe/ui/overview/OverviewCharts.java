package app.loupe.ui.overview;

import app.loupe.domain.Money;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.ExpectedCash;
import app.loupe.owed.Owing;
import app.loupe.review.Overview;
import app.loupe.review.RowList;
import app.loupe.ui.overview.OverviewContent.Bar;
import app.loupe.ui.overview.OverviewContent.Group;
import app.loupe.ui.overview.OverviewContent.Row;
import app.loupe.ui.overview.OverviewContent.Said;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the charts, and the table behind each. */
final class OverviewCharts {
    private static final int WEEK_DAYS = 7;

    private final Overview overview;
    private final OverviewWords words;

    OverviewCharts(Overview overview, OverviewWords words) {
        this.overview = overview;
        this.words = words;
    }

    /** Twelve months, each beside the same one of the year before. */
    List<Group> months() {
        return overview.months().stream().map(month -> new Group(words.label(month.month()),
                List.of(invoiced(month.month(), month.now()), invoiced(month.month().minusYears(1), month.before()))))
                .toList();
    }

    private Bar invoiced(YearMonth month, Money amount) {
        String name = words.month(overview, month);
        RowList rows = overview.rows(month);
        Lead lead = Lead.of(words.title(words.get("rows.invoiced", name), overview.view()),
                () -> OverviewCards.keys(rows));
        if (overview.isNotKept(month)) {
            return Bar.notKept(words.get("month.not-kept", name), lead);
        }
        String says = words.get("bar.invoiced", name, words.money(amount), rows.size());
        return bar(amount, words.rough(amount),
                overview.isWhollyKept(month) ? says : words.get("month.part-kept", says), lead);
    }

    /** What a table says of a month: of one that is not in the copy no amount. */
    private String cell(YearMonth month, Money amount) {
        return overview.isNotKept(month) ? OverviewContent.NOT_KEPT : words.money(amount);
    }

    private Bar bar(Money amount, String caption, String reading, Lead lead) {
        return new Bar(words.length(amount), caption, reading, lead);
    }

    /** What is owed by how late it is, and how that and the cards go together. */
    OverviewContent.Ages ages(Owing owing) {
        String name = words.get("ages." + side(owing));
        if (overview.isBeforeCopies()) {
            return new OverviewContent.Ages(name, List.of(), words.get("ages.not-kept"), groups(owing));
        }
        Map<AgeBucket, Money> sums = owing.byAge();
        Money late = from(AgeBucket.TO_30, sums);
        var said = new ArrayList<Said>();
        if (late.signum() != 0) {
            said.add(said(owing, AgeBucket.TO_30, "late", late));
            Money over = from(AgeBucket.TO_90, sums);
            if (over.signum() != 0) {
                said.add(said(owing, AgeBucket.TO_90, "over", over));
            }
        }
        return new OverviewContent.Ages(name, said, others(owing), groups(owing));
    }

    private Said said(Owing owing, AgeBucket first, String how, Money sum) {
        return new Said(words.get("ages." + how, words.money(sum)),
                Lead.of(words.title(words.get("rows." + side(owing), words.get("rows." + how)), overview.view()),
                        () -> Owing.invoices(owing.open().stream()
                                .filter(share -> share.aged().bucket().compareTo(first) >= 0).toList())));
    }

    private static String side(Owing owing) {
        return owing.payable() ? "payable" : "receivable";
    }

    /** What is so late or later. */
    private Money from(AgeBucket first, Map<AgeBucket, Money> sums) {
        return sums.entrySet().stream().filter(one -> one.getKey().compareTo(first) >= 0).map(Map.Entry::getValue)
                .reduce(Money.zero(overview.view().currency()), Money::plus);
    }

    /**
     * Of entries that are no invoices, which the cards and the lists of invoices leave out: without a word these would seem to
     * contradict.
     */
    private String others(Owing owing) {
        Map<Boolean, Money> late = owing.open().stream().filter(share -> !share.isOfInvoice())
                .collect(Collectors.groupingBy(Owing.Share::isLate,
                        Collectors.collectingAndThen(Collectors.toList(), owing::sum)));
        List<String> sums = Stream.of(true, false).filter(late::containsKey)
                .filter(one -> Objects.requireNonNull(late.get(one)).signum() != 0)
                .map(one -> words.get(one ? "ages.others.late" : "ages.others.not-due",
                        words.money(Objects.requireNonNull(late.get(one)))))
                .toList();
        return sums.isEmpty() ? "" : words.get("ages.others." + side(owing), String.join(" \u00b7 ", sums));
    }

    private List<Group> groups(Owing owing) {
        Map<AgeBucket, Money> sums = owing.byAge();
        return Arrays.stream(AgeBucket.values()).map(bucket -> {
            List<Owing.Share> shares = owing.shares(bucket);
            Money amount = sums.getOrDefault(bucket, Money.zero(overview.view().currency()));
            Money unmatched = owing.sum(shares.stream().filter(share -> !share.isOfInvoice()).toList());
            String side = side(owing);
            Lead lead = Lead.of(words.title(words.get("rows." + side, age(bucket)), overview.view()),
                    // found again when somebody asks: there may be very many
                    () -> Owing.invoices(owing.shares(bucket)));
            if (overview.isBeforeCopies()) {
                return new Group(age(bucket), List.of(Bar.notKept(words.get("month.not-kept", age(bucket)), lead)));
            }
            String reading = words.get("bar." + side, age(bucket), words.money(amount),
                    Owing.invoices(shares).size());
            return new Group(age(bucket), List.of(bar(amount, words.money(amount), unmatched.signum() == 0
                    ? reading
                    : words.get("bar.unmatched", reading, words.money(unmatched)), lead)));
        }).toList();
    }

    private String age(AgeBucket bucket) {
        return words.get("age." + bucket.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Thirteen weeks and what comes later, each at best, likely and at worst. */
    List<Group> cash() {
        return weeks().mapToObj(week -> new Group(week(week), Arrays.stream(ExpectedCash.Scenario.values())
                .map(scenario -> expected(week, scenario)).toList())).toList();
    }

    private static IntStream weeks() {
        return IntStream.rangeClosed(0, ExpectedCash.WEEKS);
    }

    private String week(int week) {
        LocalDate first = overview.day().plusDays((long) WEEK_DAYS * week);
        return week == ExpectedCash.WEEKS ? words.get("week.later") : words.label(first);
    }

    private Bar expected(int week, ExpectedCash.Scenario scenario) {
        Money amount = overview.cash(week, scenario);
        LocalDate first = overview.day().plusDays((long) WEEK_DAYS * week);
        String when = week == ExpectedCash.WEEKS
                ? words.get("week.from", words.label(first))
                : words.get("week.span", words.label(first), words.label(first.plusDays(WEEK_DAYS - 1L)));
        String name = words.get("scenario." + scenario.name().toLowerCase(Locale.ROOT));
        Lead lead = Lead.of(words.title(words.get("rows.cash", name, when), overview.view()),
                () -> overview.expected(week, scenario));
        return overview.isBeforeCopies()
                ? Bar.notKept(words.get("month.not-kept", when), lead)
                : bar(amount, words.length(amount) == 0 ? "" : words.rough(amount),
                        words.get("bar.cash", name, when, words.money(amount)), lead);
    }

    /** The same in rows. */
    OverviewContent.Tables tables(List<Group> receivable, List<Group> payable, List<Group> cash) {
        var months = new ArrayList<Row>();
        for (Overview.Month month : overview.months()) {
            Bar now = invoiced(month.month(), month.now());
            Bar before = invoiced(month.month().minusYears(1), month.before());
            months.add(new Row(List.of(words.month(overview, month.month()), cell(month.month(), month.now()),
                    cell(month.month().minusYears(1), month.before())), Set.of(),
                    List.of(now.lead(), now.lead(), before.lead())));
        }
        var ages = new ArrayList<Row>();
        for (int i = 0; i < receivable.size(); i++) {
            Bar in = receivable.get(i).bars().getFirst();
            Bar out = payable.get(i).bars().getFirst();
            ages.add(new Row(List.of(receivable.get(i).label(), in.caption(), out.caption()), Set.of(),
                    List.of(in.lead(), in.lead(), out.lead())));
        }
        var weeks = new ArrayList<Row>();
        for (int week = 0; week < cash.size(); week++) {
            var cells = new ArrayList<String>();
            cells.add(cash.get(week).label());
            var leads = new ArrayList<Lead>();
            leads.add(expected(week, ExpectedCash.Scenario.LIKELY).lead());
            for (ExpectedCash.Scenario scenario : ExpectedCash.Scenario.values()) {
                cells.add(overview.isBeforeCopies()
                        ? OverviewContent.NOT_KEPT
                        : words.money(overview.cash(week, scenario)));
                leads.add(expected(week, scenario).lead());
            }
            weeks.add(new Row(cells, Set.of(), leads));
        }
        return new OverviewContent.Tables(months, ages, weeks);
    }
}
