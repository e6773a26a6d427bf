package app.loupe.ui.settings;

import app.loupe.domain.EnumKey;
import app.loupe.review.Notice;
import app.loupe.ui.common.Wording;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/** Asks which notices are wanted: a box for each kind, ticked unless it is silenced. On the FX thread. */
final class NoticeChoice extends FlowPane {
    NoticeChoice(Wording wording, ObjectProperty<Set<Notice.Kind>> silenced) {
        getStyleClass().add("notice-choice");
        for (Notice.Kind kind : Notice.Kind.values()) {
            var box = new CheckBox(wording.get("settings.notices." + EnumKey.of(kind)));
            box.setId("notices-" + EnumKey.of(kind));
            box.setMnemonicParsing(false);
            silenced.subscribe(now -> box.setSelected(!now.contains(kind)));
            box.setOnAction(event -> silenced.set(with(silenced.get(), kind, !box.isSelected())));
            getChildren().add(box);
        }
    }

    private static Set<Notice.Kind> with(Set<Notice.Kind> before, Notice.Kind kind, boolean silent) {
        var now = new HashSet<>(before);
        if (silent) {
            now.add(kind);
        } else {
            now.remove(kind);
        }
        return Set.copyOf(now);
    }
}
