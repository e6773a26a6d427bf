package app.loupe.ui.overview;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Money;
import app.loupe.owed.Owing;
import app.loupe.review.Overview;
import app.loupe.review.RowList;
import app.loupe.review.ToReview;
import app.loupe.ui.common.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes the cards: one figure each, what is to be said with it, and the invoices behind it. */
final class OverviewCards {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal ALL_BUT_ONE = BigDecimal.valueOf(-99);

    private final Overview overview;
    private final OverviewWords words;
    private final Wording wording;

    OverviewCards(Overview overview, OverviewWords words, Wording wording) {
        this.overview = overview;
        this.words = words;
        this.wording = wording;
    }

    List<OverviewContent.Card> all() {
        var cards = new ArrayList<>(List.of(outstanding(), overdue(), invoiced(), daysToGetPaid()));
        // of a day in the past nobody knows
        overview.toReview().map(this::toReview).ifPresent(cards::add);
        return List.copyOf(cards);
    }

    private OverviewContent.Card outstanding() {
        Owing owing = overview.receivable();
        if (overview.isBeforeCopies()) {
            return notKept("outstanding", lead("outstanding", owing::outstandingShares));
        }
        List<Owing.Share> shares = owing.outstandingShares();
        long customers = shares.stream().map(OverviewCards::customer).distinct().count();
        return card("outstanding", words.money(owing.outstanding()),
                words.get("card.outstanding.detail", Owing.invoices(shares).size(), customers), false,
                lead("outstanding", owing::outstandingShares));
    }

    private OverviewContent.Card overdue() {
        Owing owing = overview.receivable();
        if (overview.isBeforeCopies()) {
            return notKept("overdue", lead("overdue", owing::overdueShares));
        }
        List<Owing.Share> late = owing.overdueShares();
        Money sum = owing.sum(late);
        String detail = late.isEmpty()
                ? words.get("card.overdue.none")
                : owing.oldest() == 0
                        ? words.get("card.overdue.credit", Owing.invoices(late).size())
                        : words.get("card.overdue.detail", Owing.invoices(late).size(), owing.oldest());
        return card("overdue", words.money(sum), overview.halted() == 0
                ? detail
                : words.get("card.overdue.halted", detail, overview.halted()), sum.signum() > 0,
                lead("overdue", owing::overdueShares));
    }

    /** What was open on a day before the copies begin is not known, and not nothing. */
    private OverviewContent.Card notKept(String id, Lead lead) {
        return card(id, OverviewContent.NOT_KEPT, words.get("not-kept"), false, lead);
    }

    private static Object customer(Owing.Share share) {
        return List.of(share.connection(), share.aged().partner() == null
                ? 0L
                : Objects.requireNonNull(share.aged().partner()).id());
    }

    private Lead lead(String id, Supplier<List<Owing.Share>> shares) {
        return Lead.of(title(id), () -> Owing.invoices(shares.get()));
    }

    private String title(String id) {
        return words.title(words.get("card." + id), overview.view());
    }

    private OverviewContent.Card invoiced() {
        Overview.Month month = overview.thisMonth();
        YearMonth before = month.month().minusYears(1);
        String span = words.get("rows.invoiced", words.month(overview, month.month()));
        return card("invoiced", words.arePast() ? span : words.get("card.invoiced"),
                overview.isNotKept(month.month()) ? OverviewContent.NOT_KEPT : words.money(month.now()),
                compared(month, before), false,
                Lead.of(words.title(span, overview.view()), () -> keys(overview.rows(month.month()))));
    }

    private String compared(Overview.Month month, YearMonth before) {
        String span = words.shortMonth(overview, before);
        if (!overview.isWhollyKept(month.month())) {
            return words.get(overview.isNotKept(month.month()) ? "month.not-kept" : "month.part-kept",
                    words.shortMonth(overview, month.month()));
        }
        return overview.isWhollyKept(before)
                ? compared(month.now(), month.before(), span)
                : words.get(overview.isNotKept(before) ? "month.not-kept" : "month.part-kept", span);
    }

    private String compared(Money now, Money before, String span) {
        if (before.signum() <= 0) {
            return before.signum() == 0
                    ? words.get("card.invoiced.none", span)
                    : words.get("card.invoiced.credited", span, words.money(before));
        }
        BigDecimal change = now.minus(before).amount().multiply(HUNDRED)
                .divide(before.amount(), 0, RoundingMode.HALF_UP);
        if (now.signum() > 0) {
            // a hundred per cent less is nothing
            change = change.max(ALL_BUT_ONE);
        }
        return change.signum() == 0
                ? words.get("card.invoiced.same", span)
                : words.get(change.signum() > 0 ? "card.invoiced.more" : "card.invoiced.less", change.abs(), span);
    }

    private OverviewContent.Card daysToGetPaid() {
        Optional<BigDecimal> days = overview.daysToGetPaid().filter(known -> known.signum() >= 0);
        return card("days", days.map(this::days).orElse("\u2013"),
                days.isPresent()
                        ? words.get("card.days.detail", Overview.DSO_DAYS)
                        : words.get("card.days." + withoutDays(), Overview.DSO_DAYS),
                false, Lead.of(title("days"), () -> {
                    Set<InvoiceKey> both = new HashSet<>(Owing.invoices(overview.receivable().open()));
                    both.addAll(keys(overview.invoiced().rows(overview.day().minusDays(Overview.DSO_DAYS - 1L),
                            overview.day())));
                    return both;
                }));
    }

    private String days(BigDecimal days) {
        return words.get("card.days.value", wording.money().number(days), days);
    }

    private String withoutDays() {
        return !overview.hasDaysToGetPaid() ? "short" : overview.daysToGetPaid().isPresent() ? "owed" : "none";
    }

    private OverviewContent.Card toReview(ToReview waiting) {
        return card("review", wording.get("count", waiting.invoices().size()), waiting.flagged() == 0
                ? words.get("card.review.detail")
                : words.get("card.review.flagged", waiting.flagged()), false,
                Lead.of(words.get("card.review"), waiting::invoices));
    }

    private OverviewContent.Card card(String id, String value, String detail, boolean late, Lead lead) {
        return card(id, words.get("card." + id), value, detail, late, lead);
    }

    private OverviewContent.Card card(String id, String name, String value, String detail, boolean late, Lead lead) {
        return new OverviewContent.Card(id, name, value, detail, late, words.get("card." + id + ".help"), lead);
    }

    static Set<InvoiceKey> keys(RowList rows) {
        return rows.stream().map(row -> row.row().key()).collect(Collectors.toSet());
    }
}
