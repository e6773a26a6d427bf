package app.loupe.ui.connections;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

/** The line of a connection: a button for assistive technology, which presses it without a mouse or a key. */
final class RowLine extends HBox {
    private final Runnable press;

    RowLine(Runnable press) {
        this.press = press;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            press.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
