package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.window.Keys;

/** The bar that asks for a day, by the keys that a hand presses. */
class RemindBarFxTest extends MarkedInvoices {
    private InvoicesView asking() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        key(screen, KeyCode.D);
        FxStage.until(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        FxStage.run(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast).toList().forEach(menu -> {
                    menu.getItems().stream().filter(item -> "remind-day".equals(item.getId())).findFirst()
                            .orElseThrow().fire();
                    menu.hide();
                }));
        FxStage.until(() -> isAsking(screen) && day(screen).isFocused());
        return screen;
    }

    private static boolean isAsking(InvoicesView screen) {
        return screen.view().lookup("#remind-bar").isVisible();
    }

    private static DatePicker day(InvoicesView screen) {
        return (DatePicker) screen.view().lookup("#remind-on");
    }

    private static String refused(InvoicesView screen) {
        return FxStage.on(() -> ((Label) screen.view().lookup("#remind-refused")).getText());
    }

    private void enter(InvoicesView screen, String typed) {
        FxStage.run(() -> day(screen).getEditor().setText(typed));
        Keys.press(stage, KeyCode.ENTER);
    }

    @Test
    void whatIsRefusedStaysWithItsReasonUntilItIsTouched() {
        InvoicesView screen = asking();

        enter(screen, "one day");

        assertThat(FxStage.on(() -> day(screen).getEditor().getText())).isEqualTo("one day");
        assertThat(refused(screen)).startsWith("Type a day as ");
        FxStage.run(() -> day(screen).getEditor().setText("one da"));
        assertThat(refused(screen)).isEmpty();
        enter(screen, "1.1.2020");
        assertThat(refused(screen)).contains("has passed");
        enter(screen, FakeInvoices.TODAY.plusDays(40).toString());

        FxStage.until(() -> FakeInvoices.TODAY.plusDays(40).equals(mark(ONE).remindOn()));
        assertThat(FxStage.on(() -> isAsking(screen))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#remind-on", "#remind-go", "#remind-leave"})
    void escLeavesItFromWhereverTheFocusIs(String at) {
        InvoicesView screen = asking();
        type(screen, ONE);
        waitFor(screen, 1);
        FxStage.run(() -> screen.view().lookup(at).requestFocus());

        Keys.press(stage, KeyCode.ESCAPE);

        assertThat(FxStage.on(() -> isAsking(screen))).isFalse();
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).as("the search stays").isEqualTo(ONE);
        assertThat(FxStage.on(() -> table(screen).isFocused())).isTrue();
    }
}
