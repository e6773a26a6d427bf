package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.ExpectedCash.Scenario;
import app.loupe.owed.Subledger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All figures of one overview are in one money, and of the same documents: they add up to each other. */
class OverviewBookedTest {
    private static final ConnectionId ACME = new ConnectionId("acme0000");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");
    private static final Ref GBP = new Ref(3, "GBP");
    private static final Ref ACME_BV = new Ref(1, "Acme BV");
    private static final Ref ACME_UK = new Ref(2, "Acme UK");
    private static final CurrencyView DOCUMENTS = new CurrencyView.OfDocuments("EUR");
    private static final CurrencyView BOOKED = new CurrencyView.OfCompanies("EUR");

    private final List<OwedItem> items = new ArrayList<>();

    /** An invoice of two months ago, nothing of it paid, and due in so many days. */
    private void owes(Ref company, Ref books, Ref partner, Ref currency, int due, String amount, String booked) {
        long id = items.size() + 1L;
        LocalDate day = TODAY.minusMonths(2);
        var open = new BigDecimal(amount);
        var balance = new BigDecimal(booked);
        items.add(new OwedItem(id, id, new OwedItem.Entry(id, MoveType.CUSTOMER_INVOICE, "INV/" + id, "Sales", ""),
                false, company, partner, currency, new OwedItem.Dates(day, TODAY.plusDays(due), day), open, open,
                new OwedItem.Booked(books, balance, balance), List.of()));
    }

    private Overview overview(CurrencyView view, LocalDate day) {
        return Overview.of(Books.EMPTY, Map.of(ACME, Subledger.of(items)), view, day, TODAY);
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static List<String> names(Overview overview) {
        return overview.debtors().stream().map(debtor -> Ref.nameOf(debtor.partner())).toList();
    }

    private static List<Money> owed(Overview overview) {
        return overview.debtors().stream().map(Debtor::owed).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-11-02"})
    void inCompanyCurrencyCustomersAndExpectedCashTakeInOtherCurrencies(String day) {
        owes(ACME_BV, EUR, new Ref(7, "Ann"), EUR, 10, "1000", "1000");
        owes(ACME_BV, EUR, new Ref(8, "Bob"), USD, 3, "50000", "45000");
        owes(ACME_UK, GBP, new Ref(9, "Cem"), EUR, 3, "70", "60");
        Overview booked = overview(BOOKED, LocalDate.parse(day));

        assertThat(names(booked)).containsExactly("Bob", "Ann");
        assertThat(owed(booked)).containsExactly(euros("45000"), euros("1000"));
        assertThat(IntStream.rangeClosed(0, 13).mapToObj(week -> booked.cash(week, Scenario.BEST))
                .reduce(Money.zero("EUR"), Money::plus)).isEqualTo(booked.receivable().outstanding())
                .isEqualTo(euros("46000"));
        assertThat(IntStream.rangeClosed(0, 13).mapToObj(week -> booked.expected(week, Scenario.BEST).size())
                .mapToInt(Integer::intValue).sum()).isEqualTo(2);

        Overview documents = overview(DOCUMENTS, LocalDate.parse(day));
        assertThat(names(documents)).containsExactly("Ann", "Cem");
        assertThat(IntStream.rangeClosed(0, 13).mapToObj(week -> documents.cash(week, Scenario.BEST))
                .reduce(Money.zero("EUR"), Money::plus)).isEqualTo(euros("1070"));
    }

    @Test
    void whoOwesSeveralCompaniesStandsOnceWithAllOfIt() {
        owes(ACME_BV, EUR, new Ref(7, "Azure"), EUR, 10, "8000", "8000");
        owes(ACME_BV, EUR, new Ref(8, "Gemini"), EUR, 10, "10000", "10000");
        owes(ACME_UK, GBP, new Ref(7, "Azure"), EUR, -4, "7000", "6000");

        Overview overview = overview(DOCUMENTS, TODAY);

        assertThat(names(overview)).containsExactly("Azure", "Gemini");
        assertThat(owed(overview)).containsExactly(euros("15000"), euros("10000"));
        assertThat(overview.debtors().getFirst().overdue()).isEqualTo(euros("7000"));
        assertThat(overview.debtors().getFirst().openInvoices()).isEqualTo(2);
    }
}
