package app.loupe.ui.common;

import app.loupe.ui.common.ColumnPlan.Wish;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * A list of entries under the headings of their groups, with badges and links; Enter opens the entry that is selected. On
 * the FX thread.
 *
 * @param <R> its lines
 * @param <E> those that are no headings
 */
public final class GroupedTable<R extends GroupedRow, E extends R> {
    /** What a cell takes beside its text, in em. */
    public static final double CELL_EM = 1.6;
    /** What a badge takes beside its text, in em. */
    public static final double BADGE_EM = 3;
    /** How many rows are measured for the widths of columns. */
    private static final int MEASURED = 2_000;
    /** What a row leaves above and below its lines. */
    private static final double LINE_EM = 0.8;

    private final SteppedTable<R> view = new SteppedTable<>();
    private final Class<E> entries;
    private final ObservableValue<Font> font;
    private final FirstDown firstDown;
    private Function<TextRuler, List<Wish>> wishes = ruler -> List.of();
    private @Nullable ColumnFitting<R> fitting;

    /**
     * A list without columns.
     *
     * @param id of the node, and its style class
     * @param name for screen readers
     * @param open goes where an entry leads to
     */
    public GroupedTable(String id, String name, Class<E> entries, ObservableValue<Font> font, Consumer<E> open) {
        this.entries = entries;
        this.font = font;
        view.called(id, name, id).opening(() -> chosen().ifPresent(open));
        view.setRowFactory(table -> new SpokenRow<>());
        firstDown = new FirstDown(view);
    }

    /** Adds a column; in the first one that is seen the headings begin. */
    public TableColumn<R, R> add(String id, String head, BiConsumer<Cell<R, E>, E> content) {
        var column = new TableColumn<R, R>(head);
        column.setId(id);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(one -> new Cell<>(entries, content));
        view.getColumns().add(column);
        return column;
    }

    /**
     * All columns are there.
     *
     * @param spare the id of the column that takes what room is left
     * @param wanted what the columns wish for, asked whenever rows or texts change; each gets room for its heading
     */
    public void ready(String spare, Function<TextRuler, List<Wish>> wanted) {
        fitting = new ColumnFitting<>(view, spare);
        wishes = wanted;
        font.subscribe(now -> fit());
    }

    /**
     * A button that says which columns have no room, seen only while there are such; to stand above the table.
     *
     * @param fixed the ids of the columns that cannot be hidden: what an entry is about, and what is said of it
     */
    public MenuButton columnsButton(Set<String> fixed, Wording wording) {
        return new ColumnsMenu<>(view.getId() + "-columns", Objects.requireNonNull(fitting, "ready"), fixed, wording)
                .onlyWhereSomeAreMissing().button();
    }

    /** Keeps there how the owner has the columns, under the name of the node; after {@link #ready}. */
    public void remember(Memory memory) {
        new ColumnMemory(memory).keep(view.getId(), Objects.requireNonNull(fitting, "ready"));
    }

    /** The node. */
    public TableView<R> view() {
        return view;
    }

    /** Says why there is nothing. */
    public void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The entry that is selected. */
    public Optional<E> chosen() {
        return Optional.ofNullable(view.getSelectionModel().getSelectedItem()).filter(entries::isInstance)
                .map(entries::cast);
    }

    /** Shows these lines; the one that was selected stays so. */
    public void show(List<R> rows) {
        R before = view.getSelectionModel().getSelectedItem();
        if (!rows.equals(view.getItems())) {
            view.getItems().setAll(rows);
            view.getSelectionModel().clearSelection();
            if (before != null) {
                select(before);
            }
            if (view.getSelectionModel().isEmpty()) {
                firstDown.restart();
            }
        }
        fit();
    }

    /** Selects the line that is about the same, if it is listed. */
    public void select(GroupedRow wanted) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (view.getItems().get(i).isOfSame(wanted)) {
                view.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    private void fit() {
        ColumnFitting<R> columns = fitting;
        if (columns != null) {
            var ruler = new TextRuler(font.getValue());
            columns.fit(wishes.apply(ruler).stream().map(wish -> wish.under(head(wish.id(), ruler))).toList(),
                    ruler.em());
        }
    }

    private double head(String id, TextRuler ruler) {
        return ruler.smallBold(view.getColumns().stream().filter(column -> column.getId().equals(id))
                .map(TableColumn::getText).toList()) + CELL_EM * ruler.em();
    }

    /** The texts of one column, as many as are measured. */
    public List<String> texts(Function<E, String> text) {
        return view.getItems().stream().filter(entries::isInstance).map(entries::cast).limit(MEASURED).map(text)
                .toList();
    }

    /** A cell of one column. */
    public static final class Cell<R extends GroupedRow, E extends R> extends TableCell<R, R> {
        private final Class<E> entries;
        private final BiConsumer<Cell<R, E>, E> content;

        private Cell(Class<E> entries, BiConsumer<Cell<R, E>, E> content) {
            this.entries = entries;
            this.content = content;
            // the skin cuts every cell at its own edge, a heading too
            clipProperty().subscribe(clip -> {
                if (clip != null && isFirst()) {
                    setClip(null);
                }
            });
        }

        private boolean isFirst() {
            return getTableView() != null && getTableView().getVisibleLeafIndex(getTableColumn()) == 0;
        }

        @Override
        protected void updateItem(R item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            Tips.say(this, null);
            setAccessibleText("");
            setContentDisplay(ContentDisplay.LEFT);
            if (empty || item == null) {
                return;
            }
            if (entries.isInstance(item)) {
                content.accept(this, entries.cast(item));
            } else if (isFirst()) {
                heading(item.heading());
            }
        }

        /** Goes on over the cells beside it, which are empty: no column is wider for it. */
        private void heading(String text) {
            // also in a column that was not the first one when the skin came
            setClip(null);
            Label name = Nodes.label(text);
            String shown = name.getText();
            name.setMinWidth(Label.USE_PREF_SIZE);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(name);
            setText(shown);
            setAccessibleText(shown);
        }

        /** Shows words. */
        public void words(String text) {
            setText(ShownText.of(text));
            Tips.say(this, getText());
            name(getText());
        }

        /** Shows a sentence in as many lines as it takes; the row is as high. */
        public void sentence(String text) {
            WrappingLabel said = Nodes.paragraph(text);
            said.prefWidthProperty().bind(Bindings.createDoubleBinding(
                    () -> getTableColumn().getWidth() - getInsets().getLeft() - getInsets().getRight(),
                    getTableColumn().widthProperty(), insetsProperty()));
            graphic(said, text);
        }

        @Override
        protected double computePrefHeight(double width) {
            double usual = super.computePrefHeight(width);
            return getGraphic() instanceof WrappingLabel said
                    ? Math.max(usual, said.prefHeight(said.getPrefWidth()) + LINE_EM * said.getFont().getSize())
                    : usual;
        }

        /** Shows a word on a ground of this style. */
        public void badge(String text, String style) {
            Label badge = Nodes.label(text, "badge", style);
            badge.setMinWidth(Label.USE_PREF_SIZE);
            graphic(badge, text);
        }

        /** Shows a link; the keyboard stops at the row, where Enter does the same. */
        public void link(String text, String name, Runnable open) {
            var link = new Hyperlink(ShownText.of(text));
            link.setMnemonicParsing(false);
            link.setFocusTraversable(false);
            link.setAccessibleText(ShownText.of(name));
            link.setOnAction(event -> open.run());
            graphic(link, text);
        }

        private void graphic(Node node, String text) {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(node);
            setText(ShownText.of(text));
            name(getText());
        }

        /** A screen reader says what the text is of. */
        private void name(String text) {
            setAccessibleText(text.isEmpty() ? "" : getTableColumn().getText() + ": " + text);
        }
    }

    /** A row that says what it is. */
    private static final class SpokenRow<R extends GroupedRow> extends TableRow<R> {
        private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

        /** In whole pixels: else the lines between rows are crisp and blurred by turns. */
        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(super.computePrefHeight(width));
        }

        @Override
        protected void updateItem(R item, boolean empty) {
            super.updateItem(item, empty);
            boolean nothing = empty || item == null;
            pseudoClassStateChanged(HEADING, !nothing && !item.heading().isEmpty());
            setAccessibleText(nothing ? "" : ShownText.of(item.spoken()));
        }
    }
}
