package app.loupe.ui.common;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Draws the lines of a {@link WrappingLabel} as one text that the toolkit does not wrap. */
final class WrappingLabelSkin extends SkinBase<WrappingLabel> {
    /** A grid asks for some widths in turn before it decides; words are measured once for all of them. */
    private static final int MOST_ROOMS = 8;

    private final Text drawn = new Text();
    private final Text ruler = new Text();
    private final Map<Double, Lines> known = new LinkedHashMap<>();
    private @Nullable LineBreaker breaker;

    private record Lines(String text, double height, boolean cut) {}

    WrappingLabelSkin(WrappingLabel label) {
        super(label);
        // as with every label a click on the text is one on what it stands in: a skin keeps it to itself otherwise
        consumeMouseEvents(false);
        drawn.getStyleClass().add("text");
        // the label is laid out anew by what changes its text, not by the text that its layout sets
        drawn.setManaged(false);
        drawn.setAccessibleRole(AccessibleRole.NODE);
        drawn.fillProperty().bind(label.textFillProperty());
        drawn.underlineProperty().bind(label.underlineProperty());
        drawn.textAlignmentProperty().bind(label.textAlignmentProperty());
        for (Text text : new Text[] {drawn, ruler}) {
            text.fontProperty().bind(label.fontProperty());
            text.lineSpacingProperty().bind(label.lineSpacingProperty());
        }
        // letters are as wide and high as the style sheet has them smoothed
        ruler.fontSmoothingTypeProperty().bind(drawn.fontSmoothingTypeProperty());
        ruler.boundsTypeProperty().bind(drawn.boundsTypeProperty());
        for (ObservableValue<?> shape : new ObservableValue<?>[] {label.textProperty(), label.fontProperty(),
            label.lineSpacingProperty(), drawn.fontSmoothingTypeProperty(), drawn.boundsTypeProperty()}) {
            registerInvalidationListener(shape, changed -> forget());
        }
        registerInvalidationListener(label.alignmentProperty(), changed -> label.requestLayout());
        getChildren().add(drawn);
    }

    private void forget() {
        breaker = null;
        known.clear();
        getSkinnable().requestLayout();
    }

    private LineBreaker breaker() {
        LineBreaker current = breaker;
        if (current == null) {
            String text = getSkinnable().getText();
            current = new LineBreaker(text == null ? "" : text, this::width);
            breaker = current;
        }
        return current;
    }

    private double width(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    private Lines in(double room) {
        Lines found = known.get(room);
        if (found == null) {
            if (known.size() == MOST_ROOMS) {
                known.remove(known.keySet().iterator().next());
            }
            String whole = breaker().broken(room);
            String text = breaker().first(getSkinnable().mostLines(), whole, room);
            ruler.setText(text);
            found = new Lines(text, ruler.getLayoutBounds().getHeight(), !text.equals(whole));
            known.put(room, found);
        }
        return found;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return Math.min(breaker().naturalWidth(), getSkinnable().getFont().getSize()) + left + right;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return breaker().naturalWidth() + left + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return getSkinnable().prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return in(roomFor(width) - left - right).height() + top + bottom;
    }

    /** Whoever asks without a width will give the preferred one, as far as there is a limit to it. */
    private double roomFor(double width) {
        WrappingLabel label = getSkinnable();
        double most = label.getMaxWidth();
        double natural = label.prefWidth(-1);
        return width >= 0 ? width : most > 0 ? Math.min(natural, most) : natural;
    }

    @Override
    protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
        return getSkinnable().prefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
        return getSkinnable().prefHeight(width);
    }

    @Override
    protected double computeBaselineOffset(double top, double right, double bottom, double left) {
        return top + drawn.getBaselineOffset();
    }

    @Override
    protected Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        String given = getSkinnable().getAccessibleText();
        return given == null || given.isEmpty() ? getSkinnable().getText() : given;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        Lines lines = in(width);
        drawn.setText(lines.text());
        if (getSkinnable().mostLines() < Integer.MAX_VALUE) {
            Tips.say(getSkinnable(), lines.cut() ? getSkinnable().getText() : null);
        }
        HPos across = getSkinnable().getAlignment().getHpos();
        VPos down = getSkinnable().getAlignment().getVpos();
        layoutInArea(drawn, x, y, width, height, 0, across, down == VPos.BASELINE ? VPos.CENTER : down);
    }
}
