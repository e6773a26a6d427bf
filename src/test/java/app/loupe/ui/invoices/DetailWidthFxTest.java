package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import testkit.FakeLines;
import java.math.BigDecimal;
import app.loupe.domain.InvoiceRow;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeInvoices;
import testkit.FxStage;

/** Whatever an invoice comes to, nothing of it stands outside of its panel or is cut. */
class DetailWidthFxTest extends InvoicesWindow {
    private static final double LEAST_NAME_PX = 90;

    private InvoicesView opened(String total, String currency) {
        FakeInvoices copy = FakeInvoices.mockUp();
        copy.add("INV/2026/01190", "PT Sumber Makmur", "2026-11-22", "2026-12-22", total, total, currency);
        InvoicesView screen = show(copy);
        open(screen, "INV/2026/01190");
        laidOut(screen);
        return screen;
    }

    private static ScrollPane detail(InvoicesView screen) {
        return FxStage.here(() -> (ScrollPane) screen.view().lookup(".detail"));
    }

    private static List<Labeled> cells(InvoicesView screen, String text) {
        return FxStage.here(() -> nodes(screen.view().lookup(".lines-grid")).filter(Labeled.class::isInstance)
                .map(Labeled.class::cast).filter(cell -> cell.getText().equals(text)).toList());
    }

    @ParameterizedTest
    @CsvSource({"4820.00, EUR", "-98765.43, EUR", "1234567890.12, EUR", "12345678901, IDR", "-987654321.10, IDR",
        "482000000000, JPY"})
    void nothingIsWiderThanThePanel(String total, String currency) {
        InvoicesView screen = opened(total, currency);

        ScrollPane detail = detail(screen);
        assertThat(FxStage.on(() -> detail.getContent().getBoundsInLocal().getWidth()))
                .isLessThanOrEqualTo(FxStage.on(() -> detail.getViewportBounds().getWidth()));
        assertThat(FxStage.on(() -> cells(screen, "Cable Management Box").getFirst().getWidth()))
                .isGreaterThan(LEAST_NAME_PX);
    }

    /** Between two figures there is one gap, not two: the rest of the panel is the name's. */
    @Test
    void theNameTakesWhatTheFiguresLeave() {
        InvoicesView screen = opened("4820.00", "EUR");

        Labeled quantity = cells(screen, "2.00").getFirst();
        assertThat(FxStage.on(() -> quantity.getPadding().getRight())).isZero();
        assertThat(FxStage.on(() -> quantity.getPadding().getLeft())).isPositive();
    }

    @Test
    void shortAmountsStandBesideTheNameAndLongOnesBelow() {
        InvoicesView euros = opened("4820.00", "EUR");
        assertThat(FxStage.on(() -> isBelow(euros, "2.00"))).isFalse();

        InvoicesView rupiahs = opened("12345678901", "IDR");
        assertThat(FxStage.on(() -> isBelow(rupiahs, "2.00"))).isTrue();
    }

    @Test
    void aNameOfManyWordsHasTheWholeWidthAboveItsFigures() {
        String name = "Single-origin espresso beans, washed, roasted in small batches, for machines with two groups";
        FakeInvoices books = FakeInvoices.believable();
        InvoiceRow row = books.row("INV/2026/01184");
        books.lines(row.number(), List.of(FakeLines.product(row, 1, name, "2", BigDecimal.ONE)));
        InvoicesView screen = show(books);
        open(screen, row.number());
        laidOut(screen);

        assertThat(FxStage.on(() -> isBelow(screen, name, "2.00"))).isTrue();
    }

    private static boolean isBelow(InvoicesView screen, String quantity) {
        return isBelow(screen, "Cable Management Box", quantity);
    }

    private static boolean isBelow(InvoicesView screen, String product, String quantity) {
        Bounds name = cells(screen, product).getFirst().getBoundsInParent();
        return cells(screen, quantity).getFirst().getBoundsInParent().getMinY() >= name.getMaxY();
    }

    @Test
    void theSearchSaysInFullWhatItFinds() {
        InvoicesView screen = show(FakeInvoices.mockUp());
        laidOut(screen);

        FxStage.run(() -> {
            var search = (TextField) screen.view().lookup("#invoice-search");
            Node prompt = nodes(search).filter(Text.class::isInstance).map(Text.class::cast)
                    .filter(text -> text.getText().equals(search.getPromptText())).findFirst().orElseThrow();
            Node hint = search.lookup(".search-right");
            assertThat(prompt.localToScene(prompt.getBoundsInLocal()).getMaxX())
                    .isLessThanOrEqualTo(hint.localToScene(hint.getBoundsInLocal()).getMinX());
        });
    }
}
