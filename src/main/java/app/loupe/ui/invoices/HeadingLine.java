package app.loupe.ui.invoices;

import app.loupe.review.Grouping;
import app.loupe.review.Grouped;
import app.loupe.review.Heading;
import app.loupe.ui.common.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What stands across the columns on the heading of a group: its name, how many invoices, what they come to. */
final class HeadingLine {
    private final InvoiceWords words;
    private final Supplier<Optional<Grouping>> by;
    private final Label arrow = Nodes.label("", "heading-arrow");
    private final Label name = Nodes.label("", "heading-name");
    private final Label count = Nodes.label("", "muted", "heading-count");
    private final Label sums = Nodes.label("", "heading-sums");
    private final HBox view = new HBox(arrow, name, count, Nodes.spacer(), sums);

    HeadingLine(InvoiceWords words, Supplier<Optional<Grouping>> by) {
        this.words = words;
        this.by = by;
        view.getStyleClass().add("heading-line");
        // the row places it: the table knows only of cells
        view.setManaged(false);
        view.setMouseTransparent(true);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
    }

    HBox view() {
        return view;
    }

    /** Shows a heading; what it says to whoever does not see it. */
    String show(Heading heading) {
        Grouped.Group group = heading.group();
        arrow.setText(heading.folded() ? "▸" : "▾");
        name.setText(by.get().map(one -> new GroupWords(words, one).name(group)).orElse(""));
        count.setText(words.get("group.count", group.count()));
        sums.setText(sums(group));
        return words.get(heading.folded() ? "group.folded" : "group.unfolded", name.getText(), count.getText(),
                sums.getText());
    }

    /** All of it, for a tooltip: a narrow window cuts the name. */
    String whole() {
        return String.join("\n", List.of(name.getText(), count.getText(), sums.getText())).strip();
    }

    private String sums(Grouped.Group group) {
        var said = new ArrayList<String>();
        for (SumWords.Part part : new SumWords(words).of(group.totals())) {
            said.add(words.get("group.sum", part.name(), String.join(" · ", part.amounts())));
        }
        return String.join("    ", said);
    }
}
