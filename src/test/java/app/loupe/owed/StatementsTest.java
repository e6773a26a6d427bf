package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Seeded;

class StatementsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Ref BRIGHTWATER = new Ref(7, "Brightwater Hotels");
    private static final Ref EUR = new Ref(1, "EUR");

    private static OwedItem item(long id, @Nullable MoveType type, String number, String date, String due,
            String amount,
            String open, Long... partials) {
        LocalDate day = LocalDate.parse(date);
        return new OwedItem(id, type == null ? 0 : id, new OwedItem.Entry(id, type, number, "Bank", ""), false,
                new Ref(1, "Acme"), BRIGHTWATER, EUR,
                new OwedItem.Dates(day, LocalDate.parse(due), type == null ? null : day), new BigDecimal(amount),
                new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of(partials));
    }

    /** The customer of the design. */
    private static Subledger brightwater() {
        return Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/2026/00911", "2026-07-03", "2026-08-02", "8400", "0", 1L),
                item(2, null, "BNK/8812", "2026-08-04", "2026-08-04", "-8400", "0", 1L),
                item(3, MoveType.CUSTOMER_INVOICE, "INV/2026/01022", "2026-09-15", "2026-10-15", "6200", "5890", 2L),
                item(4, MoveType.CREDIT_NOTE, "RINV/2026/00028", "2026-10-02", "2026-10-02", "-310", "0", 2L),
                item(5, MoveType.CUSTOMER_INVOICE, "INV/2026/01098", "2026-10-20", "2026-11-19", "12400", "6200", 3L),
                item(6, null, "BNK/9001", "2026-11-06", "2026-11-06", "-6200", "0", 3L),
                item(7, MoveType.CUSTOMER_INVOICE, "INV/2026/01184", "2026-11-18", "2026-12-18", "4820", "4820")));
    }

    private static Statement statement(@Nullable String from, String to) {
        return new Statements(false, from == null ? null : LocalDate.parse(from), LocalDate.parse(to), TODAY)
                .of(brightwater(), 7).getFirst();
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    @Test
    void everyEntryStandsOldestFirstWithTheBalanceAfterIt() {
        Statement statement = statement(null, "2026-11-26");

        assertThat(statement.lines()).extracting(line -> line.entry().number() + " " + line.amount().amount() + " "
                + line.balance().amount()).containsExactly("INV/2026/00911 8400.00 8400.00",
                        "BNK/8812 -8400.00 0.00", "INV/2026/01022 6200.00 6200.00", "RINV/2026/00028 -310.00 5890.00",
                        "INV/2026/01098 12400.00 18290.00", "BNK/9001 -6200.00 12090.00",
                        "INV/2026/01184 4820.00 16910.00");
        assertThat(statement.closing()).isEqualTo(euros("16910"));
        assertThat(statement.invoiced()).isEqualTo(euros("31510"));
        assertThat(statement.settled()).isEqualTo(euros("14600"));
        assertThat(statement.lines().get(1).settles()).extracting(OwedItem.Entry::number)
                .containsExactly("INV/2026/00911");
        assertThat(statement.lines()).extracting(Statement.Line::days).containsExactly(0L, 0L, 42L, 0L, 7L, 0L, 0L);
    }

    @Test
    void whatIsOlderThanTheFirstDayMakesTheOpeningBalance() {
        Statement statement = statement("2026-10-01", "2026-11-10");

        assertThat(statement.opening()).isEqualTo(euros("6200"));
        assertThat(statement.lines()).hasSize(3);
        assertThat(statement.closing()).isEqualTo(euros("12090"));
    }

    /** It is one of the company's currency alone. */
    @Test
    void aDifferenceOfRatesWithoutAnAmountIsNeitherALineNorNamed() {
        Statement statement = new Statements(false, null, TODAY, TODAY).of(Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "2026-07-03", "2026-08-02", "100", "0", 1L),
                item(2, null, "BNK/1", "2026-08-04", "2026-08-04", "-100", "0", 1L, 2L),
                item(3, null, "EXCH/1", "2026-08-04", "2026-08-04", "0", "0", 2L))), 7).getFirst();

        assertThat(statement.lines()).extracting(line -> line.entry().number()).containsExactly("INV/1", "BNK/1");
        assertThat(statement.lines().getLast().settles()).extracting(OwedItem.Entry::number).containsExactly("INV/1");
    }

    @Test
    void openItemsAloneAddUpToTheSameBalance() {
        Statement open = statement(null, "2026-11-26").openOnly();

        assertThat(open.lines()).extracting(line -> line.entry().number() + " " + line.open().amount() + " "
                + line.balance().amount()).containsExactly("INV/2026/01022 5890.00 5890.00",
                        "INV/2026/01098 6200.00 12090.00", "INV/2026/01184 4820.00 16910.00");
    }

    @Test
    void aDayInThePastKnowsNothingOfWhatCameLater() {
        Statement statement = statement(null, "2026-08-03");

        assertThat(statement.lines()).singleElement().satisfies(line -> {
            assertThat(line.open()).isEqualTo(euros("8400"));
            assertThat(line.days()).isOne();
            assertThat(line.settles()).isEmpty();
        });
    }

    @Test
    void theInstalmentsOfAnInvoiceAreOneLineDueAtTheEarliestThatIsOpen() {
        OwedItem first = item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "2026-10-01", "2026-10-15", "100", "0", 1L);
        OwedItem second = with(first, 2, "2026-11-15", "200", "200");
        OwedItem third = with(first, 3, "2026-12-15", "300", "300");
        OwedItem payment = item(9, null, "BNK/9", "2026-10-10", "2026-10-10", "-100", "0", 1L);

        Statement statement = new Statements(false, null, TODAY, TODAY)
                .of(Subledger.of(List.of(first, second, third, payment)), 7).getFirst();

        assertThat(statement.lines()).first().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(euros("600"));
            assertThat(line.open()).isEqualTo(euros("500"));
            assertThat(line.due()).isEqualTo("2026-11-15");
            assertThat(line.days()).isEqualTo(11);
        });
    }

    @Test
    void withoutADueDateItIsLateFromItsAccountingDateAsInTheAgedList() {
        OwedItem invoice = item(1, MoveType.CUSTOMER_INVOICE, "INV/1", "2026-11-01", "2026-11-15", "100", "100");
        OwedItem bare = new OwedItem(2, 2, new OwedItem.Entry(2, MoveType.CUSTOMER_INVOICE, "INV/2", "Sales", ""),
                false, invoice.company(), BRIGHTWATER, EUR,
                new OwedItem.Dates(LocalDate.of(2026, 10, 1), null, LocalDate.of(2026, 10, 1)), new BigDecimal("50"),
                new BigDecimal("50"), invoice.booked(), List.of());
        Subledger ledger = Subledger.of(List.of(invoice, bare));

        Statement statement = new Statements(false, null, TODAY, TODAY).of(ledger, 7).getFirst();

        assertThat(statement.lines()).extracting(Statement.Line::days).containsExactly(56L, 11L);
        assertThat(statement.lines().getFirst().due()).isEqualTo("2026-10-01");
        assertThat(new AgedBalance(TODAY, false, AgedBalance.By.DUE, TODAY).openItems(ledger))
                .extracting(AgedItem::days)
                .containsExactlyInAnyOrder(56L, 11L);
    }

    private static OwedItem with(OwedItem one, long id, String due, String amount, String open) {
        return new OwedItem(id, one.invoice(), one.entry(), false, one.company(), one.partner(), one.currency(),
                new OwedItem.Dates(one.dates().accounting(), LocalDate.parse(due), one.dates().invoice()),
                new BigDecimal(amount), new BigDecimal(open),
                new OwedItem.Booked(null, new BigDecimal(amount), new BigDecimal(open)), List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 100})
    void aPartnerWithoutItemsHasNoStatement(long partner) {
        assertThat(new Statements(false, null, TODAY, TODAY).of(brightwater(), partner)).isEmpty();
        assertThat(new Statements(true, null, TODAY, TODAY).of(brightwater(), 7)).isEmpty();
    }

    /** The balance at the end of a statement is what the aged list of the same day says, for everybody. */
    @Seeded(200)
    void theLastBalanceIsTheTotalOfTheAgedList(long seed) {
        var random = new SplittableRandom(seed);
        Subledger ledger = Subledger.of(new RandomLedger(seed, true).items);
        LocalDate day = RandomLedger.LAST.minusDays(random.nextInt(300));
        boolean payable = random.nextBoolean();
        for (AgedRow row : new AgedBalance(day, payable, AgedBalance.By.DUE, RandomLedger.LAST).rows(ledger)) {
            long partner = row.partner() == null ? 0 : row.partner().id();
            Statement statement = new Statements(payable, null, day, RandomLedger.LAST).of(ledger, partner).stream()
                    .filter(one -> sameAccount(one, row)).findFirst().orElseThrow();

            assertThat(statement.closing()).isEqualTo(row.total());
            assertThat(statement.openOnly().closing()).isEqualTo(row.total());
        }
    }

    private static boolean sameAccount(Statement statement, AgedRow row) {
        return Objects.equals(statement.company(), row.company())
                && statement.currency().equals(row.currency() == null ? "" : row.currency().name());
    }

    /** Who owes what is the same in the list of customers, and each is listed, also when all is settled. */
    @Seeded(100)
    void theBalancesOfPartnersAreThoseOfTheAgedList(long seed) {
        var random = new SplittableRandom(seed);
        Subledger ledger = Subledger.of(new RandomLedger(seed, true).items);
        LocalDate day = RandomLedger.LAST.minusDays(random.nextInt(300));
        List<PartnerBalance> balances = PartnerBalance.of(ledger, false, day, RandomLedger.LAST);

        for (AgedRow row : new AgedBalance(day, false, AgedBalance.By.DUE, RandomLedger.LAST).rows(ledger)) {
            PartnerBalance balance = balances.stream().filter(one -> Objects.equals(one.partner(), row.partner())
                    && Objects.equals(one.company(), row.company())
                    && one.balance().currency().equals(row.total().currency())).findFirst().orElseThrow();
            assertThat(balance.balance()).isEqualTo(row.total());
            assertThat(balance.overdue()).isEqualTo(row.total().minus(row.amount(AgeBucket.NOT_DUE)));
        }
        assertThat(balances).hasSize((int) ledger.items().stream()
                .filter(item -> !item.payable() && !item.dates().accounting().isAfter(day))
                .map(item -> List.of(String.valueOf(item.company()), String.valueOf(item.currency()),
                        String.valueOf(item.partner())))
                .distinct().count());
    }
}
