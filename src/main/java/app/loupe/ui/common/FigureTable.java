package app.loupe.ui.common;

import app.loupe.ui.common.ColumnPlan.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

/**
 * A table of lines that are ready: headings, entries and totals, with figures that are never cut and lead to what is behind
 * them. Where there is no room for all columns, some step aside before names are cut, and a button says which. Enter opens
 * the line, or, in a table that is walked cell by cell, the cell. On the FX thread.
 *
 * @param <T> where lines and cells lead to
 */
public final class FigureTable<T> {
    private static final double CELL_EM = 1.35;
    /** As in "Customer 1128045644-198": so much of the names that lines are told apart by is seen before all figures are. */
    private static final double NAME_EM = 16;
    /** The same of those that stand beside them. */
    private static final double BESIDE_EM = 9;
    private static final double DOCUMENT_EM = 14.5;
    private static final double MOST_NAME_EM = 24;
    /** Between what a remark says first and what it says besides. */
    static final String MORE = " \u00b7 ";
    /** What stands in the place of the rest where there is no room for it. */
    private static final String CUT = "\u2026";
    /** So many of the longest texts of a column are measured: widths differ less than lengths. */
    private static final int MEASURED = 24;

    private final SteppedTable<FigureRow<T>> view = new SteppedTable<>();
    private final List<FigureColumn> columns;
    private final ObservableValue<Font> font;
    private final Consumer<T> open;
    private final String spare;
    private final ColumnFitting<FigureRow<T>> fitting;
    private final FirstDown firstDown;
    private BiConsumer<String, Boolean> sorter = (column, descending) -> {};

    /**
     * An empty table.
     *
     * @param id of the node
     * @param name for screen readers
     * @param open goes where a line or cell leads to
     */
    public FigureTable(String id, String name, List<FigureColumn> columns, ObservableValue<Font> font,
            Consumer<T> open) {
        this.columns = List.copyOf(columns);
        this.font = font;
        this.open = open;
        view.called(id, name, "figure-table").opening(() -> target().ifPresent(open));
        for (int i = 0; i < columns.size(); i++) {
            view.getColumns().add(column(columns.get(i), i));
        }
        view.setSortPolicy(table -> {
            order();
            return true;
        });
        view.setRowFactory(table -> new FigureTableRow<>());
        spare = columns.stream().filter(FigureTable::isCut).findFirst().orElse(columns.getFirst()).id();
        fitting = new ColumnFitting<>(view, spare);
        firstDown = new FirstDown(view);
        view.ofOneLine(font, this::fit);
    }

    /** A button that says which columns have no room, seen only while there are such; to stand above the table. */
    public MenuButton columnsButton(Wording wording) {
        return new ColumnsMenu<>(view.getId() + "-columns", fitting, stay().collect(Collectors.toSet()), wording)
                .onlyWhereSomeAreMissing().button();
    }

    /**
     * Keeps there how the owner has the columns, under a name that no other table of the window has. A column that cannot be
     * hidden now, but could be when it was, comes back.
     */
    public void remember(Memory memory, String name) {
        new ColumnMemory(memory).keep(name, fitting);
        stay().forEach(id -> fitting.show(id, true));
    }

    /** The ids of the columns that never step aside. */
    private Stream<String> stay() {
        return columns.stream().filter(column -> column.leaves() == 0).map(FigureColumn::id);
    }

    /** Lets the arrows walk from cell to cell, and Enter open the cell. */
    public FigureTable<T> cellByCell() {
        view.getSelectionModel().setCellSelectionEnabled(true);
        return this;
    }

    /** Orders the lines when a heading is pressed: by this column, the largest first or not. */
    public FigureTable<T> onOrder(BiConsumer<String, Boolean> handler) {
        sorter = handler;
        return this;
    }

    /** Shows by which column the lines are ordered. */
    public void ordered(String id, boolean descending) {
        view.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().ifPresent(column -> {
            column.setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            view.getSortOrder().setAll(List.of(column));
        });
    }

    private void order() {
        if (!view.getSortOrder().isEmpty()) {
            TableColumn<FigureRow<T>, ?> by = view.getSortOrder().getFirst();
            sorter.accept(by.getId(), by.getSortType() == TableColumn.SortType.DESCENDING);
        }
    }

    /** The node. */
    public TableView<FigureRow<T>> view() {
        return view;
    }

    /** The room that the columns need, whenever it changes. */
    public ReadOnlyObjectProperty<ColumnRoom> needed() {
        return fitting.needed();
    }

    /** Says why there is nothing. */
    public void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The key of the line that is selected. */
    public Optional<Object> chosen() {
        return Optional.ofNullable(view.getSelectionModel().getSelectedItem()).map(FigureRow::key);
    }

    /** Shows these lines; the line that was selected stays so. */
    public void show(List<FigureRow<T>> rows) {
        Optional<Object> before = chosen();
        if (!rows.equals(view.getItems())) {
            view.getItems().setAll(rows);
            before.ifPresent(this::select);
            if (view.getSelectionModel().isEmpty()) {
                firstDown.restart();
            }
        }
        fit();
    }

    /** Selects the line of this key, if it is listed. */
    public void select(Object key) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (view.getItems().get(i).key().equals(key)) {
                view.getSelectionModel().clearAndSelect(i);
                view.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    private Optional<T> target() {
        FigureRow<T> row = view.getSelectionModel().getSelectedItem();
        if (row == null) {
            return Optional.empty();
        }
        TablePosition<?, ?> cell = view.getFocusModel().getFocusedCell();
        if (view.getSelectionModel().isCellSelectionEnabled() && cell != null && cell.getTableColumn() != null) {
            int index = columns.stream().map(FigureColumn::id).toList().indexOf(cell.getTableColumn().getId());
            return Optional.ofNullable(row.cells().get(index).target());
        }
        return Optional.ofNullable(row.target());
    }

    private TableColumn<FigureRow<T>, FigureRow<T>> column(FigureColumn wanted, int index) {
        var column = new TableColumn<FigureRow<T>, FigureRow<T>>(wanted.head());
        column.setId(wanted.id());
        column.setSortable(wanted.sorted());
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(one -> new FigureTableCell<>(index, columns.getFirst().id(), open));
        if (wanted.isFigure()) {
            column.getStyleClass().add("number");
        } else if (wanted.kind() == FigureColumn.Kind.REMARK) {
            column.getStyleClass().add("remark");
        }
        return column;
    }

    private void fit() {
        var ruler = new TextRuler(font.getValue());
        var wishes = new ArrayList<Wish>();
        for (int i = 0; i < columns.size(); i++) {
            if (i == 0 || columns.get(i).isFigure() || isFilled(i)) {
                wishes.add(wish(columns.get(i), i, ruler));
            }
        }
        fitting.fit(wishes, ruler.em());
    }

    private static boolean isCut(FigureColumn column) {
        return column.kind() != FigureColumn.Kind.WORDS && !column.isFigure();
    }

    /** A column of words that says nothing takes no room. */
    private boolean isFilled(int index) {
        return view.getItems().stream().anyMatch(row -> !row.cells().get(index).text().isEmpty());
    }

    private Wish wish(FigureColumn column, int index, TextRuler ruler) {
        List<String> texts = view.getItems().stream().filter(row -> row.role() != FigureRow.Role.HEADING)
                .map(row -> row.cells().get(index).text()).distinct().toList();
        List<String> longest = longest(texts.stream());
        double arrow = column.sorted() ? 1 : 0;
        // whole pixels: a fraction more than there is room would bring a scroll bar
        double head = Math.ceil(ruler.smallBold(List.of(column.head())) + (CELL_EM + arrow) * ruler.em());
        double whole = Math.max(head, Math.ceil(ruler.bold(longest) + CELL_EM * ruler.em()));
        if (!isCut(column)) {
            return new Wish(column.id(), whole, whole, 0, column.leaves());
        }
        double shortest = Math.ceil(switch (column.kind()) {
            case DOCUMENT -> DOCUMENT_EM * ruler.em();
            case REMARK -> Math.max(BESIDE_EM * ruler.em(), ruler.bold(beginnings(texts)) + CELL_EM * ruler.em());
            default -> (column.id().equals(spare) ? NAME_EM : BESIDE_EM) * ruler.em();
        });
        double most = column.kind() == FigureColumn.Kind.REMARK ? whole : Math.ceil(MOST_NAME_EM * ruler.em());
        return new Wish(column.id(), Math.max(head, Math.min(whole, shortest)), Math.max(head, Math.min(whole, most)),
                0, column.leaves());
    }

    /** Of those remarks that have more to say behind a middle dot, what comes first. */
    private static List<String> beginnings(List<String> remarks) {
        return longest(remarks.stream().filter(remark -> remark.contains(MORE))
                .map(remark -> remark.substring(0, remark.indexOf(MORE)) + CUT));
    }

    private static List<String> longest(Stream<String> texts) {
        return texts.sorted(Comparator.comparingInt(String::length).reversed()).limit(MEASURED).toList();
    }

    /** A line that says what it is. */
    private static final class FigureTableRow<T> extends TableRow<FigureRow<T>> {
        private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
        private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");

        @Override
        protected void updateItem(FigureRow<T> item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(HEADING, !empty && item != null && item.role() == FigureRow.Role.HEADING);
            pseudoClassStateChanged(TOTAL, !empty && item != null && item.role() == FigureRow.Role.TOTAL);
            setAccessibleText(empty || item == null
                    ? ""
                    : String.join(", ", item.cells().stream().map(FigureCell::text).filter(text -> !text.isEmpty())
                            .toList()));
        }
    }
}
