package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.Test;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

/** A list that is open under the owner's hand is filled anew with something else only. */
class MoneyChooserFxTest {
    @Test
    void theListOfCurrenciesIsFilledAnewOnlyWhenItSaysSomethingElse() {
        TradingCopy copy = TradingCopy.business();
        try (var window = new OverviewWindow(copy, new Memory(Map.of()), Locale.ENGLISH)) {
            window.await("#overview-currency");
            MenuButton chooser = Fx.get(() -> (MenuButton) window.findAll("#overview-currency").getFirst());
            List<MenuItem> before = Fx.get(() -> List.copyOf(chooser.getItems()));
            assertThat(before).hasSizeGreaterThan(1);
            String figures = Fx.get(() -> window.findAll("#card-outstanding").getFirst().getAccessibleText());
            copy.invoices().add("INV/NEW", "Deco Addict", "2026-11-20", "2026-12-20", "1000.00", "1000.00", "EUR");

            // a run that ends has the figures read again
            window.press("#sync-button");
            Fx.await("it runs", () -> !window.sync.started.isEmpty());
            window.sync.end();
            Fx.await("the new sum", () -> !window.findAll("#card-outstanding").isEmpty()
                    && !window.findAll("#card-outstanding").getFirst().getAccessibleText().equals(figures));
            assertThat(Fx.get(() -> List.copyOf(chooser.getItems()))).usingElementComparator(
                    (one, other) -> one == other ? 0 : 1).isEqualTo(before);

            Fx.run(() -> before.get(1).fire());
            Fx.await("another currency", () -> chooser.getText().equals(before.get(1).getText()));
            assertThat(Fx.get(() -> chooser.getItems().stream().filter(item -> ((RadioMenuItem) item).isSelected())
                    .map(MenuItem::getText).toList())).containsExactly(before.get(1).getText());
            assertThat(Fx.get(() -> chooser.getItems().getFirst())).isNotSameAs(before.getFirst());
        }
    }
}
