package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveType;
import app.loupe.review.Books;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.review.Totals;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.FirstDown;
import app.loupe.ui.common.TextRuler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The table of invoices: shows what the view model found, never sorts or filters by itself. */
final class InvoiceTable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW_HEIGHT_EM = 2.65;

    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final ObservableValue<Font> font;
    private final Runnable openDetail;
    private final ListedRows rows = new ListedRows();
    private final TableView<ReviewRow> view = new TableView<>(rows);
    private final InvoiceColumns columns;
    private final ColumnFitting<ReviewRow> fitting;
    private final FirstDown firstDown = new FirstDown(view);
    private final MarkKeys keys;
    private RowList listed = Books.EMPTY.list();
    private boolean following;
    /** Where to go on when what was marked leaves the list; -1 for nowhere. */
    private int next = -1;

    /** A table; {@code font} is that of its text. */
    InvoiceTable(InvoicesViewModel model, InvoiceWords words, ObservableValue<Font> font, InvoiceDetailView detail) {
        this.model = model;
        this.words = words;
        this.font = font;
        this.openDetail = detail.view()::requestFocus;
        this.keys = new MarkKeys(model.marks(), words, this::selectedRows, detail::writeNote);
        this.columns = new InvoiceColumns(model, words);
        view.getStyleClass().addAll("plain-table", "invoice-table");
        view.setAccessibleText(words.get("table.accessible"));
        view.setRowFactory(table -> new InvoiceTableRow());
        view.getColumns().setAll(columns.all());
        fitting = new ColumnFitting<>(view, InvoiceOrder.Column.PARTNER.name());
        startOrder();
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.getSelectionModel().selectedItemProperty().subscribe((before, now) -> choose(now));
        view.getSelectionModel().getSelectedIndices().addListener((InvalidationListener) change -> addUp());
        model.marks().marks().subscribe(known -> view.refresh());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.result().subscribe(result -> show(result.rows()));
        model.selected().subscribe(row -> follow());
        font.subscribe(now -> {
            view.setFixedCellSize(Math.ceil(ROW_HEIGHT_EM * now.getSize()));
            fit();
        });
        model.snapshot().subscribe(snapshot -> fit());
        model.choice().types().addListener((InvalidationListener) change -> partnerHeading());
        partnerHeading();
    }

    private void fit() {
        var ruler = new TextRuler(font.getValue());
        fitting.fit(new ColumnWishes(words, ruler).of(model.snapshot().get(), widestPartnerHeading()), ruler.em());
    }

    private String widestPartnerHeading() {
        return words.get("column.either");
    }

    /** The button to choose the columns with; says which have no room. */
    MenuButton columnsButton() {
        return new ColumnsMenu(columns, fitting, words).button();
    }

    /** What the owner changed about the columns. */
    ColumnFitting<ReviewRow> fitting() {
        return fitting;
    }

    TableView<ReviewRow> view() {
        return view;
    }

    void placeholder(Node node) {
        view.setPlaceholder(node);
    }

    /** The arrow in the heading is the table's, the work is the view model's. */
    private void startOrder() {
        TableColumn<ReviewRow, ?> date = columns.of(InvoiceOrder.Column.INVOICE_DATE);
        date.setSortType(TableColumn.SortType.DESCENDING);
        view.getSortOrder().add(date);
        view.setSortPolicy(table -> {
            model.order().set(table.getSortOrder().stream().findFirst().map(InvoiceTable::orderOf)
                    .orElse(InvoiceOrder.NEWEST_FIRST));
            return true;
        });
    }

    /** Orders by a column, as if its heading had been pressed. */
    void sortBy(InvoiceOrder order) {
        TableColumn<ReviewRow, ?> column = columns.of(order.column());
        column.setSortType(order.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        view.getSortOrder().setAll(List.of(column));
    }

    private static InvoiceOrder orderOf(TableColumn<ReviewRow, ?> column) {
        return new InvoiceOrder(InvoiceOrder.Column.valueOf(column.getId()),
                column.getSortType() == TableColumn.SortType.ASCENDING);
    }

    private void show(RowList found) {
        ReviewRow place = firstDown.isFresh() ? null : view.getFocusModel().getFocusedItem();
        Set<InvoiceKey> several = several();
        following = true;
        listed = found;
        rows.show(found);
        following = false;
        keepPlace(place);
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
        int[] indices = listed.indicesOf(several);
        if (indices.length > 1) {
            following = true;
            ReviewRow open = model.selected().get();
            int last = open == null ? -1 : listed.indexOf(open.row().key());
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
        if (next >= 0 && open != null && listed.indexOf(open.row().key()) < 0 && !listed.isEmpty()) {
            view.getSelectionModel().clearAndSelect(Math.min(next, listed.size() - 1));
        }
        next = -1;
    }

    /** The rows that are selected, made when they are asked for. */
    private RowList selectedRows() {
        return listed.only(view.getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue)
                .filter(index -> index >= 0).toArray());
    }

    private void addUp() {
        if (!following) {
            model.selection().set(view.getSelectionModel().getSelectedIndices().size() < 2
                    ? Totals.NONE
                    : selectedRows().totals());
        }
    }

    /** An invoice that is no longer listed was the place of the list before. */
    private void keepPlace(@Nullable ReviewRow place) {
        int index = place == null ? -1 : listed.indexOf(place.row().key());
        if (index < 0) {
            firstDown.restart();
        } else {
            view.getFocusModel().focus(index);
        }
    }

    /** Selects the row that is open, without telling the view model what it knows. */
    private void follow() {
        ReviewRow open = model.selected().get();
        ReviewRow marked = view.getSelectionModel().getSelectedItem();
        if (isSame(open, marked)) {
            return;
        }
        following = true;
        int index = open == null ? -1 : listed.indexOf(open.row().key());
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

    private static boolean isSame(@Nullable ReviewRow one, @Nullable ReviewRow other) {
        return one != null && other != null && one.row().key().equals(other.row().key());
    }

    private void choose(@Nullable ReviewRow row) {
        if (!following) {
            model.selected().set(row);
        }
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            Optional.ofNullable(view.getSelectionModel().getSelectedItem()).ifPresent(this::copyNumber);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && view.getSelectionModel().getSelectedItem() != null) {
            openDetail.run();
            event.consume();
        } else {
            int first = view.getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue).min()
                    .orElse(-1);
            if (keys.press(event, view)) {
                next = first;
                event.consume();
            }
        }
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

    private void copyNumber(ReviewRow row) {
        var content = new ClipboardContent();
        content.putString(row.row().number());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void partnerHeading() {
        var types = TypeChoice.typesOf(model.choice().types());
        boolean sales = types.isEmpty() || types.stream().anyMatch(MoveType::isSale);
        boolean purchases = types.isEmpty() || types.stream().anyMatch(type -> !type.isSale());
        String key = sales && purchases ? "column.either" : sales ? "column.partner" : "column.vendor";
        columns.of(InvoiceOrder.Column.PARTNER).setText(words.get(key));
    }
}
