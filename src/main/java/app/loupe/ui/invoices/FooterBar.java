package app.loupe.ui.invoices;

import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import app.loupe.review.Totals;
import app.loupe.ui.common.CopyAge;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.DraggedFile;
import app.loupe.ui.common.FileGrip;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.WrappingTooltip;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line below the table: how many, what they come to per currency and direction, how old the copy is and how right. */
final class FooterBar {
    private static final String BETWEEN = " ·";
    /** Totals up to this width get one line, and are not made narrower for the age of the copy. */
    private static final double ONE_LINE_PX = 720;
    /** The count stands first. */
    private static final int COUNTED = 1;
    private final InvoicesViewModel model;
    private final InvoiceWords words;
    private final FlowPane totals = new FlowPane();
    private final Label copy = new Label();
    private final Label verified = new Label();
    private final HBox view = new FlowRow();
    private final Tooltip explanation;
    private @Nullable FileGrip grip;
    private boolean covered;

    FooterBar(InvoicesViewModel model, InvoiceWords words) {
        this.model = model;
        this.words = words;
        explanation = new WrappingTooltip(words.get("footer.explanation"));
        HBox.setHgrow(totals, Priority.ALWAYS);
        totals.setPrefWrapLength(ONE_LINE_PX);
        // nothing here is cut: what has no room on the line takes another
        for (Label aside : asides()) {
            aside.setMinWidth(Region.USE_PREF_SIZE);
            aside.getStyleClass().add("copy-age");
            aside.textProperty().subscribe(text -> placeAge());
        }
        verified.setId("copy-verified");
        view.widthProperty().subscribe(width -> placeAge());
        totals.getStyleClass().add("footer-totals");
        view.getStyleClass().add("footer-bar");
        view.getChildren().addAll(totals);
        model.result().subscribe(result -> show());
        model.selection().subscribe(selected -> show());
        model.connections().subscribe(profiles -> showAge());
    }

    HBox view() {
        return view;
    }

    /** Lets what is selected be dragged as a file, while several rows are. */
    void dragWith(DragDesk desk, Supplier<Optional<DraggedFile>> selected) {
        var made = new FileGrip("csv", desk, words.wording());
        grip = made;
        model.selection().subscribe(some -> made.offer(selected));
        model.result().subscribe(result -> made.offer(selected));
        show();
    }

    /** Whether something lies over the right end: then the age that stands there goes as a whole, not but for its dot. */
    void cover(boolean now) {
        covered = now;
        placeAge();
    }

    /** Says why something cannot be dragged. */
    void say(String text) {
        if (grip != null) {
            grip.say(text);
        }
    }

    /** Says what several selected rows come to; otherwise what the list does. */
    void show() {
        Totals selected = model.selection().get();
        boolean some = selected.count() > 1;
        show(some ? selected : model.result().get().totals(), some
                ? words.get("footer.selected")
                : words.get("footer.of", model.result().get().totals().count()));
    }

    private void show(Totals sums, String what) {
        if (model.showing().get() == Showing.LOADING) {
            // nothing is known yet, not even that there are none
            totals.getChildren().clear();
            placeAge();
            return;
        }
        totals.getChildren()
                .setAll(part(Nodes.label(words.get("footer.count", sums.count()), "footer-figure"),
                        last(Nodes.label(what, "footer-name"))));
        new SumWords(words).of(sums).forEach(part -> add(part.name(), part.amounts()));
        FileGrip dragged = grip;
        // what is hidden here would be read where it is dropped
        if (dragged != null && model.selection().get().count() > 1 && !words.wording().money().isHidden()) {
            totals.getChildren().add(dragged);
        }
        placeAge();
    }

    /** A name and its amounts: they go to the next line together, and break between amounts only where no line is so long. */
    private void add(String name, List<String> amounts) {
        var sum = new FlowRow().within(totals);
        sum.getStyleClass().add("footer-sum");
        for (int i = 0; i < amounts.size(); i++) {
            boolean ends = i == amounts.size() - 1;
            Label figure = Nodes.label(ends ? amounts.get(i) : amounts.get(i) + BETWEEN, "footer-figure");
            HBox part = i == 0 ? part(Nodes.label(name, "footer-name"), figure) : part(figure);
            if (ends) {
                last(figure);
            }
            sum.getChildren().add(part);
        }
        Tooltip.install(sum, explanation);
        totals.getChildren().add(sum);
    }

    private static Label last(Label label) {
        label.getStyleClass().add("footer-last");
        return label;
    }

    /** The age stands at the right where there is room beside the totals, else behind them, or before where that saves a line. */
    private void placeAge() {
        List<Label> shown = asides().stream().filter(aside -> !aside.getText().isEmpty()).toList();
        double width = shown.stream().mapToDouble(aside -> aside.prefWidth(-1)).sum();
        boolean beside = view.getWidth() >= ONE_LINE_PX + width;
        asides().forEach(aside -> aside.setVisible(!(beside && covered)));
        view.getChildren().removeAll(asides());
        totals.getChildren().removeAll(asides());
        if (beside) {
            view.getChildren().addAll(shown);
        } else {
            // beside the count, which leaves a line for them where each sum takes one
            int before = Math.min(COUNTED, totals.getChildren().size());
            totals.getChildren().addAll(before, shown);
            double least = totalsHeight();
            totals.getChildren().removeAll(shown);
            totals.getChildren().addAll(shown);
            if (totalsHeight() > least) {
                totals.getChildren().removeAll(shown);
                totals.getChildren().addAll(before, shown);
            }
        }
    }

    private double totalsHeight() {
        totals.applyCss();
        return totals.prefHeight(view.getWidth() - view.snappedLeftInset() - view.snappedRightInset());
    }

    private List<Label> asides() {
        return List.of(copy, verified);
    }

    private static HBox part(Label... labels) {
        var part = new HBox(labels);
        for (Label label : labels) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        part.getStyleClass().add("footer-part");
        part.setMinWidth(Region.USE_PREF_SIZE);
        return part;
    }

    private void showAge() {
        var copies = new CopyAge(model.connections().get());
        String meter = copies.verification().map(this::meter).orElse("");
        copies.show(copy, words.wording());
        if (!meter.isEmpty()) {
            copy.setText(copy.getText() + BETWEEN);
        }
        verified.setText(meter);
    }

    private String meter(Verification known) {
        Verified found = known.found();
        Instant ended = Objects.requireNonNull(known.ended());
        return words.get("footer.verified", found.verified(), found.invoices(),
                words.dates().moment(ended));
    }
}
