package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveType;
import app.loupe.review.Heading;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.review.Totals;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnsMenu;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.FirstDown;
import app.loupe.ui.common.MenuAtRow;
import app.loupe.ui.common.SteppedTable;
import app.loupe.ui.common.TextRuler;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The list of invoices on the screen: shows what the view model found, never sorts or filters by itself. */
final class InvoiceList {

    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final ObservableValue<Font> font;
    private final Runnable openDetail;
    private final ListedRows rows = new ListedRows();
    private final SteppedTable<Listed> view = new SteppedTable<>(rows);
    private final InvoiceColumns columns;
    private final ColumnFitting<Listed> fitting;
    private final FirstDown firstDown = new FirstDown(view);
    private final MarkKeys keys;
    private final RowCopy copy;
    /** Of what is listed; all kinds when there are none. */
    private Set<MoveType> kinds = Set.of();
    private boolean following;
    private @Nullable Next next;

    /**
     * Where to go on when what was marked leaves the list for its mark.
     *
     * @param chosen in search field and chips when it was marked: what leaves for another search leads nowhere
     */
    private record Next(int line, Optional<FilterChoice.State> chosen) {}

    /** A table; {@code font} is that of its text. */
    InvoiceList(InvoicesViewModel model, InvoiceWords words, ObservableValue<Font> font, InvoiceDetailView detail,
            Background background, RemindMenu remind) {
        this.model = model;
        this.words = words;
        this.font = font;
        this.openDetail = detail.view()::requestFocus;
        this.keys = new MarkKeys(model.marks(), remind, this::selectedRows, detail::writeNote);
        this.columns = new InvoiceColumns(model, words);
        view.called("invoice-list", words.get("table.accessible"), "invoice-table");
        view.setRowFactory(
                table -> new InvoiceTableRow(new HeadingLine(words, model.groups().by()::get), this::toggle));
        view.getColumns().setAll(columns.all());
        fitting = new ColumnFitting<>(view, InvoiceOrder.Column.PARTNER.name());
        fitting.brief().subscribe(brief -> columns.showSigns(brief.contains(InvoiceOrder.Column.STATUS.name())));
        copy = new RowCopy(model, words, view, fitting, this::selectedRows, background);
        fillMenu();
        startOrder();
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.getSelectionModel().selectedItemProperty().subscribe((before, now) -> choose(now));
        view.getSelectionModel().getSelectedIndices().addListener((InvalidationListener) change -> addUp());
        model.marks().marks().subscribe(known -> view.refresh());
        view.addEventFilter(KeyEvent.KEY_PRESSED, new GroupKeys(view, rows, model.groups())::press);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.result().subscribe(result -> show());
        model.groups().folded().subscribe(folded -> show());
        model.selected().subscribe(row -> {
            unfold();
            follow();
        });
        view.ofOneLine(font, this::fit);
        model.snapshot().subscribe(snapshot -> fit());
        model.setAside().subscribe(aside -> {
            kinds = aside.kinds();
            headings();
            fit();
        });
    }

    /** Lets rows be dragged; {@code tell} is told why some cannot be. */
    void dragWith(DragDesk desk, Consumer<String> tell) {
        new RowDrag(words, rows, this::selectedRows, copy::tabs, desk, tell).on(view);
    }

    /** Writes all cells anew. */
    void rewrite() {
        view.refresh();
        fit();
    }

    private void fit() {
        var ruler = new TextRuler(font.getValue());
        fitting.fit(new ColumnWishes(words, ruler).of(model.snapshot().get(), kinds,
                columns.of(InvoiceOrder.Column.PARTNER).getText()), ruler.em());
    }

    /** The button to choose the columns with; says which have no room. */
    MenuButton columnsButton() {
        return new ColumnsMenu<>("columns", fitting, Set.of(InvoiceOrder.Column.NUMBER.name()), words.wording())
                // the heading of the marks is a sign alone
                .saying("invoices.columns.aside",
                        column -> column.getId().equals(MarkColumn.ID)
                                ? words.get("column.mark")
                                : column.getText())
                .button();
    }

    /** What the owner changed about the columns. */
    ColumnFitting<Listed> fitting() {
        return fitting;
    }

    TableView<Listed> view() {
        return view;
    }

    void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The arrow in the heading is the table's, the work is the view model's. */
    private void startOrder() {
        TableColumn<Listed, ?> date = columns.of(InvoiceOrder.Column.INVOICE_DATE);
        date.setSortType(TableColumn.SortType.DESCENDING);
        view.getSortOrder().add(date);
        view.setSortPolicy(table -> {
            model.order().set(table.getSortOrder().stream().findFirst().map(InvoiceList::orderOf)
                    .orElse(InvoiceOrder.NEWEST_FIRST));
            return true;
        });
    }

    /** Orders by a column, as if its heading had been pressed. */
    void sortBy(InvoiceOrder order) {
        TableColumn<Listed, ?> column = columns.of(order.column());
        column.setSortType(order.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        view.getSortOrder().setAll(List.of(column));
    }

    private static InvoiceOrder orderOf(TableColumn<Listed, ?> column) {
        return new InvoiceOrder(InvoiceOrder.Column.valueOf(column.getId()),
                column.getSortType() == TableColumn.SortType.ASCENDING);
    }

    private void show() {
        Listed place = firstDown.isFresh() ? null : view.getFocusModel().getFocusedItem();
        Listed marked = view.getSelectionModel().getSelectedItem();
        Set<InvoiceKey> several = several();
        following = true;
        Snapshot.Result result = model.result().get();
        rows.show(result.rows(),
                new Headings(result.groups(), model.groups().folded().get(), result.rows().size()));
        following = false;
        headings();
        keepPlace(place);
        if (marked instanceof Heading && rows.lineOf(marked) >= 0) {
            following = true;
            view.getSelectionModel().clearAndSelect(rows.lineOf(marked));
            following = false;
        }
        follow();
        selectAgain(several);
        goOn();
    }

    /** What is selected when that is more than one row. */
    private Set<InvoiceKey> several() {
        List<Integer> indices = view.getSelectionModel().getSelectedIndices();
        return indices.size() < 2
                ? Set.of()
                : selectedRows().stream().map(row -> row.row().key()).collect(Collectors.toUnmodifiableSet());
    }

    /** Several rows stay selected as far as they are still listed; the open one stays the open one. */
    private void selectAgain(Set<InvoiceKey> several) {
        int[] indices = rows.linesOf(several);
        if (indices.length > 1) {
            following = true;
            ReviewRow open = model.selected().get();
            int last = open == null ? -1 : rows.lineOf(open);
            view.getSelectionModel().clearSelection();
            view.getSelectionModel().selectIndices(indices[0], indices);
            if (last >= 0) {
                view.getSelectionModel().select(last);
            }
            following = false;
        }
        addUp();
    }

    /** Opens what stands now where the owner marked something that left the list. */
    private void goOn() {
        ReviewRow open = model.selected().get();
        Next after = next;
        next = null;
        if (after != null && after.chosen().equals(chosen()) && open != null
                && rows.rows().indexOf(open.row().key()) < 0 && !rows.isEmpty()) {
            view.getSelectionModel().clearAndSelect(Math.min(after.line(), rows.size() - 1));
        }
    }

    /** What the rows of now answer. */
    private Optional<FilterChoice.State> chosen() {
        return model.result().get().asked().map(Snapshot.Asked::chosen);
    }

    /** The rows that are selected, made when they are asked for. */
    RowList selectedRows() {
        return rows.rowsOn(view.getSelectionModel().getSelectedIndices());
    }

    private void addUp() {
        if (!following) {
            RowList some = selectedRows();
            model.selection().set(some.size() < 2 ? Totals.NONE : some.totals());
        }
    }

    /** An invoice that is no longer listed was the place of the list before. */
    private void keepPlace(@Nullable Listed place) {
        int index = place == null ? -1 : rows.lineOf(place);
        if (index < 0) {
            firstDown.restart();
        } else {
            view.getFocusModel().focus(index);
        }
    }

    /** Selects the row that is open, without telling the view model what it knows. */
    private void follow() {
        ReviewRow open = model.selected().get();
        Listed marked = view.getSelectionModel().getSelectedItem();
        if (isSame(open, marked) || (open == null && marked instanceof Heading)) {
            return;
        }
        following = true;
        int index = open == null ? -1 : rows.lineOf(open);
        if (index < 0) {
            // the place stays: the next arrow key goes on from there
            int place = view.getFocusModel().getFocusedIndex();
            view.getSelectionModel().clearSelection();
            view.getFocusModel().focus(place);
        } else {
            view.getSelectionModel().clearAndSelect(index);
        }
        following = false;
    }

    private static boolean isSame(@Nullable ReviewRow one, @Nullable Listed other) {
        return one != null && other instanceof ReviewRow row && one.row().key().equals(row.row().key());
    }

    /** A heading is no invoice: nothing is open while it is marked. */
    private void choose(@Nullable Listed line) {
        if (!following) {
            next = null;
            model.selected().set(line instanceof ReviewRow row ? row : null);
        }
    }

    private void key(KeyEvent event) {
        if (copy.press(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && view.getSelectionModel().getSelectedItem() instanceof ReviewRow) {
            openDetail.run();
            event.consume();
        } else {
            Next after = afterSelected();
            if (keys.press(event, view)) {
                next = after;
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                next = null;
            }
        }
    }

    /** Nowhere when nothing is selected. */
    private @Nullable Next afterSelected() {
        OptionalInt first = view.getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue).min();
        return first.isPresent() ? new Next(first.getAsInt(), chosen()) : null;
    }

    /** What the keys do with the selected rows, before what copies them. */
    private void fillMenu() {
        List<MenuItem> marking = keys.items(words, view, () -> next = afterSelected());
        ContextMenu menu = view.getContextMenu();
        menu.getItems().addFirst(new SeparatorMenuItem());
        menu.getItems().addAll(0, marking);
        menu.addEventHandler(WindowEvent.WINDOW_SHOWING,
                event -> marking.forEach(item -> item.setDisable(!keys.mayMark())));
        MenuAtRow.on(view, menu);
    }

    /** What is opened from elsewhere is shown in its place. */
    private void unfold() {
        ReviewRow open = model.selected().get();
        if (open != null && rows.lineOf(open) < 0) {
            rows.headings().groupOf(rows.rows().indexOf(open.row().key()))
                    .ifPresent(key -> model.groups().fold(key, false));
        }
    }

    private void toggle(Heading heading) {
        model.groups().fold(heading.group().key(), !heading.folded());
    }

    /** Goes to the first row, or to the one that is marked already. */
    void enter() {
        if (rows.isEmpty()) {
            return;
        }
        view.requestFocus();
        if (view.getSelectionModel().isEmpty()) {
            view.getSelectionModel().clearAndSelect(0);
            view.scrollTo(0);
        }
    }

    /** Of whom the list is, and what its date is called: that of bills where it has nothing else. */
    private void headings() {
        boolean sales = kinds.isEmpty() || kinds.stream().anyMatch(MoveType::isSale);
        boolean purchases = kinds.isEmpty() || kinds.stream().anyMatch(type -> !type.isSale());
        boolean bills = !sales || (purchases && kinds.isEmpty() && !model.result().get().totals().sums().isEmpty()
                && model.result().get().totals().sums().stream()
                        .allMatch(sum -> sum.direction() == Totals.Direction.PURCHASES));
        columns.of(InvoiceOrder.Column.INVOICE_DATE)
                .setText(words.get(bills ? "detail.bill-date" : "column.invoice-date"));
        String key = sales && purchases ? "column.either" : sales ? "column.partner" : "column.vendor";
        columns.of(InvoiceOrder.Column.PARTNER).setText(words.get(key));
    }
}
