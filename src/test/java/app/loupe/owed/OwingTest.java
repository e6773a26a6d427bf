package app.loupe.owed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Money;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import testkit.Seeded;

/** What the overview says is owed is what the aged list says. */
class OwingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final ConnectionId ACME = new ConnectionId("acme0000");
    private static final Ref EUR = new Ref(1, "EUR");
    private static final Ref USD = new Ref(2, "USD");

    private static OwedItem dollars(long id, String open, String residual) {
        return new OwedItem(id, id, new OwedItem.Entry(id, MoveType.CUSTOMER_INVOICE, "N" + id, "", ""), false,
                new Ref(1, "Mine"), new Ref(7, "Ann"), USD, new OwedItem.Dates(TODAY, TODAY, TODAY),
                new BigDecimal("100"), new BigDecimal(open),
                new OwedItem.Booked(EUR, new BigDecimal("90"), new BigDecimal(residual)), List.of());
    }

    /** Odoo may leave a rest of exchange rates open in company currency of an invoice that is paid in its own. */
    @Test
    void asBookedARestCountsThatIsOpenInCompanyCurrencyAlone() {
        Subledger ledger = Subledger.of(List.of(dollars(1, "100", "90"), dollars(2, "0", "0.40")));
        var booked = new CurrencyView.OfCompanies("EUR");

        Owing owing = Owing.of(Map.of(ACME, ledger), booked, false, TODAY, TODAY);

        assertThat(owing.outstanding()).isEqualTo(new Money(new BigDecimal("90.40"), "EUR"));
        assertThat(owing.byAge()).containsEntry(AgeBucket.NOT_DUE, new Money(new BigDecimal("90.40"), "EUR"));
        assertThat(
                Owing.of(Map.of(ACME, ledger), new CurrencyView.OfDocuments("USD"), false, TODAY, TODAY).outstanding())
                .isEqualTo(new Money(new BigDecimal("100"), "USD"));
    }

    /** An older invoice that the payment settled is not in the copy: then it may have been open as a whole. */
    @Test
    void whatSeemsSettledAndIsNotCertainCounts() {
        OwedItem one = dollars(1, "0", "0");
        Subledger ledger = Subledger.of(List.of(new OwedItem(1, 1, one.entry(), false, one.company(), one.partner(),
                USD, new OwedItem.Dates(TODAY.minusDays(90), null, null), one.amount(), one.open(), one.booked(),
                List.of(1L)), dollars(2, "100", "90")));

        for (CurrencyView view : List.of(new CurrencyView.OfDocuments("USD"), new CurrencyView.OfCompanies("EUR"))) {
            assertThat(Owing.of(Map.of(ACME, ledger), view, false, TODAY.minusDays(9), TODAY).uncertain()).isOne();
            assertThat(Owing.of(Map.of(ACME, ledger), view, false, TODAY, TODAY).uncertain()).isZero();
        }
        assertThat(Owing.of(Map.of(ACME, ledger), new CurrencyView.OfDocuments("EUR"), false, TODAY.minusDays(9), TODAY)
                .uncertain()).isZero();
    }

    @Seeded(100)
    void eachAgeIsTheSumOfTheAgedList(long seed) {
        Subledger ledger = Subledger.of(new RandomLedger(seed, true).items);
        for (boolean payable : new boolean[] {false, true}) {
            var balance = new AgedBalance(RandomLedger.LAST, payable, AgedBalance.By.DUE, RandomLedger.LAST);
            for (CurrencyView view : List.of(new CurrencyView.OfDocuments("EUR"), new CurrencyView.OfDocuments("USD"),
                    new CurrencyView.OfCompanies(""))) {
                Owing owing = Owing.of(Map.of(ACME, ledger), view, payable, RandomLedger.LAST,
                        RandomLedger.LAST);
                List<AgedRow> rows = balance.rows(ledger, view);
                owing.byAge().forEach((bucket, amount) -> assertThat(amount).as("%s %s", view, bucket)
                        .isEqualTo(rows.stream().map(row -> row.amount(bucket)).reduce(Money.zero(view.currency()),
                                Money::plus)));
            }
        }
    }
}
