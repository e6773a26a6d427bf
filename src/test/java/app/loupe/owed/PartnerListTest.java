package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import testkit.window.FakeReader;
import testkit.window.OwedSamples;
import testkit.window.WindowSamples;

class PartnerListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Subledger ledger = ledger();
    private final PartnerList customers = PartnerList.of(Map.of(WindowSamples.ACME, ledger), false, TODAY, TODAY);

    private static Subledger ledger() {
        var reader = new FakeReader();
        OwedSamples.all(reader, WindowSamples.ACME);
        return Subledger.of(reader.owed.getOrDefault(WindowSamples.ACME, List.of()));
    }

    private List<String> names(PartnerOrder order, boolean descending) {
        return customers.find("", order, descending).stream()
                .map(entry -> entry.balance().balance().currency() + " " + entry.name().split(" ", -1)[0]).toList();
    }

    @Test
    void byAnAmountTheCurrencyComesFirstInBothDirections() {
        assertThat(names(PartnerOrder.BALANCE, true)).startsWith("EUR Brightwater", "EUR Gemini", "EUR Wood")
                .endsWith("USD Ready", "EUR Ready");
        assertThat(names(PartnerOrder.BALANCE, false)).endsWith("EUR Wood", "EUR Gemini", "EUR Brightwater",
                "USD Ready",
                "EUR Ready");
        assertThat(names(PartnerOrder.OVERDUE, true)).startsWith("EUR Brightwater", "EUR Gemini").endsWith("USD Ready");
    }

    private static PartnerList.Entry entry(String name, String currency, String owed, String late) {
        return new PartnerList.Entry(WindowSamples.ACME, new PartnerBalance(null, new Ref(name.hashCode(), name),
                new Money(new BigDecimal(owed), currency), new Money(new BigDecimal(late), currency), 1, null, true),
                null, name);
    }

    private static List<String> names(PartnerList list, String typed, PartnerOrder order, boolean descending) {
        return list.find(typed, order, descending).stream().map(PartnerList.Entry::name).toList();
    }

    @Test
    void theCurrencyOfMostOpenRowsComesFirstAndWhoOwesNothingLast() {
        var list = new PartnerList(List.of(entry("settled1", "CHF", "0", "0"), entry("settled2", "CHF", "0", "0"),
                entry("settled3", "CHF", "0", "0"), entry("swiss", "CHF", "345", "345"),
                entry("less", "USD", "12", "0"), entry("most", "USD", "535156.50", "365531.50"),
                entry("credit", "USD", "-7", "-7"), entry("british", "GBP", "9", "9")));

        assertThat(list.currencies()).isEqualTo(new CurrencyOrder(Map.of("USD", 3L, "CHF", 1L, "GBP", 1L)));
        assertThat(names(list, "", PartnerOrder.BALANCE, true)).containsExactly("most", "less", "credit", "swiss",
                "british", "settled1", "settled2", "settled3");
        assertThat(names(list, "", PartnerOrder.BALANCE, false)).containsExactly("credit", "less", "most", "swiss",
                "british", "settled1", "settled2", "settled3");
        assertThat(names(list, "", PartnerOrder.OVERDUE, true)).containsExactly("most", "credit", "swiss", "british",
                "less", "settled1", "settled2", "settled3");
        assertThat(names(list, "s", PartnerOrder.BALANCE, true)).as("the same while something is searched for")
                .startsWith("most", "less", "swiss");
    }

    @Test
    void whatIsNotKnownStandsLastInBothDirections() {
        assertThat(names(PartnerOrder.LATE_BY, true)).startsWith("EUR Ready", "USD Ready", "EUR Brightwater");
        assertThat(names(PartnerOrder.LATE_BY, false)).startsWith("EUR Brightwater", "EUR Ready", "USD Ready");
        assertThat(names(PartnerOrder.PAYS_AFTER, false)).startsWith("EUR Brightwater", "EUR Ready", "USD Ready");
    }

    @Test
    void whatIsTypedFindsHoweverItIsWritten() {
        assertThat(customers.find(" BRIGHTwater ", PartnerOrder.NAME, false)).singleElement()
                .satisfies(entry -> assertThat(entry.partner()).isEqualTo(OwedSamples.BRIGHTWATER.id()));
        assertThat(customers.find("nobody", PartnerOrder.NAME, false)).isEmpty();
    }

    @Test
    void howTheBillsOfVendorsArePaidIsNotTheHabitOfCustomers() {
        assertThat(PaymentHabit.of(ledger, true, TODAY, TODAY)).isEmpty();
        assertThat(PaymentHabit.of(ledger, false, TODAY, TODAY)).containsOnlyKeys(OwedSamples.BRIGHTWATER.id(),
                OwedSamples.READY_MAT.id());
    }

    @Test
    void theFiguresOfAnAccountAddUpToWhatIsOwed() {
        PartnerAccount account = PartnerAccount
                .of(ledger, new Statements(false, LocalDate.of(2026, 10, 1), TODAY, TODAY),
                        OwedSamples.BRIGHTWATER.id())
                .getFirst();

        Money owed = new Money(new BigDecimal("16910"), "EUR");
        assertThat(account.owed()).isEqualTo(owed);
        assertThat(account.sum(account.open())).isEqualTo(owed);
        assertThat(account.byAge().values().stream().reduce(Money.zero("EUR"), Money::plus)).isEqualTo(owed);
        assertThat(account.sum(account.late())).isEqualTo(new Money(new BigDecimal("12090"), "EUR"));
        assertThat(account.openInvoices()).isEqualTo(3);
        assertThat(account.oldest()).isEqualTo(39);
        assertThat(account.statement().opening()).isEqualTo(new Money(new BigDecimal("6200"), "EUR"));
        assertThat(account.statement().closing()).isEqualTo(owed);
        assertThat(account.years()).singleElement().satisfies(year -> {
            assertThat(year.documents()).isEqualTo(5);
            assertThat(year.invoiced().minus(year.settled())).isEqualTo(owed);
        });
        assertThat(account.next().orElseThrow().item().number()).isEqualTo("INV/2026/01022");
    }

    private Optional<ExpectedCash.Instalment> next(LocalDate day) {
        return PartnerAccount.of(ledger, new Statements(false, null, day, TODAY), OwedSamples.BRIGHTWATER.id())
                .getFirst().next();
    }

    @Test
    void whatIsExpectedNextIsWhatWasExpectedOnThatDay() {
        LocalDate october = LocalDate.of(2026, 10, 31);

        assertThat(next(LocalDate.of(2026, 9, 1))).isEmpty();
        assertThat(next(october)).isEqualTo(ExpectedCash.of(ledger, october, TODAY).instalments().stream()
                .filter(one -> OwedSamples.BRIGHTWATER.equals(one.item().partner())).findFirst()).hasValueSatisfying(
                        one -> assertThat(one.likely()).isEqualTo(october));
        assertThat(next(TODAY)).hasValueSatisfying(one -> assertThat(one.likely()).isEqualTo(TODAY));
        assertThat(next(TODAY.plusDays(30))).isEqualTo(next(TODAY));
    }
}
