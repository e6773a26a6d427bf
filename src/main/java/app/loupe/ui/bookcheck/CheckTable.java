package app.loupe.ui.bookcheck;

import app.loupe.bookcheck.Finding;
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

/** The list of findings under the headings of their kinds; Enter and the documents open the invoices. */
final class CheckTable {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double CELL_EM = 1.6;
    private static final double BADGE_EM = 3;
    private static final double MOST_DOCUMENTS_EM = 22;
    private static final double NAME_EM = 9;
    private static final int MEASURED = 2_000;

    private final TableView<CheckRow> view = new TableView<>();
    private final Wording wording;
    private final Consumer<Finding> open;
    private final ColumnFitting<CheckRow> fitting;
    private final FirstDown firstDown;
    private final ObservableValue<Font> font;
    private boolean several;

    CheckTable(Wording wording, ObservableValue<Font> font, Consumer<Finding> open) {
        this.wording = wording;
        this.font = font;
        this.open = open;
        view.setId("findings");
        view.getStyleClass().addAll("plain-table", "findings");
        view.setAccessibleText(wording.get("check.title"));
        add("weight", this::badge);
        add("documents", this::link);
        add("said", (cell, row) -> text(cell, row.said()));
        add("connection", (cell, row) -> text(cell, row.connection()));
        view.setRowFactory(table -> new GroupedRow());
        fitting = new ColumnFitting<>(view, "said");
        firstDown = new FirstDown(view);
        font.subscribe(now -> fit());
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(row -> open.accept(row.finding()));
                event.consume();
            }
        });
    }

    TableView<CheckRow> view() {
        return view;
    }

    void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The finding that is selected. */
    Optional<CheckRow.Entry> chosen() {
        return view.getSelectionModel().getSelectedItem() instanceof CheckRow.Entry entry
                ? Optional.of(entry)
                : Optional.empty();
    }

    /** Shows these rows; what was selected stays so. */
    void show(List<CheckRow> rows, boolean ofSeveral) {
        several = ofSeveral;
        Optional<CheckRow.Entry> before = chosen();
        if (!rows.equals(view.getItems())) {
            view.getItems().setAll(rows);
            before.ifPresent(entry -> select(entry.finding()));
            if (view.getSelectionModel().isEmpty()) {
                firstDown.restart();
            }
        }
        fit();
    }

    /** Selects the same finding again, if it is listed. */
    void select(Finding wanted) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (view.getItems().get(i) instanceof CheckRow.Entry entry && entry.finding().key().equals(wanted.key())
                    && entry.finding().connection().equals(wanted.connection())) {
                view.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
        view.getSelectionModel().clearSelection();
    }

    private void add(String id, BiConsumer<FindingCell, CheckRow.Entry> content) {
        var column = new TableColumn<CheckRow, CheckRow>(wording.get("check.column." + id));
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(one -> new FindingCell(id.equals("weight"), content));
        view.getColumns().add(column);
    }

    private void fit() {
        var ruler = new TextRuler(font.getValue());
        List<CheckRow.Entry> some = view.getItems().stream().filter(CheckRow.Entry.class::isInstance)
                .map(CheckRow.Entry.class::cast).limit(MEASURED).toList();
        double heading = ruler.bold(view.getItems().stream().filter(CheckRow.Heading.class::isInstance)
                .map(row -> ((CheckRow.Heading) row).title()).toList()) + CELL_EM * ruler.em();
        var wishes = new ArrayList<Wish>();
        double badge = Math.max(heading, ruler.smallBold(texts(some, CheckRow.Entry::weight)) + BADGE_EM * ruler.em());
        wishes.add(new Wish("weight", badge, badge, 0, 0));
        double documents = ruler.plain(texts(some, CheckRow.Entry::documents)) + CELL_EM * ruler.em();
        wishes.add(new Wish("documents", NAME_EM * ruler.em(),
                Math.clamp(documents, NAME_EM * ruler.em(), MOST_DOCUMENTS_EM * ruler.em()), 0, 0));
        wishes.add(new Wish("said", 2 * NAME_EM * ruler.em(), 4 * NAME_EM * ruler.em(), 0, 0));
        if (several) {
            wishes.add(new Wish("connection", NAME_EM * ruler.em(), NAME_EM * ruler.em(), 0, 1));
        }
        fitting.fit(wishes, ruler.em());
    }

    private static List<String> texts(List<CheckRow.Entry> some, Function<CheckRow.Entry, String> text) {
        return some.stream().map(text).toList();
    }

    private void badge(FindingCell cell, CheckRow.Entry row) {
        String text = row.known() ? wording.get("check.known") : row.weight();
        Label badge = Nodes.label(text, "badge",
                row.known() ? "finding-known" : "finding-" + row.finding().weight().key());
        badge.setMinWidth(Label.USE_PREF_SIZE);
        cell.graphic(badge, text);
    }

    private void link(FindingCell cell, CheckRow.Entry row) {
        if (row.finding().documents().isEmpty()) {
            return;
        }
        var link = new Hyperlink(row.documents());
        link.setMnemonicParsing(false);
        // the row is the stop of the keyboard, and Enter there does the same
        link.setFocusTraversable(false);
        link.setAccessibleText(wording.get("check.open.name", row.documents()));
        link.setOnAction(event -> open.accept(row.finding()));
        cell.graphic(link, row.documents());
    }

    private static void text(FindingCell cell, String text) {
        cell.setText(text);
        cell.setTooltip(text.isEmpty() ? null : new WrappingTooltip(text));
        cell.name(text);
    }

    /** A cell of one column; the first one holds the headings. */
    private static final class FindingCell extends TableCell<CheckRow, CheckRow> {
        private final boolean first;
        private final BiConsumer<FindingCell, CheckRow.Entry> content;

        FindingCell(boolean first, BiConsumer<FindingCell, CheckRow.Entry> content) {
            this.first = first;
            this.content = content;
        }

        @Override
        protected void updateItem(CheckRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            setContentDisplay(ContentDisplay.LEFT);
            if (!empty && item instanceof CheckRow.Entry entry) {
                content.accept(this, entry);
            } else if (!empty && item instanceof CheckRow.Heading heading && first) {
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

        /** A screen reader says what the text is of. */
        private void name(String text) {
            setAccessibleText(text.isEmpty() ? "" : getTableColumn().getText() + ": " + text);
        }
    }

    /** A row that says what it is. */
    private static final class GroupedRow extends TableRow<CheckRow> {
        @Override
        protected void updateItem(CheckRow item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(HEADING, !empty && item instanceof CheckRow.Heading);
            setAccessibleText(empty ? "" : switch (item) {
                case CheckRow.Heading heading -> heading.title();
                case CheckRow.Entry entry -> String.join(", ", entry.weight(), entry.documents(), entry.said());
            });
        }
    }
}
