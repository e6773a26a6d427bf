package app.loupe.ui.invoices;

import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SyncControl;
import app.loupe.ui.common.Wording;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says why a list of invoices has no rows, and what to do about it. On the FX thread. */
final class InsteadOfRows {
    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final Wording wording;
    private final SyncControl sync;
    private final boolean inbox;

    InsteadOfRows(InvoicesViewModel model, InvoiceWords words, Wording wording, SyncControl sync, boolean inbox) {
        this.model = model;
        this.words = words;
        this.wording = wording;
        this.sync = sync;
        this.inbox = inbox;
    }

    /** Gives what is to stand there, now and whenever it changes. */
    void show(Consumer<Node> place) {
        model.showing().subscribe(showing -> place.accept(of(showing)));
        sync.running().subscribe(running -> place.accept(of(model.showing().get())));
        sync.failure().subscribe(why -> place.accept(of(model.showing().get())));
    }

    private Region of(Showing showing) {
        return switch (showing) {
            case LOADING -> message("loading");
            case NOTHING_SYNCED -> nothingSynced();
            case NOTHING_MATCHES -> inbox && model.choice().search().get().isBlank()
                    ? message("inbox")
                    : withClear(message("nothing-matches"));
            case ROWS -> new Region();
        };
    }

    private VBox nothingSynced() {
        return EmptyMessage.firstFailed(wording, model.connections().get(), sync).<VBox>map(failed -> failed)
                .orElseGet(() -> message(sync.running().get() ? "syncing" : "nothing-synced"));
    }

    private VBox message(String key) {
        var title = new Label(words.get("empty." + key + ".title"));
        title.getStyleClass().add("empty-title");
        var box = new VBox(title, Nodes.paragraph(words.get("empty." + key + ".text"), "muted"));
        box.getStyleClass().add("empty-message");
        return box;
    }

    private VBox withClear(VBox message) {
        Button clear = Nodes.button(words.get("empty.clear"), model.choice()::clear);
        clear.setId("clear-filters");
        Button everywhere = Nodes.button(words.get("empty.everywhere"), model.choice()::clearChips);
        everywhere.setId("search-everywhere");
        // the bar above says so of the rows of a figure
        Nodes.show(everywhere, model.choice().hidesMatches(model.setAside().get())
                && model.choice().among().get() == null);
        Label asked = Nodes.paragraph("", "muted", "small");
        asked.setId("looked-for");
        asked.textProperty().bind(model.tokens().map(tokens -> words.search().lookedFor(tokens)));
        asked.visibleProperty().bind(asked.textProperty().isNotEmpty());
        asked.managedProperty().bind(asked.visibleProperty());
        message.getChildren().addAll(asked, everywhere, clear);
        return message;
    }
}
