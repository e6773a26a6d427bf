package app.loupe.ui.partners;

import app.loupe.ui.common.ExportButton;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.KeptDays;
import app.loupe.owed.PartnerOrder;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.EmptyMessage;
import app.loupe.ui.common.FigureFooter;
import app.loupe.ui.common.FigureTable;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.SyncButton;
import app.loupe.ui.common.SyncControl;
import app.loupe.ui.common.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Font;

/** The list of customers, or of vendors: search, order, Enter opens the page of one. */
final class PartnersListView {
    private final boolean payable;
    private final PartnersViewModel model;
    private final Wording wording;
    private final SyncControl sync;
    private final TextField search = new TextField();
    private final FigureTable<Destination> table;
    private final FigureFooter footer;
    private final BorderPane view = new BorderPane();

    PartnersListView(boolean payable, PartnersViewModel model, PartnersPorts ports, Wording wording,
            ObservableValue<Font> font) {
        this.payable = payable;
        this.model = model;
        this.wording = wording;
        this.sync = ports.sync();
        String side = payable ? "vendors" : "customers";
        table = new FigureTable<Destination>(side, wording.get("nav." + side), PartnersRows.columns(wording, payable),
                font, ports.navigator()::open)
                .onOrder((column, descending) -> order(column).ifPresent(by -> model.order(by, descending)));
        footer = new FigureFooter(wording);
        search.setId(side + "-search");
        search.getStyleClass().add("search-field");
        search.setPromptText(wording.get("partners.search." + side));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().subscribe(model::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var head = new FlowRow(Nodes.label(wording.get("nav." + side), "screen-title"), table.columnsButton(wording),
                Nodes.spacer(), search, new ExportButton(wording), new SyncButton(ports.sync(), wording));
        head.getStyleClass().add("tool-bar-row");
        view.setTop(head);
        view.setCenter(table.view());
        view.setBottom(footer);
        table.ordered("balance", true);
        model.shown().subscribe(this::show);
        sync.failure().subscribe(why -> show(model.shown().get()));
    }

    private static Optional<PartnerOrder> order(String column) {
        return Arrays.stream(PartnerOrder.values()).filter(order -> EnumKey.of(order).equals(column)).findFirst();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            table.view().requestFocus();
            if (table.view().getSelectionModel().isEmpty()) {
                table.view().getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void show(PartnersViewModel.Shown shown) {
        String side = payable ? "vendors" : "customers";
        table.placeholder(shown.read() && shown.all() > 0
                ? EmptyMessage.of(wording, "partners.empty.not-found", shown.words().strip())
                : EmptyMessage.of(wording, model.connections(), shown.read(), sync,
                        // of a copy that begins on a day there may be others who are not in it
                        "partners.empty." + (KeptDays.of(model.connections()).all().isEmpty() ? side : "kept")));
        table.show(shown.rows());
        footer.show(shown.read() ? shown.sums() : List.of());
    }

    /** Says how old the copies of these connections are. */
    void age(List<ConnectionProfile> connections) {
        footer.age(connections);
    }

    Node view() {
        return view;
    }

    TextField search() {
        return search;
    }

    FigureTable<Destination> table() {
        return table;
    }

    /** A way back to the words, the order and the line that are there now. */
    Runnable bookmark() {
        String words = model.words();
        PartnerOrder order = model.order();
        boolean descending = model.isDescending();
        var chosen = table.chosen();
        return () -> {
            search.setText(words);
            table.ordered(EnumKey.of(order), descending);
            chosen.ifPresent(table::select);
            table.view().requestFocus();
        };
    }
}
