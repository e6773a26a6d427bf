package app.loupe.ui.overview;

import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import app.loupe.owed.Owing;
import app.loupe.owed.PaymentHabit;
import app.loupe.review.Debtor;
import app.loupe.review.Overview;
import app.loupe.review.ProductSales;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Wording;
import app.loupe.ui.overview.OverviewContent.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes who owes the most and what sold best. */
final class OverviewTables {
    /** How many rows each of the two has. */
    static final int MOST = 6;

    private static final int OVERDUE = 2;

    private final Overview overview;
    private final OverviewWords words;
    private final Wording wording;

    OverviewTables(Overview overview, OverviewWords words, Wording wording) {
        this.overview = overview;
        this.words = words;
        this.wording = wording;
    }

    List<Row> debtors() {
        if (overview.isBeforeCopies()) {
            return List.of();
        }
        return overview.debtors().stream().limit(MOST).map(this::row).toList();
    }

    private Row row(Debtor debtor) {
        PaymentHabit habit = debtor.habit();
        Ref partner = debtor.partner();
        String name = partner == null ? words.get("nobody") : partner.name();
        Money overdue = debtor.overdue();
        return new Row(List.of(name, words.money(debtor.owed()), words.money(overdue), habit == null
                ? "\u2013"
                : words.get("days", Math.round(habit.paysAfter()))),
                overdue.signum() > 0 ? Set.of(OVERDUE) : Set.of(),
                new Lead(page(debtor), words.title(name, overview.view()), () -> Owing.invoices(debtor.shares())));
    }

    /** A page shows one account: what stands in several, or is told as booked at another rate, leads to its invoices. */
    private Optional<Destination> page(Debtor debtor) {
        Ref partner = debtor.partner();
        Debtor.Account account = debtor.account();
        return partner == null || account == null || !account.currency().equals(debtor.owed().currency())
                ? Optional.empty()
                : Optional.of(new Destination.PartnerPage(debtor.connection(), partner.id(), false,
                        new Destination.PartnerPage.Account(account.company(), account.currency()), words.past()));
    }

    Optional<List<Row>> products() {
        if (overview.isBeforeCopies()) {
            return Optional.of(List.of());
        }
        return overview.products().map(sales -> {
            List<ProductSales.Sold> best = sales.products().stream().filter(sold -> sold.untaxed().signum() > 0)
                    .limit(MOST).toList();
            List<String> names = ProductNames.shortened(best.stream().map(this::name).toList());
            return IntStream.range(0, best.size()).mapToObj(i -> row(sales, best.get(i), names.get(i))).toList();
        });
    }

    private String name(ProductSales.Sold sold) {
        return sold.name().isEmpty() ? words.get("no-product") : sold.name();
    }

    private static @Nullable LocalDate lastDay(ProductSales sales, ProductSales.Sold sold) {
        return sales.rows(sold).stream().map(row -> row.row().invoiceDate()).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    private Row row(ProductSales sales, ProductSales.Sold sold, String shown) {
        String quantity = wording.money().number(sold.quantity());
        return new Row(List.of(shown, sold.unit().isEmpty() ? quantity : words.get("quantity", quantity, sold.unit()),
                words.money(sold.untaxed())), Set.of(),
                new Lead(sold.product() == 0
                        ? Optional.empty()
                        : Optional.of(new Destination.ProductPage(sold.connection(), sold.product(), false,
                                sold.untaxed().currency(), lastDay(sales, sold))),
                        words.title(name(sold), sold.untaxed().currency()),
                        () -> OverviewCards.keys(sales.rows(sold))));
    }
}
