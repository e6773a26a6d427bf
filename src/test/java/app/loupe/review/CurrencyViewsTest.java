package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.CurrencyView.OfCompanies;
import app.loupe.owed.CurrencyView.OfDocuments;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.TradingCopy;

class CurrencyViewsTest {
    private final FakeInvoices fake = FakeInvoices.empty();
    private final TradingCopy copy = new TradingCopy(fake);

    private List<CurrencyView> views() throws ProblemException {
        return CurrencyViews.of(copy.shelf().books(Set.of(FakeInvoices.ACME)));
    }

    private void invoice(String number, String currency) {
        fake.add(number, "Ann", "2026-11-02", "2026-12-12", "10.00", "10.00", currency);
    }

    /** Else nothing of the company in pounds would be in any of the booked figures, nor be told beside them. */
    @Test
    void whereOneCompanysBooksTakeInOtherCurrenciesEveryCompanyHasBookedFigures() throws ProblemException {
        invoice("INV/1", "EUR");
        invoice("INV/2", "EUR");
        invoice("INV/3", "USD");
        invoice("UK/1", "GBP");
        copy.withCompany("UK/1", new Ref(2, "Acme UK"), new Ref(3, "GBP"));

        assertThat(views()).containsExactly(new OfDocuments("EUR"), new OfDocuments("GBP"), new OfDocuments("USD"),
                new OfCompanies("EUR"), new OfCompanies("GBP"));
    }

    @Test
    void whereAllDocumentsAreInTheCurrencyOfTheirBooksThereAreNoOthers() throws ProblemException {
        invoice("INV/1", "EUR");
        invoice("UK/1", "GBP");
        copy.withCompany("UK/1", new Ref(2, "Acme UK"), new Ref(3, "GBP"));

        assertThat(views()).containsExactly(new OfDocuments("EUR"), new OfDocuments("GBP"));
    }
}
