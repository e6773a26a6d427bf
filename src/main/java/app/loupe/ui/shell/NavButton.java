package app.loupe.ui.shell;

import app.loupe.ui.common.Aside;
import app.loupe.ui.common.FlowRow;
import app.loupe.ui.common.Nodes;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/** One screen's entry in the sidebar, with a word or number at the right. */
final class NavButton extends Button {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final String name;
    private final Label aside = Nodes.label("", "nav-aside");
    private final FlowRow line;
    private final ReadOnlyBooleanWrapper marked = new ReadOnlyBooleanWrapper();

    NavButton(String name, Runnable action) {
        this.name = name;
        // where large texts leave no room for both beside each other, what stands at the right goes below
        line = new FlowRow(Nodes.label(name, "nav-name"), Nodes.spacer(), aside);
        line.getStyleClass().add("nav-line");
        line.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> getWidth() - getInsets().getLeft() - getInsets().getRight(), widthProperty(), insetsProperty()));
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("nav");
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(name);
        setOnAction(event -> action.run());
    }

    /** The height depends on the width. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double room = width < 0 ? -1 : width - around.getLeft() - around.getRight();
        return around.getTop() + line.prefHeight(room) + around.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** Shows a word at the right. */
    void aside(Aside shown) {
        String text = shown.text();
        String style = shown.style();
        aside.setText(text);
        aside.getStyleClass().setAll("label", "nav-aside");
        if (!style.isEmpty()) {
            aside.getStyleClass().add(style);
        }
        setAccessibleText(text.isEmpty() ? name : name + ", " + text);
    }

    void mark(boolean selected) {
        marked.set(selected);
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Whether its screen is the one that is seen. */
    ReadOnlyBooleanProperty marked() {
        return marked.getReadOnlyProperty();
    }
}
