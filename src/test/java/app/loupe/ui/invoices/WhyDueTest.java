package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;

/** What is said below an amount that is still due of what is in payment or blocked: in which figures it counts once it is late. */
class WhyDueTest {
    private static Optional<String> why(String language, MoveType type, PaymentState state, String open) {
        FakeInvoices fake = FakeInvoices.empty();
        fake.addAs(type, MoveState.POSTED, state, "INV/1", "Ann", "2026-10-02", "2026-11-02", "400.00", open, "EUR");
        var words = new InvoiceWords(Wording.of(new Texts(Locale.of(language)), Clock.systemUTC()));
        return words.whyDue(new ReviewRow(fake.rows(Set.of(FakeInvoices.ACME)).getFirst()));
    }

    /** The card of the overview is of customers alone; the aged balance is of both sides. */
    @ParameterizedTest
    @CsvSource({"en, Overview, Aged", "de, Übersicht, Offene Posten", "fr, Synthèse, Balance",
        "es, Resumen, Antigüedad",
        "nl, Overzicht, Ouderdom"})
    void onlyWhatCustomersOweIsSaidToCountInTheOverview(String language, String overview, String aged) {
        for (PaymentState state : Set.of(PaymentState.IN_PAYMENT, PaymentState.BLOCKED)) {
            for (MoveType type : MoveType.values()) {
                Optional<String> said = why(language, type, state, "400.00");
                if (type.isRefund()) {
                    assertThat(said).as("nobody is late with a %s", type).isEmpty();
                } else if (type.isSale()) {
                    assertThat(said.orElseThrow()).as(type.name()).contains(overview, aged);
                } else {
                    assertThat(said.orElseThrow()).as(type.name()).contains(aged).doesNotContain(overview);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"IN_PAYMENT, 0.00", "NOT_PAID, 400.00", "PARTIAL, 200.00", "PAID, 0.00"})
    void nothingIsSaidOfAnyOther(PaymentState state, String open) {
        assertThat(why("en", MoveType.CUSTOMER_INVOICE, state, open)).isEmpty();
        assertThat(why("en", MoveType.VENDOR_BILL, state, open)).isEmpty();
    }
}
