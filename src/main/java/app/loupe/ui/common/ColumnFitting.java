package app.loupe.ui.common;

import app.loupe.ui.common.ColumnPlan.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Gives the columns of a table the widths of a {@link ColumnPlan} whenever its room or its content changes, and keeps
 * what the owner changed by hand: widths, order, hidden columns. Columns are told apart by their ids. On the FX thread.
 */
public final class ColumnFitting<S> {
    /** Any but the toolkit's own, at which it would measure the column itself. */
    private static final double UNMEASURED_PX = 100;
    /** A longer name asks for no more room: it is told elsewhere. */
    private static final double MOST_NAME_EM = 24;
    /** A bar to scroll the rows. */
    private static final double BAR_EM = 0.8;

    private final TableView<S> table;
    private final String spare;
    private final List<TableColumn<S, ?>> usual;
    private final Map<String, Double> chosen = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<String>> aside = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<String>> brief = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<ColumnLayout> layout = new ReadOnlyObjectWrapper<>(ColumnLayout.USUAL);
    private final ReadOnlyObjectWrapper<ColumnRoom> needed = new ReadOnlyObjectWrapper<>(ColumnRoom.NONE);
    private List<Wish> wishes = List.of();
    private double em = 1;
    private boolean fitting;

    /**
     * Takes over the columns that the table has now.
     *
     * @param spare the id of the column that takes the room that is left
     */
    public ColumnFitting(TableView<S> table, String spare) {
        this.table = table;
        this.spare = spare;
        this.usual = List.copyOf(table.getColumns());
        usual.forEach(column -> column.setPrefWidth(UNMEASURED_PX));
        table.setColumnResizePolicy(change -> resized(change.getColumn(), change.getDelta()));
        table.getColumns().addListener((ListChangeListener<TableColumn<S, ?>>) change -> tell());
    }

    /** The content changed, or the size of the text: one em in pixels. A column without a wish is not shown. */
    public void fit(List<Wish> now, double emPx) {
        wishes = List.copyOf(now);
        em = emPx;
        fit();
        ask();
    }

    /** The room that the columns need, whenever it changes. */
    public ReadOnlyObjectProperty<ColumnRoom> needed() {
        return needed.getReadOnlyProperty();
    }

    private void ask() {
        double around = table.snappedLeftInset() + table.snappedRightInset() + BAR_EM * em;
        List<Wish> shown = wishes.stream().filter(wish -> !hidden.contains(wish.id())).toList();
        needed.set(new ColumnRoom(
                around + shown.stream().filter(wish -> wish.leaves() == 0 || wish.leaves() >= ColumnPlan.LAST)
                        .mapToDouble(Wish::least).sum(),
                around + shown.stream().mapToDouble(wish -> wish.id().equals(spare)
                        ? wish.least()
                        : Math.max(wish.least(), Math.min(wish.whole(), MOST_NAME_EM * em))).sum()));
    }

    /** Whether the table is in a window now: another one may stand in its place. */
    ObservableValue<Boolean> seen() {
        return table.sceneProperty().map(Objects::nonNull).orElse(false);
    }

    /** All columns, in their usual order. */
    public List<TableColumn<S, ?>> columns() {
        return usual;
    }

    /** The columns that the table has something to show in, hidden ones too, in their usual order. */
    public List<TableColumn<S, ?>> offered() {
        List<String> wished = wishes.stream().map(Wish::id).toList();
        return usual.stream().filter(column -> wished.contains(column.getId())).toList();
    }

    /** The ids of the columns that have no room at the moment. */
    public ReadOnlyObjectProperty<List<String>> aside() {
        return aside.getReadOnlyProperty();
    }

    /** The ids of the columns that have room for their short form alone. */
    public ReadOnlyObjectProperty<Set<String>> brief() {
        return brief.getReadOnlyProperty();
    }

    /** What the owner changed, whenever it changes. */
    public ReadOnlyObjectProperty<ColumnLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    /** Takes over what the owner once changed; ids that no column has are passed over. */
    public void restore(ColumnLayout kept) {
        chosen.clear();
        kept.widths().forEach((id, width) -> {
            if (Double.isFinite(width) && width > 0) {
                chosen.put(id, width);
            }
        });
        hidden.clear();
        hidden.addAll(kept.hidden());
        List<TableColumn<S, ?>> ordered = new ArrayList<>(usual);
        ordered.sort(Comparator.comparingInt(column -> {
            int place = kept.order().indexOf(column.getId());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        if (!ordered.equals(table.getColumns())) {
            table.getColumns().setAll(ordered);
        }
        fit();
        ask();
        tell();
    }

    /** Shows or hides a column. */
    public void show(String id, boolean shown) {
        if (shown ? hidden.remove(id) : hidden.add(id)) {
            fit();
            ask();
            tell();
        }
    }

    /** By the owner's hand, or, without a column, because the room changed. */
    private boolean resized(@Nullable TableColumn<?, ?> column, double delta) {
        if (fitting) {
            return false;
        }
        if (column == null) {
            fit();
            return true;
        }
        double wanted = column.getWidth() + delta;
        chosen.put(column.getId(), wanted / em);
        fit();
        if (column.getId().equals(spare) && column.getWidth() < wanted - 1) {
            // as wide as there is room: it goes on to take what is left
            chosen.remove(spare);
        }
        tell();
        return true;
    }

    private void fit() {
        var features = new TableView.ResizeFeatures<>(table, null, 0.0);
        double room = features.getContentWidth();
        if (fitting || room <= 0 || wishes.isEmpty()) {
            return;
        }
        ColumnPlan plan = ColumnPlan.of(wishes.stream().filter(wish -> !hidden.contains(wish.id()))
                .map(wish -> chosen.containsKey(wish.id()) ? wish.chosen(chosen.get(wish.id()) * em) : wish).toList(),
                spare, room);
        fitting = true;
        try {
            usual.forEach(column -> column.setVisible(plan.widths().containsKey(column.getId())));
            Map<String, Double> widths = whole(plan.widths(), room);
            if (usual.stream().anyMatch(column -> Math.abs(
                    widths.getOrDefault(column.getId(), column.getWidth()) - column.getWidth()) >= 1)) {
                Platform.runLater(this::placeHeads);
            }
            usual.forEach(column -> features.setColumnWidth(column,
                    widths.getOrDefault(column.getId(), column.getWidth())));
        } finally {
            fitting = false;
        }
        aside.set(plan.aside());
        brief.set(plan.brief());
    }

    /**
     * Has the headings placed again once the layout is over that gave the columns other widths: what they ask for in the middle
     * of it may be lost, and they would stand beside their columns, with the arrow anywhere, until the next one.
     */
    private void placeHeads() {
        table.requestLayout();
        table.lookupAll(".column-header-background, .nested-column-header, .column-header").forEach(head -> {
            if (head instanceof Parent part) {
                part.requestLayout();
            }
        });
    }

    /**
     * The widths in whole pixels of the screen, as cells are drawn. What all of them are rounded up by is taken from the
     * spare one, where they fit: else the table is wider by a part of a pixel and has a bar to scroll that moves nothing.
     */
    private Map<String, Double> whole(Map<String, Double> planned, double room) {
        var widths = new HashMap<String, Double>();
        planned.forEach((id, width) -> widths.put(id, table.snapSizeX(width)));
        double over = sum(widths) - room;
        if (over > 0 && sum(planned) <= room + 1) {
            double pixel = table.snapSizeX(Double.MIN_NORMAL);
            widths.computeIfPresent(spare, (id, width) -> table.snapSizeX(Math.max(pixel, width - over - pixel)));
        }
        return widths;
    }

    private static double sum(Map<String, Double> widths) {
        return widths.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void tell() {
        List<String> order = table.getColumns().stream().map(TableColumn::getId).toList();
        boolean moved = !order.equals(usual.stream().map(TableColumn::getId).toList());
        layout.set(new ColumnLayout(moved ? order : List.of(), hidden, chosen));
    }
}
