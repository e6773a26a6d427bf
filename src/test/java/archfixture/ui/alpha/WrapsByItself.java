package archfixture.ui.alpha;

import javafx.scene.control.Alert;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Breaks A14 in every way there is. */
public class WrapsByItself {
    /** A label. */
    public void label(Label label) {
        label.setWrapText(true);
    }

    /** A label, by its property. */
    public void property(Label label) {
        label.wrapTextProperty().set(true);
    }

    /** A field of several lines. */
    public void area(TextArea area) {
        area.setWrapText(true);
    }

    /** A text. */
    public void text(Text text) {
        text.setWrappingWidth(100);
    }

    /** Several texts. */
    public TextFlow flow() {
        return new TextFlow();
    }

    /** A tooltip. */
    public Tooltip tip() {
        return new Tooltip("too long for one line");
    }

    /** A dialog, whose sheet wraps. */
    public Alert alert() {
        return new Alert(Alert.AlertType.ERROR);
    }
}
