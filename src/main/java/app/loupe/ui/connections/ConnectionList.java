package app.loupe.ui.connections;

import app.loupe.domain.ReadTogether;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.RowScroll;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The upper part of the sidebar: the connections, "All connections" above them, and the way to a new one. */
public final class ConnectionList extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final SidebarViewModel sidebar;
    private final SyncRuns runs;
    private final RowActions actions;
    private final Wording wording;
    private final InitialColours colours = new InitialColours();
    private final Label count = Nodes.label("", "subtle");
    private final Button all;
    private final VBox rows = new VBox();
    private final RowScroll scroll = new RowScroll(rows);
    private final Button add;

    /** A list over this model. */
    public ConnectionList(SidebarViewModel sidebar, SyncRuns runs, RowActions actions, Wording wording) {
        this.sidebar = sidebar;
        this.runs = runs;
        this.actions = actions;
        this.wording = wording;
        getStyleClass().add("connection-list");
        Nodes.dress(this, ConnectionList.class, "connections.css");
        all = Nodes.button(wording.get("sidebar.all"), sidebar::chooseAll, "all-connections");
        all.setId("all-connections");
        all.setMaxWidth(Double.MAX_VALUE);
        all.setMinWidth(0);
        add = Nodes.button(wording.get("sidebar.add"), actions::add, "add-connection");
        add.setId("add-connection");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setMinWidth(0);
        add.setAccessibleText(wording.get("sidebar.add.name"));
        var holder = new StackPane(add);
        holder.getStyleClass().add("add-holder");
        getChildren().addAll(head(), all, scroll, holder);
        scroll();
        addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        sidebar.rows().addListener((ListChangeListener<ConnectionRowModel>) change -> restate());
        sidebar.chosenProperty().subscribe(this::mark);
        sidebar.chosenProperty().subscribe(this::revealChosen);
        scroll.heightProperty().subscribe(this::revealChosen);
        rows.heightProperty().subscribe(this::revealChosen);
        restate();
    }

    private HBox head() {
        var head = new HBox(Nodes.label(wording.get("sidebar.connections")), Nodes.spacer(), count);
        head.getStyleClass().add("sidebar-section");
        return head;
    }

    private void scroll() {
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("connection-scroll");
        rows.getStyleClass().add("connection-rows");
        rows.setAccessibleRole(AccessibleRole.LIST_VIEW);
        rows.setAccessibleText(wording.get("sidebar.connections.name"));
    }

    private void restate() {
        count.setText(wording.get("count", sidebar.rows().size()));
        List<ConnectionRow> before = views();
        boolean hadFocus = getScene() != null && Nodes.isInside(getScene().getFocusOwner(), rows);
        int focused = hadFocus ? focusedIndex(before) : -1;
        colours.list(sidebar.rows().stream().map(ConnectionRowModel::id).toList());
        var after = new ArrayList<ConnectionRow>();
        for (ConnectionRowModel model : sidebar.rows()) {
            Optional<ConnectionRow> known = before.stream().filter(row -> row.model() == model).findFirst();
            after.add(known.orElseGet(() -> new ConnectionRow(model, sidebar, runs, actions, wording,
                    colours.of(model.id()))));
        }
        rows.getChildren().setAll(after);
        mark();
        if (hadFocus && !Nodes.isInside(getScene().getFocusOwner(), rows)) {
            focusNear(focused);
        }
    }

    /** The rows, one for each connection. */
    public ObservableList<Node> rows() {
        return rows.getChildren();
    }

    /** What all rows take together, seen or not, in pixels. */
    public ReadOnlyDoubleProperty rowsHeight() {
        return rows.heightProperty();
    }

    /** Never shows less than so many of them. */
    public void keep(int least) {
        scroll.keep(least);
    }

    /** Says again how old the copies are. */
    public void age() {
        views().forEach(ConnectionRow::restate);
    }

    private void mark() {
        ReadTogether together = sidebar.together();
        boolean several = together.areSeveral();
        Nodes.show(all, several);
        all.setText(wording.get(together.leftOut().isEmpty() ? "sidebar.all" : "sidebar.all.real"));
        views().forEach(row -> row.markSelected(sidebar.chosenOne().map(id -> id.equals(row.model().id()))
                .orElse(!several && together.connections().contains(row.model().profile()))));
        all.pseudoClassStateChanged(SELECTED, several && sidebar.chosenOne().isEmpty());
    }

    /** Once it is laid out: a window that has become small hides no row that everything on the screen is of. */
    private void revealChosen() {
        Platform.runLater(() -> views().stream()
                .filter(row -> sidebar.chosenOne().filter(row.model().id()::equals).isPresent())
                .forEach(scroll::reveal));
    }

    private List<ConnectionRow> views() {
        return rows.getChildren().stream().map(ConnectionRow.class::cast).toList();
    }

    private int focusedIndex(List<ConnectionRow> views) {
        for (int i = 0; i < views.size(); i++) {
            if (Nodes.isInside(getScene().getFocusOwner(), views.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Moves the focus to the row that took the place of one that went, or to the button below. */
    private void focusNear(int index) {
        List<ConnectionRow> left = views();
        if (left.isEmpty()) {
            add.requestFocus();
        } else {
            reveal(left.get(Math.clamp(index, 0, left.size() - 1)));
        }
    }

    private void arrows(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        int at = step == 0 || getScene() == null ? -1 : focusedIndex(views());
        if (at >= 0) {
            reveal(views().get(Math.clamp(at + step, 0, views().size() - 1)));
            event.consume();
        }
    }

    private void reveal(ConnectionRow row) {
        row.focus();
        scroll.reveal(row);
    }
}
