package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.theme.Theme;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.window.FocusWalk;

/** Whoever uses the keyboard sees where they are among the invoices. */
class FocusRingFxTest extends InvoicesWindow {
    private InvoicesView showIn(ColorScheme scheme) {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> new Theme(new SimpleObjectProperty<>(scheme)).dress(stage.getScene()));
        return screen;
    }

    private FocusWalk walk() {
        return FocusWalk.through(stage.getScene());
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenBeforeAnythingIsSelected(ColorScheme scheme) {
        showIn(scheme);

        FocusWalk walk = walk();

        assertThat(String.join("\n", walk.names())).contains("invoice-search", "sync-button", "chip", "invoice-table");
        assertThat(walk.unseen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenWithAnInvoiceAndASearch(ColorScheme scheme) {
        InvoicesView screen = showIn(scheme);
        type(screen, "gemini -draft");
        FxStage.until(() -> screen.view().lookup(".token") != null);
        open(screen, "INV/2026/01174");
        // high enough that the detail does not scroll to what gets the focus
        FxStage.run(() -> stage.setHeight(1_400));

        FocusWalk walk = walk();

        assertThat(String.join("\n", walk.names())).contains("token-remove", "detail", "detail-close");
        assertThat(walk.unseen()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenInAnEmptyTable(ColorScheme scheme) {
        InvoicesView screen = showIn(scheme);
        type(screen, "nobody has this name");
        waitFor(screen, 0);

        assertThat(walk().unseen()).isEmpty();
    }
}
