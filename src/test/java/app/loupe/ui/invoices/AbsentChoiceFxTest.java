package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.KeptFilter;
import app.loupe.review.InvoicePeriod;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

/** What is chosen and the copy has none of stays chosen, and can be seen; a chip that is not chosen is set aside by nothing. */
class AbsentChoiceFxTest extends InvoicesWindow {
    private static FakeInvoices inEuros() {
        FakeInvoices copy = FakeInvoices.empty();
        copy.add("INV/1", "Lumber Inc", "2026-11-20", "2026-12-22", "1.00", "1.00", "EUR");
        copy.add("INV/2", "Ready Mat", "2026-11-21", "2026-12-22", "2.00", "2.00", "EUR");
        return copy;
    }

    private static MenuButton currency(InvoicesView screen) {
        return FxStage.here(() -> (MenuButton) screen.view().lookup("#chip-currency"));
    }

    private static ToggleButton toggle(InvoicesView screen, String text) {
        return FxStage.here(() -> nodes(screen.view()).filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).filter(chip -> text.equals(chip.getText())).findFirst().orElseThrow());
    }

    private static void readAgain(InvoicesView screen) {
        long before = FxStage.on(() -> screen.model().readings().get());
        FxStage.run(() -> screen.model().load());
        FxStage.until(() -> screen.model().readings().get() > before);
    }

    private static List<String> chosen(MenuButton chip) {
        return FxStage.on(() -> chip.getItems().stream().filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast).filter(RadioMenuItem::isSelected).map(RadioMenuItem::getText).toList());
    }

    @Test
    void aCurrencyThatIsNotThereStaysChosenUntilTheOwnerTakesItAway() {
        InvoicesView screen = show(inEuros());
        assertThat(FxStage.on(() -> currency(screen).isVisible())).as("one currency").isFalse();

        FxStage.run(() -> new NamedFilters(screen.model(), order -> {})
                .choose(new KeptFilter("francs", "", Map.of("chips.currency", "CHF"))));
        waitFor(screen, 0);
        readAgain(screen);

        assertThat(numbers(screen)).isEmpty();
        assertThat(FxStage.on(() -> screen.model().choice().currency().get())).isEqualTo("CHF");
        assertThat(FxStage.on(() -> currency(screen).isVisible() && currency(screen).isManaged())).isTrue();
        assertThat(FxStage.on(() -> currency(screen).getText())).isEqualTo("CHF");
        assertThat(FxStage.on(() -> currency(screen).getAccessibleText())).isEqualTo("Currency: CHF");
        assertThat(chosen(currency(screen))).containsExactly("CHF");
        assertThat(FxStage.on(() -> texts(screen.view()))).contains("No invoice matches");

        FxStage.run(() -> currency(screen).getItems().getFirst().fire());
        waitFor(screen, 2);
        assertThat(FxStage.on(() -> currency(screen).isVisible())).isFalse();
    }

    @Test
    void aCurrencyThatComesLaterIsListedThen() {
        FakeInvoices copy = inEuros();
        InvoicesView screen = show(copy);
        FxStage.run(() -> screen.model().choice().currency().set("CHF"));
        waitFor(screen, 0);

        copy.add("INV/3", "Ready Mat", "2026-11-21", "2026-12-22", "3.00", "3.00", "CHF");
        readAgain(screen);
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly("INV/3");
        assertThat(FxStage.on(() -> currency(screen).getItems().stream().map(item -> item.getText()).toList()))
                .containsExactly("All currencies", "CHF", "EUR");
    }

    @Test
    void aKindThatIsNotThereIsSeenAsLongAsItIsChosen() {
        InvoicesView screen = show(inEuros());
        ToggleButton receipts = toggle(screen, "Receipts");
        assertThat(FxStage.on(receipts::isVisible)).isFalse();

        FxStage.run(() -> new NamedFilters(screen.model(), order -> {})
                .choose(new KeptFilter("receipts", "", Map.of("chips.types", "RECEIPTS"))));
        waitFor(screen, 0);
        readAgain(screen);

        assertThat(FxStage.on(() -> receipts.isVisible() && receipts.isSelected())).isTrue();
        FxStage.run(receipts::fire);
        waitFor(screen, 2);
        assertThat(FxStage.on(receipts::isVisible)).isFalse();
    }

    @Test
    void aYearThatIsNotThereIsTheChosenOneOfItsList() {
        InvoicesView screen = show(inEuros());

        FxStage.run(() -> screen.model().choice().period().set(new InvoicePeriod.OfYear(2019)));
        waitFor(screen, 0);
        readAgain(screen);

        MenuButton period = FxStage.on(() -> nodes(screen.view()).filter(MenuButton.class::isInstance)
                .map(MenuButton.class::cast).filter(chip -> "2019".equals(chip.getText())).findFirst().orElseThrow());
        assertThat(chosen(period)).containsExactly("2019");
    }

    @Test
    void onlyAChosenChipIsToldToBeSetAside() {
        InvoicesView screen = show(FakeInvoices.believable());
        ToggleButton credits = toggle(screen, "Credit notes");
        ToggleButton paid = toggle(screen, "Paid");
        type(screen, "bills overdue");
        FxStage.until(() -> toggle(screen, "Customer invoices").getAccessibleText()
                .equals("Customer invoices, set aside by the search"));

        for (ToggleButton chip : List.of(credits, paid)) {
            assertThat(FxStage.on(chip::getAccessibleText)).isEqualTo(chip.getText());
            assertThat(FxStage.on(chip::getTooltip)).isNull();

            FxStage.run(chip::fire);
            assertThat(FxStage.on(chip::getAccessibleText)).isEqualTo(chip.getText() + ", set aside by the search");
            assertThat(FxStage.on(chip::getPseudoClassStates)).contains(PseudoClass.getPseudoClass("set-aside"));

            FxStage.run(chip::fire);
            assertThat(FxStage.on(chip::getAccessibleText)).isEqualTo(chip.getText());
        }
    }
}
