package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.Ref;
import app.loupe.owed.AgedBalance;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.PartnerList;
import app.loupe.owed.PaymentHabit;
import app.loupe.owed.Subledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import testkit.Cpu;
import testkit.Measured;

/**
 * What the figures of a screen cost over 100,000 invoices, 150,000 items and 300,000 lines, as a multiple of what it costs
 * to add up the amounts of the items by partner, which is the least that any of them does.
 */
class OverviewBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ConnectionId SHOP = new ConnectionId("aaaa0000");
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref ACME = new Ref(1, "Acme Trading");
    private static final int INVOICES = 100_000;
    private static final int LINES = 3;
    private static final int PARTNERS = 5_000;
    private static final int PRODUCTS = 2_000;
    private static final CurrencyView EUROS = new CurrencyView.OfDocuments("EUR");

    private static Subledger ledger = Subledger.EMPTY;
    private static Books books = Books.of(List.of());
    private static List<OwedItem> items = List.of();
    private static double sums;

    /** One invoice of the bench: every second one is paid by a payment of its own. */
    private record Drawn(int id, LocalDate date, BigDecimal total, int partner, boolean paid) {
        static Drawn of(int id, SplittableRandom random) {
            return new Drawn(id, TODAY.minusDays(random.nextInt(1400)),
                    BigDecimal.valueOf(random.nextInt(1, 1_000_000), 2),
                    1 + random.nextInt(PARTNERS), id % 2 == 0);
        }

        InvoiceRow row() {
            BigDecimal open = paid ? BigDecimal.ZERO : total;
            return new InvoiceRow(new InvoiceKey(SHOP, id), "INV/" + id, MoveType.CUSTOMER_INVOICE, MoveState.POSTED,
                    paid ? PaymentState.PAID : PaymentState.NOT_PAID,
                    new InvoiceRow.Partner("Customer " + partner, partner, partner, ""), date, date.plusDays(30),
                    new InvoiceRow.Amounts("EUR", total, BigDecimal.ZERO, total, open),
                    new InvoiceRow.Booking("Customer Invoices", "EUR", total, total, open),
                    new InvoiceRow.OtherInfo("", "", "", "Acme Trading", "", false), InvoiceRow.Presence.PRESENT);
        }

        List<OwedItem> items() {
            BigDecimal open = paid ? BigDecimal.ZERO : total;
            List<Long> partials = paid ? List.of((long) id) : List.of();
            OwedItem instalment = item(2L * id, id, date, total, open, partials);
            return paid
                    ? List.of(instalment, item(2L * id + 1, 0, date.plusDays(id % 50), total.negate(), BigDecimal.ZERO,
                            partials))
                    : List.of(instalment);
        }

        private OwedItem item(long item, long invoice, LocalDate day, BigDecimal amount, BigDecimal open,
                List<Long> partials) {
            boolean isInvoice = invoice != 0;
            return new OwedItem(item, invoice,
                    new OwedItem.Entry(isInvoice ? invoice : 1_000_000 + item,
                            isInvoice ? MoveType.CUSTOMER_INVOICE : null, "N" + item, "Journal", ""),
                    false, ACME, new Ref(partner, "Customer " + partner), EUR,
                    new OwedItem.Dates(day, day.plusDays(30), isInvoice ? day : null), amount, open,
                    new OwedItem.Booked(isInvoice ? EUR : null, amount, open), partials);
        }
    }

    @BeforeAll
    static void fill() throws Exception {
        var random = new SplittableRandom(42);
        List<Drawn> drawn = IntStream.rangeClosed(1, INVOICES).mapToObj(id -> Drawn.of(id, random)).toList();
        items = drawn.stream().flatMap(one -> one.items().stream()).toList();
        ledger = Subledger.of(items);
        Books bare = Books.of(drawn.stream().map(Drawn::row).toList());
        var writer = new LinesWriter(bare);
        for (int i = 0; i < INVOICES * LINES; i++) {
            int product = 1 + random.nextInt(PRODUCTS);
            BigDecimal price = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
            writer.accept(new PrintedLine(new InvoiceKey(SHOP, i / LINES + 1), LineKind.PRODUCT, "Goods",
                    new Ref(product, "Product " + product), "Units", BigDecimal.ONE, price, price, price));
        }
        books = writer.written();
        sums = median(round -> {
            var byPartner = new HashMap<Long, BigDecimal>();
            for (OwedItem item : items) {
                byPartner.merge(item.partner() == null ? 0L : item.partner().id(), item.amount(), BigDecimal::add);
            }
            return byPartner.size();
        });
    }

    /** Nanoseconds of one in the middle of many, when Java has made it fast. */
    private static double median(IntFunction<Integer> work) throws Exception {
        for (int round = 0; round < 12; round++) {
            assertThat(work.apply(round)).isPositive();
        }
        var times = new ArrayList<Long>();
        for (int round = 0; round < 15; round++) {
            int of = round;
            times.add(Cpu.ofThread(() -> assertThat(work.apply(of)).isPositive()));
        }
        return Cpu.median(times);
    }

    private static void measure(String what, double atMost, IntFunction<Integer> work) throws Exception {
        double time = median(work);
        Measured.ratio(what + ": CPU against sums by partner", time / sums, atMost);
    }

    @Test
    void the_overview_costs_little_more_than_adding_up() throws Exception {
        measure("overview", 35,
                round -> Overview.of(books, Map.of(SHOP, ledger), EUROS, TODAY, TODAY).debtors().size());
        measure("invoiced", 8, round -> Invoiced.of(books, EUROS, false).untaxed(TODAY, TODAY).decimals());
        measure("products sold", 35, round -> ProductSales.of(books, "EUR", false, LocalDate.MIN, LocalDate.MAX)
                .products().size());
    }

    @Test
    void lists_of_partners_and_ages_cost_little_more_than_adding_up() throws Exception {
        measure("customers today", 12,
                round -> PartnerList.of(Map.of(SHOP, ledger), false, TODAY, TODAY).entries().size());
        measure("customers of a day in the past", 12, round -> PartnerList
                .of(Map.of(SHOP, ledger), false, TODAY.minusDays(100L + round), TODAY).entries().size());
        measure("aged of a day in the past", 12,
                round -> new AgedBalance(TODAY.minusDays(100L + round), false, AgedBalance.By.DUE, TODAY).rows(ledger)
                        .size());
    }

    @Test
    void making_a_subledger_costs_little_more_than_adding_up() throws Exception {
        measure("subledger with its habits", 40,
                round -> PaymentHabit.of(Subledger.of(items), false, TODAY, TODAY).size());
    }
}
