package app.loupe.ui.changed;

import app.loupe.domain.ChangeKind;
import app.loupe.domain.EnumKey;
import app.loupe.review.ChangeSpan;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.FocusKept;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Above the list: from when on, which kind, and that all was seen. */
final class ChangedFilters {
    private final ChangedViewModel model;
    private final Wording wording;
    private final FlowRow kinds = new FlowRow();
    private final Map<ChangeSpan, ToggleButton> spans = new EnumMap<>(ChangeSpan.class);
    private final Button mark;
    private final Button undo;
    private final FlowPane view = new FlowPane();

    ChangedFilters(ChangedViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        for (ChangeSpan span : ChangeSpan.values()) {
            var segment = new ToggleButton(wording.get("changed.span." + EnumKey.of(span)));
            segment.setId("span-" + EnumKey.of(span));
            segment.getStyleClass().add("segment");
            segment.setAccessibleText(segment.getText());
            segment.setMinWidth(ToggleButton.USE_PREF_SIZE);
            segment.setMaxHeight(Double.MAX_VALUE);
            segment.setOnAction(event -> {
                model.span().set(span);
                showSpan();
            });
            spans.put(span, segment);
        }
        segments.getChildren().addAll(spans.values());
        kinds.within(view).getStyleClass().add("chip-row");
        mark = Nodes.button(wording.get("changed.mark"), model::markSeen);
        mark.setId("mark-seen");
        undo = Nodes.button(wording.get("changed.undo"), model::markUnseen);
        undo.setId("undo-seen");
        view.getStyleClass().add("changed-filters");
        // a line of their own, kept from the first moment: what comes does not push the list down
        kinds.minWidthProperty().bind(kinds.maxWidthProperty());
        view.getChildren().addAll(segments, new HBox(mark, undo), kinds);
        model.span().subscribe(span -> showSpan());
        model.shown().subscribe(shown -> showKinds());
        model.kind().subscribe(kind -> showKinds());
        model.unseen().subscribe(count -> mark.setDisable(count.intValue() == 0));
        model.undo().subscribe(marked -> {
            boolean hadFocus = undo.isFocused() || mark.isFocused();
            Nodes.show(undo, !marked.isEmpty());
            if (hadFocus) {
                (marked.isEmpty() ? Objects.requireNonNull(spans.get(model.span().get())) : undo).requestFocus();
            }
        });
    }

    Node view() {
        return view;
    }

    private void showSpan() {
        spans.forEach((span, segment) -> segment.setSelected(model.span().get() == span));
    }

    private void showKinds() {
        var chips = new ArrayList<ToggleButton>();
        chips.add(chip(null, wording.get("changed.everything"), model.shown().get().entries()));
        model.shown().get().counts().forEach((kind, count) -> chips
                .add(chip(kind, wording.get("change.entry." + EnumKey.of(kind)), count)));
        FocusKept.through(kinds, () -> kinds.getChildren().setAll(chips));
    }

    private ToggleButton chip(@Nullable ChangeKind kind, String name, int count) {
        var chip = new ToggleButton(wording.get("changed.chip", name, count));
        chip.setId(kind == null ? "kind-all" : "kind-" + EnumKey.of(kind));
        chip.getStyleClass().add("chip");
        chip.setMinWidth(ToggleButton.USE_PREF_SIZE);
        chip.setAccessibleText(chip.getText());
        chip.setSelected(model.kind().get() == kind);
        // there from the first moment, and before there is anything it filters nothing
        chip.setDisable(count == 0);
        chip.setOnAction(event -> {
            // a second press takes the filter away
            model.kind().set(model.kind().get() == kind ? null : kind);
            showKinds();
        });
        return chip;
    }
}
