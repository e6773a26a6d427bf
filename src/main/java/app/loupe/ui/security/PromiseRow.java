package app.loupe.ui.security;

import app.loupe.domain.EnumKey;
import app.loupe.domain.SecurityCheck;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One promise with its mark and line; the technical detail opens below. A later check of the same promise is shown in place: what
 * was opened stays open, and the focus where it is.
 */
final class PromiseRow extends VBox {
    private final CheckWords words;
    private final Wording wording;
    private final StackPane mark = new StackPane();
    private final Label title = Nodes.paragraph("", "strong");
    private final Label said = Nodes.paragraph("", "muted", "check-line");
    private final Button more;
    private final FlowRow line;
    private final VBox detail = new VBox();

    /** A row that says nothing yet. */
    PromiseRow(Wording wording) {
        this.wording = wording;
        words = new CheckWords(wording);
        getStyleClass().add("check-row");
        var texts = new VBox(title, said);
        HBox.setHgrow(texts, Priority.ALWAYS);
        more = Nodes.button(wording.get("security.details"), this::toggle);
        line = new FlowRow(mark, texts, more);
        line.getStyleClass().add("check-head");
        line.setAlignment(Pos.TOP_LEFT);
        line.setOnMouseClicked(event -> toggle());
        detail.getStyleClass().add("check-detail");
        Nodes.show(detail, false);
        getChildren().addAll(line, detail);
    }

    /** Says what this check found. */
    void show(SecurityCheck check) {
        title.setText(words.title(check));
        said.setText(words.line(check));
        more.setAccessibleText(wording.get("security.details.name", words.title(check)));
        mark.getStyleClass().setAll("check-mark", "check-" + EnumKey.of(check.outcome()));
        mark.setAccessibleText(words.outcome(check));
        mark.getChildren().setAll(sign(check.outcome()));
        detail.getChildren()
                .setAll(check.detail().stream().map(text -> Nodes.paragraph(text, "mono", "muted")).toList());
        Nodes.show(more, !check.detail().isEmpty());
        if (check.detail().isEmpty()) {
            open(false);
        }
    }

    /** Something to do about it: the button beside the others, and what it brings between line and detail. */
    void offer(Button button, Node below) {
        line.getChildren().add(line.getChildren().indexOf(more), button);
        getChildren().add(1, below);
    }

    private static Node sign(SecurityCheck.Outcome outcome) {
        return switch (outcome) {
            case PASS -> new FontIcon(Feather.CHECK);
            // the mark itself is the circle around it
            case NOT_YET -> Nodes.label("–", "strong");
            case NOTICE -> Nodes.label("!", "strong");
            case FAIL -> new FontIcon(Feather.X);
        };
    }

    private void toggle() {
        if (!detail.getChildren().isEmpty()) {
            open(!detail.isVisible());
        }
    }

    private void open(boolean isOpen) {
        Nodes.show(detail, isOpen);
        more.setText(wording.get(isOpen ? "security.details.less" : "security.details"));
    }
}
