package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.domain.StatementEvent;
import app.loupe.text.DateText;
import app.loupe.text.StatementText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

/** What settles an item and does not stand in the same account is a line of its own, so that the balance is what is owed. */
class StatementSettlementsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Ref ANN = new Ref(7, "Ann");
    private static final Ref BOB = new Ref(8, "Bob");
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");

    private static OwedItem item(long id, @Nullable MoveType type, Ref partner, Ref currency, String date,
            String amount, String open, Long... partials) {
        LocalDate day = LocalDate.parse(date);
        return new OwedItem(id, type == null ? 0 : 100 + id, new OwedItem.Entry(id, type, "N" + id, "", ""), false,
                new Ref(1, "Acme"), partner, currency,
                new OwedItem.Dates(day, day.plusDays(30), type == null ? null : day), new BigDecimal(amount),
                new BigDecimal(open), new OwedItem.Booked(EUR, new BigDecimal(amount), new BigDecimal(open)),
                List.of(partials));
    }

    private static Statement statement(Subledger ledger, Ref partner, Ref currency, @Nullable String from, String to) {
        return new Statements(false, from == null ? null : LocalDate.parse(from), LocalDate.parse(to), TODAY)
                .of(ledger, partner.id()).stream().filter(one -> one.currency().equals(currency.name())).findFirst()
                .orElseThrow();
    }

    private static List<String> lines(Statement statement) {
        return statement.lines().stream().map(line -> line.date() + " " + line.entry().number() + " "
                + line.amount().amount().toPlainString() + " = " + line.balance().amount().toPlainString() + " "
                + said(line)).toList();
    }

    private static String said(Statement.Line line) {
        String others = line.settles().stream().map(OwedItem.Entry::number).collect(Collectors.joining("+"));
        return switch (line.event()) {
            case StatementEvent.Booked booked -> "booked";
            case StatementEvent.InCurrency in -> "in " + in.currency() + " " + others;
            case StatementEvent.Elsewhere elsewhere -> "elsewhere " + others;
            case StatementEvent.Unlisted unlisted -> "unlisted";
            case StatementEvent.Together together -> "together " + others;
        };
    }

    private static Subledger paidInEuros() {
        return Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-02-01", "1100.00", "0.00", 1L),
                item(2, null, ANN, EUR, "2026-03-05", "-1000.00", "0.00", 1L)));
    }

    @Test
    void aPaymentInAnotherCurrencyStandsInBothAccountsWithTheAmountOfEach() {
        assertThat(lines(statement(paidInEuros(), ANN, USD, null, "2026-11-26"))).containsExactly(
                "2026-02-01 N1 1100.00 = 1100.00 booked", "2026-03-05 N1 -1100.00 = 0.00 in EUR N2");
        assertThat(lines(statement(paidInEuros(), ANN, EUR, null, "2026-11-26"))).containsExactly(
                "2026-03-05 N2 -1000.00 = -1000.00 booked", "2026-03-05 N2 1000.00 = 0.00 in USD N1");
    }

    @Test
    void onADayBeforeThePaymentTheInvoiceIsOwed() {
        assertThat(lines(statement(paidInEuros(), ANN, USD, null, "2026-03-04"))).containsExactly(
                "2026-02-01 N1 1100.00 = 1100.00 booked");
    }

    @Test
    void whatWasSettledBeforeTheFirstDayIsInTheOpeningBalance() {
        Statement statement = statement(paidInEuros(), ANN, USD, "2026-04-01", "2026-11-26");

        assertThat(statement.opening()).isEqualTo(new Money(new BigDecimal("0.00"), "USD"));
        assertThat(statement.lines()).isEmpty();
        assertThat(statement(paidInEuros(), ANN, USD, "2026-03-01", "2026-11-26").lines()).hasSize(1);
    }

    @Test
    void instalmentsThatOnePaymentSettledAreOneLine() {
        OwedItem first = item(1, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-02-01", "500.00", "0.00", 1L);
        var second = new OwedItem(3, first.invoice(), first.entry(), false, first.company(), ANN, USD, first.dates(),
                new BigDecimal("600.00"), new BigDecimal("0.00"), first.booked(), List.of(2L));
        Subledger ledger = Subledger.of(List.of(first, second,
                item(4, null, ANN, EUR, "2026-03-05", "-1000.00", "0.00", 1L, 2L)));

        assertThat(lines(statement(ledger, ANN, USD, null, "2026-11-26"))).containsExactly(
                "2026-02-01 N1 1100.00 = 1100.00 booked", "2026-03-05 N1 -1100.00 = 0.00 in EUR N4");
        assertThat(lines(statement(ledger, ANN, EUR, null, "2026-11-26"))).last()
                .isEqualTo("2026-03-05 N4 1000.00 = 0.00 in USD N1");
    }

    @Test
    void severalPaymentsWhosePartsAreNotKnownAreOneLineOfTheLastDay() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-02-01", "1100.00", "0.00", 1L, 2L),
                item(2, null, ANN, EUR, "2026-03-05", "-400.00", "0.00", 1L),
                item(3, null, ANN, EUR, "2026-04-05", "-600.00", "0.00", 2L)));

        assertThat(lines(statement(ledger, ANN, USD, null, "2026-11-26"))).last()
                .isEqualTo("2026-04-05 N1 -1100.00 = 0.00 in EUR N2+N3");
        assertThat(statement(ledger, ANN, USD, null, "2026-03-31").closing().amount()).isEqualByComparingTo("1100");
        assertThat(statement(ledger, ANN, USD, null, "2026-03-31").exact()).isFalse();
    }

    @Test
    void aPaymentOfAnotherPartnerSettlesAndIsNotListed() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, ANN, EUR, "2026-02-01", "1000.00", "0.00", 1L),
                item(2, null, BOB, EUR, "2026-03-05", "-1000.00", "0.00", 1L)));

        assertThat(lines(statement(ledger, ANN, EUR, null, "2026-11-26"))).containsExactly(
                "2026-02-01 N1 1000.00 = 1000.00 booked", "2026-03-05 N1 -1000.00 = 0.00 elsewhere N2");
        assertThat(lines(statement(ledger, BOB, EUR, null, "2026-11-26"))).containsExactly(
                "2026-03-05 N2 -1000.00 = -1000.00 booked", "2026-03-05 N2 1000.00 = 0.00 elsewhere N1");
    }

    /** Of a copy that begins on 1 January 2025. */
    private static Subledger withoutTheOldInvoice() {
        return Subledger.of(List.of(
                item(2, null, ANN, EUR, "2025-01-15", "-500.00", "0.00", 1L),
                item(3, MoveType.CUSTOMER_INVOICE, ANN, EUR, "2025-02-01", "1000.00", "1000.00"),
                item(4, null, BOB, EUR, "2025-01-15", "-500.00", "0.00", 2L)));
    }

    @Test
    void aPaymentOfWhatIsNotInTheCopyLowersNothingElse() {
        for (String day : List.of("2025-04-30", "2026-11-26")) {
            PartnerAccount account = PartnerAccount.of(withoutTheOldInvoice(),
                    new Statements(false, null, LocalDate.parse(day), TODAY), ANN.id()).getFirst();

            assertThat(lines(account.everything())).containsExactly("2025-01-15 N2 -500.00 = -500.00 booked",
                    "2025-01-15 N2 500.00 = 0.00 unlisted", "2025-02-01 N3 1000.00 = 1000.00 booked");
            assertThat(account.owed().amount()).isEqualByComparingTo("1000");
            assertThat(account.byAge().values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("1000");
            assertThat(account.everything().settled().amount()).isEqualByComparingTo("0");
            assertThat(account.everything().exact()).isEqualTo(day.equals("2026-11-26"));
            assertThat(account.years()).singleElement()
                    .satisfies(year -> assertThat(year.documents()).isOne());
        }
    }

    @Test
    void aPaymentThatALineBelowSaysIsUsedIsNotSaidToBeUnmatched() {
        assertThat(about(withoutTheOldInvoice())).startsWith("Matched with an entry that is not listed here",
                "Used for an entry that is not listed here");
        assertThat(about(Subledger.of(List.of(item(2, null, ANN, EUR, "2025-01-15", "-500.00", "-200.00", 1L)))))
                .containsExactly("Partly matched with an entry that is not listed here",
                        "Used for an entry that is not listed here");
        assertThat(about(Subledger.of(List.of(item(2, null, ANN, EUR, "2025-01-15", "-500.00", "-500.00")))))
                .containsExactly("Not matched with an invoice");
        assertThat(about(Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, ANN, EUR, "2025-01-10", "500.00", "0.00", 1L),
                item(2, null, ANN, EUR, "2025-01-15", "-500.00", "0.00", 1L))))).last().isEqualTo("On N1");
    }

    private static List<String> about(Subledger ledger) {
        var texts = new Texts(Locale.US);
        var words = new StatementText(texts, new DateText(texts, ZoneOffset.UTC));
        return statement(ledger, ANN, EUR, null, "2026-11-26").lines().stream()
                .map(line -> words.about(line.event(), line.entry(), line.settles(), line.due(), line.late(),
                        line.amount().signum() < 0))
                .toList();
    }

    @Test
    void aDifferenceOfExchangeRatesThatMovesNothingInTheCurrencyIsNoLine() {
        Subledger ledger = Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-02-01", "1100.00", "0.00", 1L, 2L),
                item(2, null, ANN, USD, "2026-03-05", "-1100.00", "0.00", 1L),
                item(3, null, ANN, USD, "2026-03-05", "0.00", "0.00", 2L),
                item(4, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-04-01", "0.00", "0.00"),
                item(5, null, BOB, USD, "2026-04-01", "0.00", "0.00", 3L)));

        Statement statement = statement(ledger, ANN, USD, null, "2026-11-26");

        assertThat(statement.lines()).extracting(line -> line.entry().number()).as("a free invoice is a document")
                .containsExactly("N1", "N2", "N4");
        assertThat(statement.closing().signum()).isZero();
        assertThat(new Statements(false, null, TODAY, TODAY).of(ledger, BOB.id())).as("nothing but such").isEmpty();
    }

    /** As on a day before the payment, or in a revaluation of what is open. */
    @Test
    void whatOnlyADifferenceOfExchangeRatesIsMatchedWithIsNotSettledInPart() {
        for (String day : List.of("2026-03-04", "2026-11-26")) {
            Statement statement = statement(Subledger.of(List.of(
                    item(1, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-02-01", "1100.00", "400.00", 1L, 2L),
                    item(2, null, ANN, USD, "2026-03-05", "-700.00", "0.00", 1L),
                    item(3, null, ANN, USD, "2026-02-28", "0.00", "0.00", 2L))), ANN, USD, null, day);

            assertThat(statement.lines().getFirst().event()).isEqualTo(new StatementEvent.Booked(
                    day.equals("2026-03-04") ? StatementEvent.Extent.NOTHING : StatementEvent.Extent.PART));
        }
        assertThat(statement(Subledger.of(List.of(
                item(1, MoveType.CUSTOMER_INVOICE, ANN, USD, "2026-02-01", "1100.00", "1100.00", 1L),
                item(3, null, ANN, USD, "2026-02-28", "0.00", "0.00", 1L))), ANN, USD, null, "2026-11-26").lines())
                .singleElement().satisfies(line -> assertThat(line.event())
                        .isEqualTo(new StatementEvent.Booked(StatementEvent.Extent.NOTHING)));
    }

    /** Several currencies, rings, missing sides, past days: what closes the statement is what is open and what the aged list says. */
    @Seeded(600)
    void theBalanceIsWhatIsOpenAndWhatTheAgedListSays(long seed) {
        var random = new SplittableRandom(seed);
        var items = new ArrayList<>(new RandomLedger(seed, random.nextInt(3) == 0).items);
        int missing = random.nextInt(4);
        for (int i = 0; i < missing && items.size() > 1; i++) {
            items.remove(random.nextInt(items.size()));
        }
        Subledger ledger = Subledger.of(items);
        LocalDate day = RandomLedger.LAST.minusDays(random.nextInt(300));
        boolean payable = random.nextBoolean();
        List<AgedRow> rows = new AgedBalance(day, payable, AgedBalance.By.DUE, RandomLedger.LAST).rows(ledger);
        for (long partner : new long[] {0, 10, 11, 12}) {
            for (PartnerAccount account : PartnerAccount.of(ledger,
                    new Statements(payable, null, day, RandomLedger.LAST), partner)) {
                Statement statement = account.everything();
                Money aged = rows.stream().filter(row -> isOf(row, statement)).map(AgedRow::total).findFirst()
                        .orElse(Money.zero(statement.currency()));

                assertThat(statement.closing().amount()).isEqualByComparingTo(aged.amount());
                assertThat(account.owed().amount()).isEqualByComparingTo(aged.amount());
                assertThat(account.sum(account.open()).amount()).isEqualByComparingTo(aged.amount());
                assertThat(statement.openOnly().closing().amount()).isEqualByComparingTo(aged.amount());
                assertThat(statement.invoiced().minus(statement.settled()).amount())
                        .isEqualByComparingTo(aged.amount());
                addsUp(statement, ledger, partner);
                assertThat(statement.lines().stream().mapToLong(Statement.Line::late).max().orElse(0))
                        .isEqualTo(account.oldest());
            }
        }
    }

    /** Each balance is the one before it and the amount; one at the end of an earlier day is that of the statement of that day. */
    private static void addsUp(Statement statement, Subledger ledger, long partner) {
        Money before = Money.zero(statement.currency());
        for (int i = 0; i < statement.lines().size(); i++) {
            Statement.Line line = statement.lines().get(i);
            before = before.plus(line.amount());
            assertThat(line.balance()).isEqualTo(before);
            assertThat(line.event() instanceof StatementEvent.Booked || line.amount().signum() != 0).isTrue();
            boolean endsDay = i + 1 == statement.lines().size()
                    || statement.lines().get(i + 1).date().isAfter(line.date());
            if (endsDay && statement.exact()) {
                Statement then = new Statements(statement.payable(), null, line.date(), RandomLedger.LAST)
                        .of(ledger, partner).stream().filter(one -> one.currency().equals(statement.currency())
                                && Objects.equals(one.company(), statement.company()))
                        .findFirst().orElseThrow();
                assertThat(!then.exact() || then.closing().amount().compareTo(line.balance().amount()) == 0)
                        .as("balance of " + line.date() + ": " + lines(then) + " in " + lines(statement)).isTrue();
            }
        }
    }

    private static boolean isOf(AgedRow row, Statement statement) {
        return Objects.equals(row.partner(), statement.partner()) && Objects.equals(row.company(), statement.company())
                && row.total().currency().equals(statement.currency());
    }
}
