package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import testkit.FxStage;

/** What becomes of several that are selected, from the menu of the rows too, and what stays where it is meanwhile. */
class SelectedMarksFxTest extends MarkedInvoices {
    @Test
    void theMenuOfTheRowsMarksThemAndNamesTheKeys() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);
        List<MenuItem> items = FxStage.on(() -> table(screen).getContextMenu().getItems());
        assertThat(items).extracting(MenuItem::getText).startsWith("Flag  F", "Mark as reviewed  V", "Add a note  M",
                "Remind me\u2026  D");

        FxStage.run(items.getFirst()::fire);
        FxStage.until(() -> mark(ONE).flagged() && mark(TWO).flagged());
        FxStage.run(items.get(1)::fire);
        untilSaid(screen, "Marked 2 documents as reviewed.");
    }

    /** A note is of one invoice; several that are selected do not get it in silence. */
    @Test
    void aNoteSaysToWhichOfTheSelectedItGoes() {
        InvoicesView screen = show(copy);
        choose(screen, ONE, TWO);
        String open = FxStage.on(() -> Objects.requireNonNull(screen.model().selected().get()).row().number());

        key(screen, KeyCode.M);

        String said = "This note goes to " + open + " alone, not to all 2 that are selected.";
        FxStage.until(() -> texts(screen.view().lookup(".review-card")).contains(said));
        choose(screen, open.equals(ONE) ? TWO : ONE);
        FxStage.until(() -> !texts(screen.view().lookup(".review-card")).contains(said));
    }

    /** A press that is on its way must not land on another button. */
    @Test
    void theOfferToUndoMovesNothing() {
        InvoicesView screen = show(copy);
        choose(screen, ONE);
        double before = FxStage.on(() -> tableHeight(screen));

        key(screen, KeyCode.F);
        untilSaid(screen, "Flagged 1 document.");

        assertThat(FxStage.on(() -> tableHeight(screen))).isEqualTo(before);
        FxStage.run(() -> screen.model().marks().dismiss());
        assertThat(FxStage.on(() -> tableHeight(screen))).isEqualTo(before);
    }

    private static double tableHeight(InvoicesView screen) {
        screen.view().applyCss();
        screen.view().layout();
        return table(screen).getHeight();
    }
}
