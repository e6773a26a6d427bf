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

/** One promise with its mark and line; the technical detail opens below. */
final class PromiseRow extends VBox {
    private final VBox detail = new VBox();
    private final Button more;
    private final FlowRow line;
    private final Wording wording;

    PromiseRow(SecurityCheck check, Wording wording) {
        this.wording = wording;
        var words = new CheckWords(wording);
        getStyleClass().add("check-row");
        Label title = Nodes.paragraph(words.title(check), "strong");
        var texts = new VBox(title, Nodes.paragraph(words.line(check), "muted", "check-line"));
        HBox.setHgrow(texts, Priority.ALWAYS);
        more = Nodes.button(wording.get("security.details"), this::toggle);
        more.setAccessibleText(wording.get("security.details.name", words.title(check)));
        line = new FlowRow(mark(check, words), texts, more);
        line.getStyleClass().add("check-head");
        line.setAlignment(Pos.TOP_LEFT);
        line.setOnMouseClicked(event -> toggle());
        detail.getStyleClass().add("check-detail");
        check.detail().forEach(text -> detail.getChildren().add(Nodes.paragraph(text, "mono", "muted")));
        Nodes.show(detail, false);
        Nodes.show(more, !check.detail().isEmpty());
        getChildren().addAll(line, detail);
    }

    /** Something to do about it: the button beside the others, and what it brings between line and detail. */
    void offer(Button button, Node below) {
        line.getChildren().add(line.getChildren().indexOf(more), button);
        getChildren().add(1, below);
    }

    private static StackPane mark(SecurityCheck check, CheckWords words) {
        var mark = new StackPane(switch (check.outcome()) {
            case PASS -> new FontIcon(Feather.CHECK);
            // the mark itself is the circle around it
            case NOT_YET -> Nodes.label("–", "strong");
            case NOTICE -> Nodes.label("!", "strong");
            case FAIL -> new FontIcon(Feather.X);
        });
        mark.getStyleClass().addAll("check-mark", "check-" + EnumKey.of(check.outcome()));
        mark.setAccessibleText(words.outcome(check));
        return mark;
    }

    private void toggle() {
        if (!detail.getChildren().isEmpty()) {
            Nodes.show(detail, !detail.isVisible());
            more.setText(wording.get(detail.isVisible() ? "security.details.less" : "security.details"));
        }
    }
}
