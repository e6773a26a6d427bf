package app.loupe.ui.invoices;

import app.loupe.review.Grouped;
import app.loupe.review.Grouping;
import app.loupe.review.Heading;
import app.loupe.review.InvoiceOrder.Column;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * What stands across the columns on the heading of a group: its name, how many invoices, and what they come to, below the
 * headings of the columns that are added up. Where a sum has not the room there, as one of several currencies or directions,
 * all of them stand at the end of the line with their names.
 */
final class HeadingLine {
    /** Between two parts, in em. */
    private static final double GAP_EM = 0.6;

    private final InvoiceWords words;
    private final Supplier<Optional<Grouping>> by;
    private final Label arrow = Nodes.label("", "heading-arrow");
    private final Label name = Nodes.label("", "heading-name");
    private final Label count = Nodes.label("", "muted", "heading-count");
    private final Label sums = Nodes.label("", "heading-sums");
    private final Label total = Nodes.label("", "heading-sums", "heading-total");
    private final Label due = Nodes.label("", "heading-sums", "heading-due");
    private final Line view = new Line();
    private Map<Column, Double> ends = Map.of();

    HeadingLine(InvoiceWords words, Supplier<Optional<Grouping>> by) {
        this.words = words;
        this.by = by;
        view.getStyleClass().add("heading-line");
        // the row places it: the table knows only of cells
        view.setManaged(false);
        view.setMouseTransparent(true);
    }

    Region view() {
        return view;
    }

    /** Says where the figures of a column end, in pixels from the left edge of the line; only of those that are seen. */
    void under(Map<Column, Double> columnEnds) {
        if (!ends.equals(columnEnds)) {
            ends = Map.copyOf(columnEnds);
            view.requestLayout();
        }
    }

    /** Shows a heading; what it says to whoever does not see it. */
    String show(Heading heading) {
        Grouped.Group group = heading.group();
        arrow.setText(heading.folded() ? "▸" : "▾");
        name.setText(ShownText.of(by.get().map(one -> new GroupWords(words, one).name(group)).orElse("")));
        count.setText(words.get("group.count", group.count()));
        List<SumWords.Part> parts = new SumWords(words).of(group.totals());
        sums.setText(named(parts));
        boolean one = parts.size() == 2;
        total.setText(one ? together(parts.getFirst()) : "");
        due.setText(one ? together(parts.getLast()) : "");
        view.requestLayout();
        return words.get(heading.folded() ? "group.folded" : "group.unfolded", name.getText(), count.getText(),
                sums.getText());
    }

    /** All of it, for a tooltip: a narrow window cuts the name. */
    String whole() {
        return String.join("\n", List.of(name.getText(), count.getText(), sums.getText())).strip();
    }

    private String named(List<SumWords.Part> parts) {
        var said = new ArrayList<String>();
        parts.forEach(part -> said.add(words.get("group.sum", part.name(), together(part))));
        return String.join("    ", said);
    }

    private static String together(SumWords.Part part) {
        return String.join(" · ", part.amounts());
    }

    /** Places the parts, which are no more than the row says there is room for. */
    private final class Line extends Region {
        Line() {
            getChildren().addAll(arrow, name, count, sums, total, due);
        }

        @Override
        protected void layoutChildren() {
            double gap = GAP_EM * name.getFont().getSize();
            double begin = snappedLeftInset() + arrow.prefWidth(-1) + gap;
            double taken = begin + name.prefWidth(-1) + gap + count.prefWidth(-1) + gap;
            boolean placed = isPlaced(taken, gap);
            double end = getWidth() - snappedRightInset();
            double left = placed ? leftmost() : end - sums.prefWidth(-1);
            sums.setVisible(!placed);
            at(arrow, snappedLeftInset(), arrow.prefWidth(-1));
            double names = Math.clamp(left - gap - (begin + gap + count.prefWidth(-1)), 0, name.prefWidth(-1));
            at(name, begin, names);
            at(count, begin + names + gap, count.prefWidth(-1));
            double after = begin + names + gap + count.prefWidth(-1) + gap;
            at(sums, Math.max(after, left), Math.max(0, end - Math.max(after, left)));
            place(total, Column.TOTAL, placed);
            place(due, Column.AMOUNT_DUE, placed);
        }

        /** Whether each sum has the room between what stands left of it and the end of its column. */
        private boolean isPlaced(double taken, double gap) {
            Double first = ends.get(Column.TOTAL);
            Double last = ends.get(Column.AMOUNT_DUE);
            if (total.getText().isEmpty() || first == null || last == null) {
                // a sum without its column is told with its name, and then both are
                return false;
            }
            boolean apart = first < last
                    ? first + gap <= last - due.prefWidth(-1)
                    : last + gap <= first - total.prefWidth(-1);
            return apart && leftmost() >= taken;
        }

        private double leftmost() {
            return Stream.of(Map.entry(Column.TOTAL, total), Map.entry(Column.AMOUNT_DUE, due))
                    .filter(one -> ends.containsKey(one.getKey()))
                    .mapToDouble(one -> ends.getOrDefault(one.getKey(), 0.0) - one.getValue().prefWidth(-1)).min()
                    .orElse(0);
        }

        private void place(Label label, Column column, boolean placed) {
            Double end = ends.get(column);
            label.setVisible(placed && end != null);
            if (end != null) {
                at(label, end - label.prefWidth(-1), label.prefWidth(-1));
            }
        }

        private void at(Node part, double x, double width) {
            layoutInArea(part, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        }
    }
}
