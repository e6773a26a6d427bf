package app.loupe.ui.products;

import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnPlan.Wish;
import app.loupe.ui.common.ColumnMemory;
import app.loupe.ui.common.ColumnsMenu;
import app.loupe.ui.common.FirstDown;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.ShownText;
import app.loupe.ui.common.SteppedTable;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.common.Tips;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * A table of names with figures, whose words are made when they are seen: of many products or buyers most never are. Each
 * column is as wide as its content and gone when it is empty; Enter and a double click open a row. The heading of a figure
 * puts the rows in its order; without one they stand as they were given.
 */
final class SalesTable<R> {
    private static final double CELL_EM = 1.6;
    /** What the sign of the order takes beside a heading. */
    private static final double ARROW_EM = 1.2;
    private static final double NAME_EM = 16;
    private static final double BESIDE_EM = 9;
    private static final int MEASURED = 2_000;
    private static final int TWICE = 2;

    private final SteppedTable<R> view = new SteppedTable<>();
    private final List<Told<R>> columns = new ArrayList<>();
    private final ObservableValue<Font> font;
    private final FirstDown firstDown;
    private final String spare;
    private @Nullable ColumnFitting<R> fitting;
    private List<R> given = List.of();

    private record Told<R>(String id, String head, Function<R, String> text, @Nullable SalesOrder<R> order,
            int leaves) {
        boolean isName() {
            return order == null;
        }
    }

    /**
     * An empty table without columns.
     *
     * @param spare the id of the column that takes what room is left
     */
    SalesTable(String id, String name, String spare, ObservableValue<Font> font, Consumer<R> open) {
        this.font = font;
        view.called(id, name, "sales-table").opening(() -> chosen().ifPresent(open));
        this.spare = spare;
        view.setSortPolicy(sorted -> {
            put();
            return true;
        });
        firstDown = new FirstDown(view);
        view.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == TWICE) {
                chosen().ifPresent(open);
            }
        });
    }

    /** A column of words; {@code leaves} as in {@link Wish}. */
    SalesTable<R> name(String id, String head, int leaves, Function<R, String> text) {
        return add(new Told<>(id, head, text, null, leaves));
    }

    /** A column of figures, by which the rows can be ordered; {@code leaves} as in {@link Wish}. */
    SalesTable<R> figure(String id, String head, int leaves, SalesOrder<R> order, Function<R, String> text) {
        return add(new Told<>(id, head, text, order, leaves));
    }

    private SalesTable<R> add(Told<R> told) {
        columns.add(told);
        var column = new TableColumn<R, String>(told.head());
        column.setId(told.id());
        column.setSortable(!told.isName());
        column.setCellValueFactory(row -> new SimpleStringProperty(ShownText.of(told.text().apply(row.getValue()))));
        if (!told.isName()) {
            column.getStyleClass().add("number");
        }
        column.setCellFactory(one -> new NamedCell<>(told));
        view.getColumns().add(column);
        return this;
    }

    /** All columns are there: from now on they are as wide as what they hold. */
    SalesTable<R> ready() {
        fitting = new ColumnFitting<>(view, spare);
        view.ofOneLine(font, this::fit);
        return this;
    }

    /** A button that says which columns have no room, seen only while there are such; after {@link #ready}. */
    MenuButton columnsButton(Wording wording) {
        return new ColumnsMenu<>(view.getId() + "-columns", Objects.requireNonNull(fitting, "ready"),
                columns.stream().filter(column -> column.leaves() == 0).map(Told::id).collect(Collectors.toSet()),
                wording).onlyWhereSomeAreMissing().button();
    }

    /** Keeps there how the owner has the columns, under the name of the node; after {@link #ready}. */
    void remember(Memory memory) {
        new ColumnMemory(memory).keep(view.getId(), Objects.requireNonNull(fitting, "ready"));
    }

    /** Calls a column otherwise from now on. */
    void head(String id, String head) {
        view.getColumns().stream().filter(column -> column.getId().equals(id)).forEach(column -> column.setText(head));
    }

    TableView<R> view() {
        return view;
    }

    void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The row that is selected. */
    Optional<R> chosen() {
        return Optional.ofNullable(view.getSelectionModel().getSelectedItem());
    }

    /**
     * Shows these rows; what was selected stays so.
     *
     * @param same what tells a row from the others
     */
    void show(List<R> rows, Function<R, Object> same) {
        Optional<Object> before = chosen().map(same);
        if (!rows.equals(given)) {
            given = List.copyOf(rows);
            view.getItems().setAll(order().apply(given));
            view.getSelectionModel().clearSelection();
            before.ifPresent(wanted -> rows.stream().filter(row -> same.apply(row).equals(wanted)).findFirst()
                    .ifPresent(row -> view.getSelectionModel().select(row)));
            if (view.getSelectionModel().isEmpty()) {
                firstDown.restart();
            }
        }
        fit();
    }

    /** Puts the same rows in the order of the heading that was pressed. */
    private void put() {
        Optional<R> before = chosen();
        view.getItems().setAll(order().apply(given));
        before.ifPresent(row -> view.getSelectionModel().clearAndSelect(view.getItems().indexOf(row)));
    }

    /** Puts rows in the order of the heading that is pressed now; what was asked for is done on any thread. */
    UnaryOperator<List<R>> order() {
        for (TableColumn<R, ?> column : view.getSortOrder()) {
            boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
            for (Told<R> told : columns) {
                SalesOrder<R> order = told.order();
                if (order != null && told.id().equals(column.getId())) {
                    return rows -> rows.stream().sorted(order.comparing(rows, descending)).toList();
                }
            }
        }
        return UnaryOperator.identity();
    }

    /** Writes all cells anew. */
    void rewrite() {
        view.refresh();
        fit();
    }

    private void fit() {
        ColumnFitting<R> columnsOf = fitting;
        if (columnsOf == null) {
            return;
        }
        var ruler = new TextRuler(font.getValue());
        List<R> some = view.getItems().stream().limit(MEASURED).toList();
        var wishes = new ArrayList<Wish>();
        for (Told<R> told : columns) {
            List<String> texts = some.stream().map(told.text()).toList();
            if (told.isName() && !told.id().equals(spare) && texts.stream().allMatch(String::isEmpty)) {
                continue;
            }
            double head = ruler.smallBold(headOf(told))
                    + (told.isName() ? CELL_EM : CELL_EM + ARROW_EM) * ruler.em();
            double text = ruler.plain(texts) + CELL_EM * ruler.em();
            double whole = Math.max(head, text);
            double least = (told.id().equals(spare) ? NAME_EM : BESIDE_EM) * ruler.em();
            wishes.add(new Wish(told.id(), told.isName() ? Math.min(whole, least) : whole, whole, 0, told.leaves())
                    .under(head));
        }
        columnsOf.fit(wishes, ruler.em());
    }

    /** What stands above it now; the owner may have put it elsewhere. */
    private List<String> headOf(Told<R> told) {
        return view.getColumns().stream().filter(column -> column.getId().equals(told.id())).map(TableColumn::getText)
                .toList();
    }

    /** A cell that a screen reader reads with the name of its column. */
    private static final class NamedCell<R> extends TableCell<R, String> {
        private final Told<R> told;

        NamedCell(Told<R> told) {
            this.told = told;
            if (!told.isName()) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            boolean nothing = empty || item.isEmpty();
            setText(nothing ? null : item);
            Tips.say(this, nothing || !told.isName() ? null : item);
            setAccessibleText(nothing ? "" : getTableColumn().getText() + ": " + item);
        }
    }
}
