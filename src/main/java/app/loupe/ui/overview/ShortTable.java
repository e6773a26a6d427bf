package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.ShownText;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.common.Tips;
import app.loupe.ui.overview.OverviewContent.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/**
 * A small table that is as high as its rows: a name, and figures that are never cut; a figure with words behind it gives its
 * room to the name and has an ellipsis. Enter and a click lead to what the figure is of.
 */
final class ShortTable {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final double CELL_EM = 1.6;
    private static final double LEAST_NAME_EM = 6;
    /** As narrow as a figure with words behind it becomes: the figure and the beginning of the words. */
    private static final double LEAST_WORDS_EM = 8;
    private static final double ROW_EM = 2.65;
    private static final double HEAD_EM = 2.4;
    /** Room for the bar to scroll by, where a large text leaves the name no room beside its figures. */
    private static final double SCROLL_EM = 1.4;
    /** What rounding to whole pixels may take, so that no bar to scroll appears. */
    private static final double EDGE_PX = 4;

    /** What a row reads. */
    record Words(List<String> cells, Set<Integer> late) {}

    private final TableView<Words> view = new TableView<>();
    private final List<String> heads;
    private final Navigator navigator;
    private final ObservableValue<Font> font;
    private int shortened;
    /** Where the cells lead, row by row: apart from the words, which stay as they are where they read the same. */
    private List<List<Lead>> leads = List.of();

    /** A table under these heads, the first one of the names. */
    ShortTable(String id, String name, List<String> heads, Navigator navigator, ObservableValue<Font> font) {
        this.heads = List.copyOf(heads);
        this.navigator = navigator;
        this.font = font;
        view.setId(id);
        view.getStyleClass().addAll("plain-table", "short-table");
        view.setAccessibleText(name);
        view.setPlaceholder(new Label());
        for (int i = 0; i < heads.size(); i++) {
            view.getColumns().add(column(i));
        }
        view.setRowFactory(table -> new FigureRow());
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int row = view.getSelectionModel().getSelectedIndex();
            if (event.getCode() == KeyCode.ENTER && row >= 0 && row < leads.size()) {
                follow(row, Math.max(0, view.getFocusModel().getFocusedCell().getColumn()));
                event.consume();
            }
        });
        font.subscribe(now -> fit());
        view.widthProperty().subscribe(now -> fit());
        view.focusedProperty().subscribe(focused -> {
            if (focused && view.getSelectionModel().isEmpty() && !view.getItems().isEmpty()) {
                view.getSelectionModel().clearAndSelect(0, view.getColumns().getFirst());
            }
        });
    }

    /** The figures of this column have words behind them, which are cut before a name is. */
    ShortTable shortening(int column) {
        shortened = column;
        return this;
    }

    TableView<?> view() {
        return view;
    }

    private void follow(int row, int column) {
        leads.get(row).get(column).follow(navigator);
    }

    /** Shows these rows; what was selected stays so. */
    void show(List<Row> rows) {
        leads = rows.stream().map(Row::leads).toList();
        List<Words> words = rows.stream().map(row -> new Words(row.cells(), row.late())).toList();
        if (!words.equals(view.getItems())) {
            int selected = view.getSelectionModel().getSelectedIndex();
            int column = Math.max(0, view.getFocusModel().getFocusedCell().getColumn());
            view.getItems().setAll(words);
            if (selected >= 0 && selected < words.size()) {
                view.getSelectionModel().clearAndSelect(selected, view.getColumns().get(column));
            }
        }
        fit();
    }

    /** Drops the rows and the skin: the toolkit keeps unused cells together with the row they last showed. */
    void forget() {
        leads = List.of();
        view.getItems().clear();
        view.setSkin(null);
    }

    /** What stands there without a row. */
    void placeholder(String text) {
        if (view.getPlaceholder() instanceof Label label) {
            label.setText(text);
        }
    }

    private TableColumn<Words, Words> column(int index) {
        var column = new TableColumn<Words, Words>(heads.get(index));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        if (index > 0) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(one -> new FigureCell(index));
        return column;
    }

    private void fit() {
        var ruler = new TextRuler(font.getValue());
        double em = ruler.em();
        var widths = new ArrayList<Double>();
        for (int i = 0; i < heads.size(); i++) {
            int index = i;
            widths.add(Math.max(ruler.plain(view.getItems().stream().map(row -> row.cells().get(index)).toList()),
                    ruler.smallBold(List.of(heads.get(i)))) + CELL_EM * em);
        }
        double left = view.getWidth() - EDGE_PX - widths.stream().skip(1).mapToDouble(Double::doubleValue).sum();
        if (shortened > 0 && left < widths.getFirst()) {
            double words = widths.get(shortened);
            double given = Math.min(widths.getFirst() - left, words - Math.min(words, LEAST_WORDS_EM * em));
            widths.set(shortened, words - given);
            left += given;
        }
        for (int i = 1; i < heads.size(); i++) {
            view.getColumns().get(i).setPrefWidth(widths.get(i));
        }
        view.getColumns().getFirst().setPrefWidth(Math.max(Math.floor(left), LEAST_NAME_EM * ruler.em()));
        double row = Math.ceil(ROW_EM * ruler.em());
        view.setFixedCellSize(row);
        double height = Math.ceil(HEAD_EM * ruler.em()) + row * Math.max(1, view.getItems().size())
                + (left < LEAST_NAME_EM * ruler.em() ? SCROLL_EM * ruler.em() : 0) + EDGE_PX;
        view.setMinHeight(height);
        view.setPrefHeight(height);
        view.setMaxHeight(height);
    }

    /** A screen reader says what the figure is of. */
    private final class FigureCell extends TableCell<Words, Words> {
        private final int index;

        private String whole = "";

        FigureCell(int index) {
            this.index = index;
            widthProperty().subscribe(width -> cut());
            fontProperty().subscribe(now -> cut());
            setOnMouseClicked(event -> {
                if (getItem() != null && event.isStillSincePress()) {
                    follow(getIndex(), index);
                }
            });
        }

        /** Names are told apart by their ends, too. The toolkit would leave a blank or a dot beside its ellipsis. */
        private void cut() {
            var ruler = new TextRuler(getFont());
            double room = getWidth() - snappedLeftInset() - snappedRightInset();
            setText(getWidth() > 0 ? CutText.amid(whole, room, text -> ruler.plain(List.of(text))) : whole);
        }

        @Override
        protected void updateItem(Words item, boolean empty) {
            super.updateItem(item, empty);
            String text = empty || item == null ? "" : ShownText.of(item.cells().get(index));
            whole = text;
            cut();
            Tips.say(this, index > 0 && index != shortened ? null : text);
            setAccessibleText(text.isEmpty() ? "" : heads.get(index) + ": " + text);
            pseudoClassStateChanged(LATE, !empty && item != null && item.late().contains(index));
        }
    }

    /** A row that says all of its figures. */
    private final class FigureRow extends TableRow<Words> {
        @Override
        protected void updateItem(Words item, boolean empty) {
            super.updateItem(item, empty);
            setAccessibleText(empty || item == null
                    ? ""
                    : String.join(", ", IntStream.range(0, heads.size())
                            .mapToObj(i -> heads.get(i) + ": " + item.cells().get(i)).toList()));
        }
    }
}
