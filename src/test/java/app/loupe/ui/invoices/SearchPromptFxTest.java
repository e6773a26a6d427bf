package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.Memory;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;
import testkit.window.Pictures;

/** What an empty search asks for can be read whole, beside its shortcut or without it. */
class SearchPromptFxTest {
    @ParameterizedTest
    @CsvSource({"en, 26, 1280", "de, 26, 1280", "fr, 26, 1280", "es, 26, 1280", "nl, 26, 1280", "en, 26, 960",
        "de, 26, 960", "fr, 26, 960", "es, 26, 960", "nl, 26, 960", "fr, 19.5, 1100", "fr, 13, 1280", "de, 13, 960"})
    void nothingOfItIsCut(String language, double letters, int width) {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.of(language))) {
            Fx.run(() -> {
                window.stage().getScene().getRoot().setStyle("-fx-font-size: " + letters + "px");
                window.stage().setWidth(width);
                window.stage().setHeight(800);
            });
            window.press("#nav-invoices");
            window.await("#invoice-search");
            Fx.await("the window has its size", () -> window.stage().getScene().getWidth() == width);
            Pictures.settle();

            Fx.run(() -> {
                Fx.laidOut(window.root());
                var field = (TextField) Objects.requireNonNull(window.root().lookup("#invoice-search"));
                Text asked = field.lookupAll(".text").stream().map(Text.class::cast)
                        .filter(text -> text.getText().equals(field.getPromptText())).findFirst().orElseThrow();
                Node beside = field.lookup(".search-right");
                assertThat(asked.localToScene(asked.getLayoutBounds()).getMaxX()).as(asked.getText())
                        .isLessThan(beside.localToScene(beside.getLayoutBounds()).getMinX());
                if (letters == 13) {
                    assertThat(asked.getText()).as("all of it at the usual size").contains(",");
                    assertThat(field.lookupAll(".small")).anyMatch(Node::isVisible);
                }
            });
        }
    }

    /** The shortcut makes way for what is typed, and comes back. */
    @Test
    void theShortcutIsThereAsLongAsNothingIsTyped() {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.ENGLISH)) {
            window.press("#nav-invoices");
            window.await("#invoice-search");
            Pictures.settle();
            Fx.run(() -> {
                var field = (TextField) Objects.requireNonNull(window.root().lookup("#invoice-search"));
                field.setText("ac");
                assertThat(field.lookupAll(".small")).noneMatch(Node::isVisible);
                field.setText("");
                assertThat(field.lookupAll(".small")).anyMatch(Node::isVisible);
            });
        }
    }
}
