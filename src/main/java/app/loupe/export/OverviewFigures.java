package app.loupe.export;

import app.loupe.domain.Ref;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.ExpectedCash;
import app.loupe.owed.Owing;
import app.loupe.owed.PaymentHabit;
import app.loupe.review.Debtor;
import app.loupe.review.Overview;
import app.loupe.review.ProductSales;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists all figures of an overview, question by question: everything that the screen shows, and all customers and products. */
final class OverviewFigures {
    static final String FIGURE = "figure";
    static final String MONTH = "month";
    static final String RECEIVABLE = "receivable";
    static final String PAYABLE = "payable";
    static final String CASH = "expected_cash";
    static final String CUSTOMER = "customer";
    static final String PRODUCT = "product";
    /** The name, for programs, of what comes later than the weeks that are told apart. */
    static final String LATER = "later";
    /** In the order in which they are told. */
    static final List<String> QUESTIONS = List.of(FIGURE, MONTH, RECEIVABLE, PAYABLE, CASH, CUSTOMER, PRODUCT);

    private static final int WEEK_DAYS = 7;
    private static final String DAYS = "days";

    private OverviewFigures() {}

    static List<OverviewEntry> of(Overview overview) {
        var entries = new ArrayList<OverviewEntry>();
        figures(overview, entries);
        for (Overview.Month month : overview.months()) {
            entries.add(invoiced(MONTH, month.month().toString(), overview, month));
        }
        ages(RECEIVABLE, overview, overview.receivable(), entries);
        ages(PAYABLE, overview, overview.payable(), entries);
        // of what was owed before the copies begin nothing is told, not even nought
        for (int week = 0; week <= ExpectedCash.WEEKS; week++) {
            entries.add(new OverviewEntry(CASH, overview.day().plusDays((long) WEEK_DAYS * week).toString(),
                    week == ExpectedCash.WEEKS ? LATER : null,
                    owed(overview, overview.cash(week, ExpectedCash.Scenario.LIKELY)),
                    new OverviewEntry.Compared(null, null,
                            owed(overview, overview.cash(week, ExpectedCash.Scenario.BEST)),
                            owed(overview, overview.cash(week, ExpectedCash.Scenario.WORST))),
                    null, null, owed(overview, overview.expected(week, ExpectedCash.Scenario.LIKELY).size())));
        }
        if (!overview.isBeforeCopies()) {
            overview.debtors().forEach(debtor -> entries.add(customer(debtor)));
        }
        overview.products().filter(sales -> !overview.isBeforeCopies()).ifPresent(sales -> {
            var span = soldIn(overview);
            sales.products().forEach(sold -> entries.add(product(sold, span)));
        });
        return entries;
    }

    private static void figures(Overview overview, List<OverviewEntry> entries) {
        Owing owed = overview.receivable();
        List<Owing.Share> late = owed.overdueShares();
        entries.add(OverviewEntry.amount(FIGURE, "outstanding", owed(overview, owed.outstanding()),
                owed(overview, Owing.invoices(owed.open()).size())));
        entries.add(new OverviewEntry(FIGURE, "overdue", null, owed(overview, owed.sum(late)),
                OverviewEntry.Compared.NOTHING, owed(overview, new BigDecimal(owed.oldest())), DAYS,
                owed(overview, Owing.invoices(late).size())));
        Overview.Month month = overview.thisMonth();
        entries.add(invoiced(FIGURE, "invoiced_this_month", overview, month));
        entries.add(new OverviewEntry(FIGURE, "days_to_get_paid", null, null, OverviewEntry.Compared.NOTHING,
                overview.daysToGetPaid().orElse(null), DAYS, null));
        overview.toReview().ifPresent(waiting -> entries.add(new OverviewEntry(FIGURE, "to_review", null, null,
                OverviewEntry.Compared.NOTHING, null, null, waiting.invoices().size())));
    }

    /** What was owed; null of a day before the copies begin, which do not know it. */
    private static <T> @Nullable T owed(Overview overview, T figure) {
        return overview.isBeforeCopies() ? null : figure;
    }

    /** Of a month that is not in the copy nothing is told, not even nought. */
    private static OverviewEntry invoiced(String question, String key, Overview overview, Overview.Month month) {
        boolean isKept = !overview.isNotKept(month.month());
        return new OverviewEntry(question, key, null, isKept ? month.now() : null, before(overview, month), null, null,
                isKept ? overview.rows(month.month()).size() : null,
                new ExportSpan(month.month().atDay(1), overview.lastDay(month.month())));
    }

    private static OverviewEntry.Compared before(Overview overview, Overview.Month month) {
        return overview.isNotKept(month.month().minusYears(1))
                ? OverviewEntry.Compared.NOTHING
                : new OverviewEntry.Compared(month.before(), null, null, null);
    }

    private static void ages(String question, Overview overview, Owing owing, List<OverviewEntry> entries) {
        owing.byAge().forEach((bucket, amount) -> entries.add(OverviewEntry.amount(question, bucket.key(),
                owed(overview, amount), owed(overview, Owing.invoices(owing.shares(bucket)).size()))));
    }

    private static OverviewEntry customer(Debtor debtor) {
        Ref partner = debtor.partner();
        PaymentHabit habit = debtor.habit();
        return new OverviewEntry(CUSTOMER, partner == null ? "0" : Long.toString(partner.id()),
                partner == null ? null : partner.name(), debtor.owed(),
                new OverviewEntry.Compared(null, debtor.overdue(), null, null), habit == null
                        ? null
                        : BigDecimal.valueOf(habit.paysAfter()).setScale(1, RoundingMode.HALF_UP),
                habit == null ? null : DAYS, debtor.openInvoices());
    }

    /** The days whose sales are told. */
    static ExportSpan soldIn(Overview overview) {
        return new ExportSpan(overview.soldFrom().orElseGet(() -> Overview.firstDay(overview.day())), overview.day());
    }

    private static OverviewEntry product(ProductSales.Sold sold, ExportSpan span) {
        return new OverviewEntry(PRODUCT, Long.toString(sold.product()), sold.name().isEmpty() ? null : sold.name(),
                sold.untaxed(), OverviewEntry.Compared.NOTHING, sold.quantity(), sold.unit(), sold.invoices(),
                span);
    }

    /** The key of an age in words that no spreadsheet takes for a date. */
    static String key(OverviewEntry entry) {
        for (AgeBucket bucket : AgeBucket.values()) {
            if (bucket.key().equals(entry.key())) {
                return AgedReports.heading(bucket);
            }
        }
        return entry.key();
    }
}
