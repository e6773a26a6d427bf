package app.loupe.ui.overview;

import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Tips;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** One figure that is a button to its invoices. */
final class FigureCard extends Button {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");

    private final Label name = Nodes.label("", "card-name");
    private final Label value = Nodes.label("", "card-value");
    private final Label detail = Nodes.paragraph("", "card-detail");
    private final VBox box = new VBox(name, value, detail);
    private Optional<OverviewContent.Card> shown = Optional.empty();

    FigureCard(Navigator navigator) {
        getStyleClass().add("figure-card");
        box.getStyleClass().add("card-lines");
        setGraphic(box);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(event -> shown.ifPresent(card -> card.lead().follow(navigator)));
        // not every system presses a button by it
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                fire();
                event.consume();
            }
        });
    }

    /** The width in which nothing of it is broken. */
    double wholeWidth() {
        return Math.max(leastWidth(),
                Math.ceil(detail.prefWidth(-1)) + 1 + snappedLeftInset() + snappedRightInset());
    }

    /** The width below which its name or its figure would be cut; what is said with it goes on in a second line. */
    double leastWidth() {
        return Math.ceil(Math.max(name.prefWidth(-1), value.prefWidth(-1))) + 1 + snappedLeftInset()
                + snappedRightInset();
    }

    /** As high as it is in this width. */
    double heightIn(double width) {
        // a place in whole pixels may be one narrower
        double inside = Math.max(1, width - 1 - snappedLeftInset() - snappedRightInset());
        return name.prefHeight(-1) + value.prefHeight(-1) + detail.prefHeight(inside) + 2 * box.getSpacing()
                + snappedTopInset() + snappedBottomInset();
    }

    @Override
    public void resize(double width, double height) {
        detail.setMaxWidth(balanced(width - snappedLeftInset() - snappedRightInset()));
        box.setPrefSize(width - snappedLeftInset() - snappedRightInset(),
                height - snappedTopInset() - snappedBottomInset());
        super.resize(width, height);
    }

    /** The least width in which the detail has no more lines than in this one: none of them is a single word. */
    private double balanced(double width) {
        double room = Math.max(1, width - 1);
        double height = detail.prefHeight(room);
        double least = 0;
        double most = room;
        while (most - least > 1) {
            double middle = (least + most) / 2;
            if (detail.prefHeight(middle) <= height) {
                most = middle;
            } else {
                least = middle;
            }
        }
        // a place in whole pixels may be one narrower
        return Math.min(width, Math.ceil(most) + 1);
    }

    void show(OverviewContent.Card card) {
        shown = Optional.of(card);
        setId("card-" + card.id());
        name.setText(card.name());
        value.setText(card.value());
        detail.setText(card.detail());
        pseudoClassStateChanged(LATE, card.late());
        Tips.say(this, card.help());
        setAccessibleText(card.name() + ": " + card.value() + ", " + card.detail());
    }
}
