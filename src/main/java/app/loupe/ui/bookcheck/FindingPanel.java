package app.loupe.ui.bookcheck;

import app.loupe.bookcheck.Finding;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingLabel;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Below the list: the selected finding in full, what to do about it, and that it is known. */
final class FindingPanel {
    private final Wording wording;
    private final WrappingLabel said = Nodes.paragraph("", "strong");
    private final WrappingLabel advice = Nodes.paragraph("", "muted");
    private final Button open;
    private final Button know;
    private final FlowRow view;
    private Optional<CheckRow.Entry> shown = Optional.empty();

    FindingPanel(Wording wording, Consumer<Finding> opener, BiConsumer<Finding, Boolean> marker) {
        this.wording = wording;
        open = Nodes.button("", () -> shown.map(CheckRow.Entry::finding).ifPresent(opener));
        open.setId("finding-open");
        know = Nodes.button("", () -> shown.ifPresent(entry -> marker.accept(entry.finding(), !entry.known())));
        know.setId("finding-know");
        var texts = new VBox(said, advice);
        texts.getStyleClass().add("finding-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        view = new FlowRow(texts, open, know);
        view.getStyleClass().add("finding-panel");
        show(Optional.empty());
    }

    Node view() {
        return view;
    }

    /** What is shown here; empty while nothing is. */
    Optional<Finding> shown() {
        return shown.map(CheckRow.Entry::finding);
    }

    /** Whether one of its buttons has the focus. */
    boolean hasFocus() {
        return open.isFocused() || know.isFocused();
    }

    /** Shows the selected finding; nothing without one. */
    void show(Optional<CheckRow.Entry> entry) {
        shown = entry;
        Nodes.show(view, entry.isPresent());
        entry.ifPresent(row -> {
            said.setText(row.said());
            advice.setText(row.advice());
            int count = row.finding().documents().size();
            name(open, wording.get("check.open", count));
            Nodes.show(open, count > 0);
            name(know, wording.get(row.known() ? "check.unknow" : "check.know"));
        });
    }

    private static void name(Button button, String text) {
        button.setText(text);
        button.setAccessibleText(text);
    }
}
