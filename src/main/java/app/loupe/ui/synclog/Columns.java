package app.loupe.ui.synclog;

import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnPlan.Wish;
import app.loupe.ui.common.ColumnMemory;
import app.loupe.ui.common.ColumnsMenu;
import app.loupe.ui.common.FirstDown;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.ShownText;
import app.loupe.ui.common.SteppedTable;
import app.loupe.ui.common.TextRuler;
import app.loupe.ui.common.TextShapes;
import app.loupe.ui.common.Tips;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Builds a table of text whose columns are as wide as their content; only words and names may be cut, with a tooltip. */
final class Columns<T> {
    private static final double CELL_EM = 1.24;
    private static final double ROUNDING_PX = 3;
    private static final double WORDS_EM = 9;
    /** So much a name may take from the words: a longer one is cut, and its tip has all that is shown of it. */
    private static final double MOST_NAME_EM = 16;

    private record Column<T>(TableColumn<T, String> view, Function<T, String> text, boolean words, int leaves) {}

    private final SteppedTable<T> table = new SteppedTable<>();
    private final List<Column<T>> columns = new ArrayList<>();
    private @Nullable ColumnFitting<T> fitting;

    /** An empty table with a name for screen readers. */
    Columns(String name, String empty, String id) {
        table.called(id, name);
        table.setPlaceholder(Nodes.paragraph(empty, "muted", "log-empty"));
    }

    /**
     * Adds a column of dates, short words or figures, under an id that is the same in every language. The lower {@code leaves},
     * the sooner it steps aside; 0 stays.
     */
    Columns<T> add(String id, String title, int leaves, Function<T, String> text) {
        return add(id, title, leaves, false, text);
    }

    /** Adds a column of numbers, flush right. */
    Columns<T> addNumber(String id, String title, int leaves, Function<T, String> text) {
        add(id, title, leaves, text);
        table.getColumns().getLast().getStyleClass().add("number");
        return this;
    }

    /** Adds a column of names, which owners choose: a long one is cut where words need the room. */
    Columns<T> addName(String id, String title, int leaves, Function<T, String> text) {
        return add(id, title, leaves, true, text);
    }

    /** Adds a column of words, which takes what is left and may be cut. */
    Columns<T> addWords(String id, String title, Function<T, String> text) {
        return add(id, title, 0, true, text);
    }

    private Columns<T> add(String id, String title, int leaves, boolean words, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        Function<T, String> shown = text.andThen(ShownText::of);
        column.setId(id);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(shown.apply(row.getValue())));
        column.setSortable(false);
        if (words) {
            column.setCellFactory(_ -> new WordsCell<>());
        }
        table.getColumns().add(column);
        columns.add(new Column<>(column, shown, words, leaves));
        return this;
    }

    /** The table over these items; widths follow them and the font. */
    TableView<T> over(ObservableList<T> items, ObservableValue<Font> font) {
        table.setItems(items);
        String spare = columns.stream().filter(column -> column.words() && column.leaves() == 0).findFirst()
                .orElseThrow().view().getId();
        var fitted = new ColumnFitting<>(table, spare);
        fitting = fitted;
        Runnable fit = () -> {
            var ruler = new TextRuler(font.getValue());
            fitted.fit(columns.stream().map(column -> wish(column, items, ruler)).toList(), ruler.em());
        };
        var firstDown = new FirstDown(table);
        items.addListener((InvalidationListener) changed -> {
            fit.run();
            if (table.getSelectionModel().isEmpty()) {
                firstDown.restart();
            }
        });
        table.ofOneLine(font, fit);
        return table;
    }

    /** A button that says which columns have no room, seen only while there are such; after {@link #over}. */
    MenuButton button(Wording wording) {
        return new ColumnsMenu<>(table.getId() + "-columns", Objects.requireNonNull(fitting, "over"),
                columns.stream().filter(column -> column.leaves() == 0).map(column -> column.view().getId())
                        .collect(Collectors.toSet()),
                wording).onlyWhereSomeAreMissing().button();
    }

    /** Keeps there how the owner has the columns, under the name of the table; after {@link #over}. */
    void remember(Memory memory) {
        new ColumnMemory(memory).keep(table.getId(), Objects.requireNonNull(fitting, "over"));
    }

    private static <T> Wish wish(Column<T> column, List<T> items, TextRuler ruler) {
        TextShapes shapes = items.stream().map(column.text()).collect(Collectors.collectingAndThen(
                Collectors.toList(), Columns::shapes));
        double beside = CELL_EM * ruler.em() + ROUNDING_PX;
        double longest = ruler.plain(shapes.widest()) + beside;
        boolean name = column.words() && column.leaves() > 0;
        double whole = name ? Math.min(longest, MOST_NAME_EM * ruler.em()) : longest;
        return new Wish(column.view().getId(), column.words() ? Math.min(whole, WORDS_EM * ruler.em()) : whole, whole,
                0, column.leaves()).under(ruler.smallBold(List.of(column.view().getText())) + beside);
    }

    private static TextShapes shapes(List<String> texts) {
        var shapes = new TextShapes();
        texts.forEach(shapes::add);
        return shapes;
    }

    /** Words with the whole of them in a tooltip where they are cut. */
    private static final class WordsCell<T> extends TableCell<T, String> {
        WordsCell() {
            textTruncatedProperty().subscribe(cut -> showWhole());
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            showWhole();
        }

        private void showWhole() {
            Tips.say(this, isTextTruncated() ? getText() : null);
        }
    }
}
