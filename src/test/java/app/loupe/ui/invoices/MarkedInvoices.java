package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceMark;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import testkit.FakeInvoices;
import testkit.FxStage;

/** Invoices that the owner marks, in the list and beside it: what tests of that do and see. */
abstract class MarkedInvoices extends InvoicesWindow {
    static final String ONE = "INV/2026/01184";
    static final String TWO = "INV/2026/01182";

    final FakeInvoices copy = FakeInvoices.believable();

    InvoiceMark mark(String number) {
        return copy.book().marks(Set.of(FakeInvoices.ACME)).getOrDefault(copy.key(number), InvoiceMark.NONE);
    }

    static void choose(InvoicesView screen, String... numbers) {
        FxStage.run(() -> {
            TableView<ReviewRow> table = table(screen);
            table.requestFocus();
            List<String> all = table.getItems().stream().map(row -> row.row().number()).toList();
            int[] rows = Arrays.stream(numbers).mapToInt(all::indexOf).toArray();
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectIndices(rows[0], rows);
        });
    }

    /** Goes to this invoice as an arrow key does, on the FX thread: its detail is not read by then. */
    static void select(InvoicesView screen, String number) {
        TableView<ReviewRow> table = table(screen);
        int line = table.getItems().stream().map(row -> row.row().number()).toList().indexOf(number);
        table.getSelectionModel().clearAndSelect(line);
    }

    static List<String> chosen(InvoicesView screen) {
        return FxStage.on(() -> table(screen).getSelectionModel().getSelectedItems().stream()
                .map(row -> row.row().number()).toList());
    }

    static void key(InvoicesView screen, KeyCode code) {
        press(table(screen), code, false);
    }

    static void fire(InvoicesView screen, String id) {
        FxStage.run(() -> ((ButtonBase) screen.view().lookup(id)).fire());
    }

    static void untilSaid(InvoicesView screen, String text) {
        FxStage.until(() -> texts(screen.view().lookup("#undo-bar")).contains(text));
    }

    static void undo(InvoicesView screen) {
        press(table(screen), KeyCode.Z, true);
    }

    /** A bar over the same marks in the place of the screen's own. However slow this machine is, it does not go meanwhile. */
    static UndoBar longBar(InvoicesView screen) {
        return FxStage.on(() -> {
            var bar = new UndoBar(screen.model().marks(),
                    new InvoiceWords(Wording.of(new Texts(Locale.ENGLISH), Clock.systemUTC())));
            ((PauseTransition) bar.stay()).setDuration(Duration.hours(1));
            Node own = screen.view().lookup("#undo-bar");
            var place = (Pane) own.getParent();
            place.getChildren().set(place.getChildren().indexOf(own), bar.view());
            return bar;
        });
    }
}
