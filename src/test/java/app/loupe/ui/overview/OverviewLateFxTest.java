package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Money;
import app.loupe.domain.ProblemException;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Owing;
import app.loupe.review.ReviewRow;
import app.loupe.review.Overview;
import app.loupe.review.Shelf;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Memory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** What is late, by age, beside what the cards above count. */
class OverviewLateFxTest {
    private static final CurrencyView EUROS = new CurrencyView.OfDocuments("EUR");

    private final MoneyText money = new MoneyText(Locale.US);
    private @Nullable OverviewWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private OverviewWindow open(TradingCopy copy) {
        var opened = new OverviewWindow(copy, new Memory(Map.of()), Locale.US);
        window = opened;
        return opened;
    }

    private static Overview figures(TradingCopy copy, CurrencyView view) throws ProblemException {
        Shelf shelf = copy.shelf();
        Set<ConnectionId> acme = Set.of(FakeInvoices.ACME);
        return Overview.of(shelf.withLines(acme), shelf.subledgers(acme), view, FakeInvoices.TODAY, FakeInvoices.TODAY);
    }

    @Test
    void whatIsLateByAgeSaysWhatTheCardsLeaveOut() throws ProblemException {
        TradingCopy copy = TradingCopy.business()
                .withEntry("Azure Interior", FakeInvoices.TODAY.minusDays(70), "750.25")
                .withEntry("Azure Interior", FakeInvoices.TODAY, "-40.00");
        Owing owing = figures(copy, EUROS).receivable();
        Money byAge = owing.sum(owing.open().stream().filter(Owing.Share::isLate).toList());
        Money over60 = owing.byAge().entrySet().stream()
                .filter(one -> one.getKey().compareTo(AgeBucket.TO_60) > 0).map(Map.Entry::getValue)
                .reduce(Money.zero("EUR"), Money::plus);
        OverviewWindow at = open(copy).await("#card-outstanding");

        assertThat(at.texts("#card-overdue .card-value").getFirst()).isEqualTo(
                money.format(byAge.minus(new Money(new BigDecimal("750.25"), "EUR"))));
        assertThat(at.texts(".panel .said-beginning").getFirst()).isEqualTo("Owed to you");
        assertThat(at.texts(".panel .said-figures > .text-link")).startsWith(money.format(byAge) + " overdue",
                "of which " + money.format(over60) + " over 60 days");
        assertThat(at.texts(".panel .small")).contains("Entries that are no invoices, such as payments on account, "
                + "count here but not in “Outstanding” and “Overdue”: €\u00a0750.25 overdue · €\u00a0−40.00 not due. "
                + "“Aged” shows them by customer.");
        at.press("#as-table-ages");
        assertThat(at.texts(".panel .said-beginning")).as("beside the table").hasSize(2);
    }

    @Test
    void eachFigureOfTheSentenceLeadsToItsInvoices() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        Owing owing = figures(copy, EUROS).receivable();
        OverviewWindow at = open(copy).await("#card-outstanding");

        at.click(".panel .said-figures > .text-link", 1);

        assertThat(at.texts(".panel .small")).as("nothing besides").noneMatch(text -> text.contains("no invoices"));
        List<ReviewRow> rows = at.listed("Receivable, over 60 days, EUR");
        Money over60 = owing.sum(owing.open().stream()
                .filter(share -> share.aged().bucket().compareTo(AgeBucket.TO_60) > 0).toList());
        assertThat(rows).isNotEmpty();
        assertThat(rows.stream().map(ReviewRow::signedDue).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("they add up to it").isEqualByComparingTo(over60.amount());
    }

    /** There is no card of it, but the bills that the figure opens. */
    @Test
    void whatIsOwedToVendorsBesidesBillsIsSaidToo() {
        TradingCopy copy = TradingCopy.business().withEntry(true, "Wood Corner", FakeInvoices.TODAY.minusDays(3),
                "-66.50");

        assertThat(open(copy).await("#card-outstanding").texts(".panel .small"))
                .contains("Entries that are no invoices, such as payments on account, count here but are not among the "
                        + "bills: €\u00a066.50 overdue. “Aged” shows them by vendor.");
    }

    @Test
    void whatIsOwedInAnotherCurrencyIsSaidAndLeadsToItsFigures() throws ProblemException {
        TradingCopy copy = TradingCopy.business();
        CurrencyView dollars = new CurrencyView.OfDocuments("USD");
        OverviewWindow at = open(copy).await("#card-outstanding");
        assertThat(at.texts("#overview-elsewhere .said-beginning").getFirst())
                .isEqualTo("Also owed to you in other currencies:");
        String owed = money.format(figures(copy, dollars).receivable().outstanding());
        assertThat(at.texts("#overview-elsewhere .text-link").getFirst()).isEqualTo(owed);

        at.click("#overview-elsewhere .text-link", 0);

        Fx.await("dollars", () -> at.findAll("#card-outstanding .card-value").getFirst() instanceof Labeled value
                && value.getText().equals(owed));
        assertThat(at.texts("#overview-currency")).isEqualTo(List.of("USD"));
        assertThat(at.texts("#overview-elsewhere .text-link")).isNotEmpty().doesNotContain(owed);
    }

    @Test
    void whereTheCardsLeaveOutNothingNothingIsSaid() {
        OverviewWindow at = open(TradingCopy.business()).await("#card-outstanding");

        assertThat(at.texts(".panel .small")).noneMatch(text -> text.startsWith("Entries"));
    }
}
