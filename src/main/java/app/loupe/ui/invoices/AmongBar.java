package app.loupe.ui.invoices;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/**
 * Says, while something is searched, that only the invoices of a figure are searched, which another screen opened; one press
 * searches all. There at any number of results: a search that finds something elsewhere looks whole, too.
 */
final class AmongBar {
    private final FilterChoice choice;
    private final InvoiceWords words;
    private final Label told = Nodes.paragraph("", "muted", "small");
    private final FlowRow view;

    /** A bar over what is chosen; {@code afterwards} is told when all are searched, and the bar is gone. */
    AmongBar(FilterChoice choice, InvoiceWords words, Runnable afterwards) {
        this.choice = choice;
        this.words = words;
        told.setId("searched-among");
        Button all = Nodes.button(words.get("empty.everywhere"), () -> {
            choice.clearChips();
            afterwards.run();
        }, "small");
        all.setId("search-beyond");
        view = new FlowRow(told, all);
        view.getStyleClass().add("searched-among");
        view.setAlignment(Pos.CENTER_RIGHT);
        choice.search().subscribe(text -> show());
        choice.among().subscribe(some -> show());
    }

    FlowRow view() {
        return view;
    }

    private void show() {
        FilterChoice.Among some = choice.among().get();
        boolean isSearched = some != null && !choice.search().get().isBlank();
        if (some != null) {
            told.setText(words.get("search.among", some.title(), some.keys().size()));
        }
        Nodes.show(view, isSearched);
    }
}
