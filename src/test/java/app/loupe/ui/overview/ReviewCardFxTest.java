package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** The card of what is to be reviewed says what the review inbox says. */
class ReviewCardFxTest {
    private static final String INVOICE = "INV/1";

    @Test
    void whatWaitsAndWhatIsFlaggedIsCountedWhenTheOwnerComesBack() throws ProblemException {
        FakeInvoices copy = FakeInvoices.empty();
        copy.add(INVOICE, "Ann", "2026-11-05", "2026-12-05", "100.00", "100.00", "EUR");
        try (var at = new OverviewWindow(new TradingCopy(copy), new Memory(Map.of()), Locale.US)) {
            at.book.leadsTo(FakeInvoices.ACME, new BookId("https://acme.example", "acme"));
            at.await("#card-review");
            assertThat(at.texts("#card-review .card-detail")).containsExactly("in the review inbox");

            at.book.mark(Map.of(copy.key(INVOICE), new MarkAct.Together(List.of(new MarkAct.Flag(true),
                    new MarkAct.Remind(FakeInvoices.TODAY)))));
            at.press("#nav-invoices");
            at.press("#nav-overview");

            Fx.await("the card", () -> at.findAll("#card-review .card-detail").getFirst() instanceof Labeled detail
                    && detail.getText().equals("1 flagged by you"));
            assertThat(at.texts("#card-review .card-value")).containsExactly("1");
        }
    }
}
