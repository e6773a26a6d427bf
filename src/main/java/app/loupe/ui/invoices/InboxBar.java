package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.review.MarkChoice;
import app.loupe.ui.common.Background;
import java.util.List;
import java.util.Set;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What the review inbox shows: one of its three states at a time. */
final class InboxBar {
    private static final List<MarkChoice> STATES = List.of(MarkChoice.NEW, MarkChoice.TO_REVIEW, MarkChoice.REVIEWED);

    private final FilterChoice choice;
    private final InboxOpening opening;
    private final FlowPane view = new FlowPane();

    /** A bar; {@code tools} stand at its end. */
    InboxBar(InvoicesViewModel model, InvoiceWords words, Background background, Node... tools) {
        choice = model.choice();
        opening = new InboxOpening(model, background, view);
        var states = new HBox();
        states.getStyleClass().add("chip-group");
        STATES.forEach(state -> states.getChildren().add(segment(state, words)));
        view.getStyleClass().add("chips-bar");
        view.getChildren().add(states);
        view.getChildren().addAll(tools);
    }

    FlowPane view() {
        return view;
    }

    private ToggleButton segment(MarkChoice state, InvoiceWords words) {
        var segment = new ToggleButton(words.get("inbox." + EnumKey.of(state)));
        segment.setId("inbox-" + EnumKey.of(state));
        segment.getStyleClass().add("chip");
        segment.setAccessibleText(segment.getText());
        segment.setMinWidth(ToggleButton.USE_PREF_SIZE);
        segment.setOnAction(event -> show(state, segment));
        SetChangeListener<MarkChoice> follow = change -> segment.setSelected(choice.marks().contains(state));
        choice.marks().addListener(follow);
        segment.setSelected(choice.marks().contains(state));
        return segment;
    }

    /** One is always shown: pressing it again leaves it. */
    private void show(MarkChoice state, ToggleButton segment) {
        opening.chosen();
        show(choice, state);
        segment.setSelected(true);
    }

    /** Chooses one state and no other. */
    static void show(FilterChoice choice, MarkChoice state) {
        choice.marks().add(state);
        choice.marks().retainAll(Set.of(state));
    }
}
