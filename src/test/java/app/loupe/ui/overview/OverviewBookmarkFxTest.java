package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.Memory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.OverviewWindow;

class OverviewBookmarkFxTest {
    private final OverviewWindow at = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.US);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aWayBackHoldsNothingThatStoodBeforeTheScreen() {
        at.await("#card-outstanding");
        List<WeakReference<Node>> typed = new ArrayList<>();
        Fx.run(() -> {
            var field = new TextField("a key");
            ((Pane) at.root()).getChildren().add(field);
            field.requestFocus();
            typed.add(new WeakReference<>(field));
            assertThat(field.isFocused()).isTrue();
        });
        at.press("#nav-invoices");
        at.await(".invoice-table");
        Fx.run(() -> ((Pane) at.root()).getChildren().removeIf(TextField.class::isInstance));

        Fx.awaitCollected("what was typed is collected", typed);
        Fx.run(() -> at.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false)));
        assertThat(at.texts(".screen-title")).containsExactly("Overview");
    }
}
