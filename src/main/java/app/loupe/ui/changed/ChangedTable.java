package app.loupe.ui.changed;

import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceKey;
import app.loupe.text.ChangeText;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnPlan.Wish;
import app.loupe.ui.common.FirstDown;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.common.Wording;
import app.loupe.ui.common.WrappingTooltip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/** The list of changes under the headings of their groups; Enter and the document open the invoice. */
final class ChangedTable {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double CELL_EM = 1.6;
    private static final double BADGE_EM = 3;
    private static final double NAME_EM = 9;
    private static final double MOST_NAME_EM = 15;
    private static final int MEASURED = 2_000;

    private final TableView<ChangedRow> view = new TableView<>();
    private final Wording wording;
    private final Consumer<InvoiceKey> open;
    private final ColumnFitting<ChangedRow> fitting;
    private final FirstDown firstDown;
    private final ObservableValue<Font> font;
    private boolean several;

    ChangedTable(Wording wording, ObservableValue<Font> font, Consumer<InvoiceKey> open) {
        this.wording = wording;
        this.font = font;
        this.open = open;
        view.setId("changes");
        view.getStyleClass().addAll("plain-table", "changes");
        view.setAccessibleText(wording.get("changed.title"));
        add("what", (cell, row) -> badge(cell, row));
        add("document", (cell, row) -> link(cell, row));
        add("partner", (cell, row) -> text(cell, row.partner()));
        TableColumn<ChangedRow, ChangedRow> parts = add("parts", (cell, row) -> text(cell, ""));
        parts.setCellFactory(column -> new PartsCell(column.getText()));
        add("connection", (cell, row) -> text(cell, row.connection()));
        add("when", (cell, row) -> text(cell, row.when())).getStyleClass().add("number");
        view.setRowFactory(table -> new GroupedRow());
        fitting = new ColumnFitting<>(view, "parts");
        firstDown = new FirstDown(view);
        font.subscribe(now -> fit());
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(row -> open.accept(row.key()));
                event.consume();
            }
        });
    }

    TableView<ChangedRow> view() {
        return view;
    }

    void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The change that is selected. */
    Optional<ChangedRow.Entry> chosen() {
        return view.getSelectionModel().getSelectedItem() instanceof ChangedRow.Entry entry
                ? Optional.of(entry)
                : Optional.empty();
    }

    /** Shows these rows; what was selected stays so. */
    void show(List<ChangedRow> rows, boolean ofSeveral) {
        several = ofSeveral;
        ChangedRow before = view.getSelectionModel().getSelectedItem();
        if (!rows.equals(view.getItems())) {
            view.getItems().setAll(rows);
            if (before instanceof ChangedRow.Entry entry) {
                select(entry);
            } else if (before != null && rows.contains(before)) {
                view.getSelectionModel().clearAndSelect(rows.indexOf(before));
            }
            if (view.getSelectionModel().isEmpty()) {
                firstDown.restart();
            }
        }
        fit();
    }

    /** Selects the same change again, if it is listed. */
    void select(ChangedRow.Entry wanted) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (view.getItems().get(i) instanceof ChangedRow.Entry entry
                    && entry.entry().number() == wanted.entry().number() && entry.key().equals(wanted.key())) {
                view.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    private TableColumn<ChangedRow, ChangedRow> add(String id, BiConsumer<EntryCell, ChangedRow.Entry> content) {
        var column = new TableColumn<ChangedRow, ChangedRow>(wording.get("changed.column." + id));
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(one -> new EntryCell(id.equals("what"), content));
        view.getColumns().add(column);
        return column;
    }

    private void fit() {
        var ruler = new TextRuler(font.getValue());
        List<ChangedRow.Entry> some = view.getItems().stream().filter(ChangedRow.Entry.class::isInstance)
                .map(ChangedRow.Entry.class::cast).limit(MEASURED).toList();
        var wishes = new ArrayList<Wish>();
        double badge = ruler.smallBold(texts(some, ChangedRow.Entry::kind)) + BADGE_EM * ruler.em();
        double heading = ruler.bold(view.getItems().stream().filter(ChangedRow.Heading.class::isInstance)
                .map(row -> ((ChangedRow.Heading) row).title()).toList()) + CELL_EM * ruler.em();
        wishes.add(wish("what", Math.max(badge, heading), 0));
        wishes.add(wish("document", ruler.plain(texts(some, ChangedRow.Entry::document)) + CELL_EM * ruler.em(), 0));
        double partner = ruler.plain(texts(some, ChangedRow.Entry::partner)) + CELL_EM * ruler.em();
        double shortest = NAME_EM * ruler.em();
        wishes.add(new Wish("partner", Math.min(Math.max(heading("partner", ruler), partner), shortest),
                Math.min(Math.max(partner, shortest), MOST_NAME_EM * ruler.em()), 0, 0));
        wishes.add(new Wish("parts", 2 * shortest, 4 * shortest, 0, 0));
        if (several) {
            wishes.add(new Wish("connection", shortest, Math.min(MOST_NAME_EM * ruler.em(),
                    ruler.plain(texts(some, ChangedRow.Entry::connection)) + CELL_EM * ruler.em()), 0, 1));
        }
        double when = ruler.plain(texts(some, ChangedRow.Entry::when)) + CELL_EM * ruler.em();
        wishes.add(wish("when", Math.max(when, heading("when", ruler)), 2));
        fitting.fit(wishes, ruler.em());
    }

    private double heading(String id, TextRuler ruler) {
        return ruler.smallBold(List.of(wording.get("changed.column." + id))) + CELL_EM * ruler.em();
    }

    private static List<String> texts(List<ChangedRow.Entry> some, Function<ChangedRow.Entry, String> text) {
        return some.stream().map(text).collect(Collectors.toList());
    }

    private Wish wish(String id, double width, int leaves) {
        double whole = Math.max(width, heading(id, new TextRuler(font.getValue())));
        return new Wish(id, whole, whole, 0, leaves);
    }

    private static void badge(EntryCell cell, ChangedRow.Entry row) {
        Label badge = Nodes.label(row.kind(), "badge", "change-" + EnumKey.of(row.entry().kind()));
        badge.setMinWidth(Label.USE_PREF_SIZE);
        cell.graphic(badge, row.kind());
    }

    private void link(EntryCell cell, ChangedRow.Entry row) {
        var link = new Hyperlink(row.document());
        link.setMnemonicParsing(false);
        // the row is the stop of the keyboard, and Enter there does the same
        link.setFocusTraversable(false);
        link.setAccessibleText(wording.get("changed.open", row.document()));
        link.setOnAction(event -> open.accept(row.key()));
        cell.graphic(link, row.document());
    }

    private static void text(EntryCell cell, String text) {
        cell.setText(text);
        cell.setTooltip(text.isEmpty() ? null : new WrappingTooltip(text));
        cell.name(text);
    }

    /** A cell of one column; the first one holds the headings. */
    private static final class EntryCell extends TableCell<ChangedRow, ChangedRow> {
        private final boolean first;
        private final BiConsumer<EntryCell, ChangedRow.Entry> content;

        EntryCell(boolean first, BiConsumer<EntryCell, ChangedRow.Entry> content) {
            this.first = first;
            this.content = content;
        }

        @Override
        protected void updateItem(ChangedRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            setContentDisplay(ContentDisplay.LEFT);
            if (!empty && item instanceof ChangedRow.Entry entry) {
                content.accept(this, entry);
            } else if (!empty && item instanceof ChangedRow.Heading heading && first) {
                setText(heading.title());
                setAccessibleText(heading.title());
            }
        }

        private void graphic(Node node, String text) {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(node);
            setText(text);
            name(text);
        }

        /** A screen reader says what the figure is of. */
        private void name(String text) {
            setAccessibleText(text.isEmpty() ? "" : getTableColumn().getText() + ": " + text);
        }
    }

    /** A row that says what it is. */
    private static final class GroupedRow extends TableRow<ChangedRow> {
        @Override
        protected void updateItem(ChangedRow item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(HEADING, !empty && item instanceof ChangedRow.Heading);
            setAccessibleText(empty ? "" : switch (item) {
                case ChangedRow.Heading heading -> heading.title();
                case ChangedRow.Entry entry -> String.join(", ", entry.kind(), entry.document(), entry.partner(),
                        entry.parts().stream().map(ChangeText.Part::line).collect(Collectors.joining("; ")));
            });
        }
    }
}
