package app.loupe.ui.shell;

import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import app.loupe.ui.common.Wording;
import javafx.beans.property.Property;
import javafx.scene.control.Button;

/** One quiet line above the screens while amounts are hidden: why all is dots, and a button that shows them again. */
final class HiddenSign extends FlowRow {
    HiddenSign(Property<Boolean> hidden, Wording wording) {
        setId("hidden-sign");
        getStyleClass().add("hidden-sign");
        Button show = Nodes.button(wording.get("hidden.show"), () -> hidden.setValue(false));
        show.setId("hidden-show");
        getChildren().addAll(Nodes.paragraph(wording.get("hidden.said")), show);
        hidden.subscribe(now -> Nodes.show(this, now));
    }
}
