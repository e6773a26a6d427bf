package app.loupe.ui.common;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A text of any length that leads somewhere: pressed, or with Enter or Space when it has the focus. The toolkit's own link
 * cannot break its line, see {@link WrappingLabel}.
 */
public final class TextLink extends WrappingLabel {
    private final Runnable follow;

    /**
     * A link.
     *
     * @param name what a screen reader says: where it leads
     */
    public TextLink(String text, String name, Runnable follow) {
        super(text);
        this.follow = follow;
        getStyleClass().add("text-link");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setAccessibleText(name);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
                follow.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                follow.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            follow.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
