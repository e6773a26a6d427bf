package app.loupe.ui.shell;

import app.loupe.text.MoneyText;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Has screen readers say a word where the eye sees that an amount is hidden: what stands in its place would be read as
 * bullets. Looks at the scene after every layout as long as amounts are hidden, because cells take over each other's
 * texts. On the FX thread.
 */
final class SpokenAmounts {
    private final Scene scene;
    private final String word;
    private final Runnable look;
    private boolean hidden;

    /** What this class has put in the place of nothing, and must take away again. */
    private record Said(String text) {}

    /**
     * Looks at nothing yet.
     *
     * @param word what is said in the place of an amount
     */
    SpokenAmounts(Scene scene, String word) {
        this.scene = scene;
        this.word = word;
        this.look = () -> look(scene.getRoot());
    }

    /** Amounts are hidden from now on, or no more. */
    void follow(boolean now) {
        if (hidden != now) {
            hidden = now;
            if (now) {
                scene.addPostLayoutPulseListener(look);
            } else {
                scene.removePostLayoutPulseListener(look);
            }
        }
        look.run();
    }

    private void look(Node node) {
        say(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void say(Node node) {
        Said before = (Said) node.getProperties().get(Said.class);
        @Nullable String told = node.getAccessibleText();
        if (before != null && before.text().equals(told)) {
            told = null;
        }
        String instead = spoken(told);
        String seen = told == null || told.isEmpty() ? spoken(seen(node)) : null;
        if (instead != null) {
            node.setAccessibleText(instead);
        } else if (seen != null) {
            node.getProperties().put(Said.class, new Said(seen));
            node.setAccessibleText(seen);
        } else if (before != null) {
            node.getProperties().remove(Said.class);
            node.setAccessibleText(told);
        }
        String help = spoken(node.getAccessibleHelp());
        if (help != null) {
            node.setAccessibleHelp(help);
        }
    }

    private static @Nullable String seen(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            default -> null;
        };
    }

    /** The same with the word where amounts are; null where none is hidden. */
    private @Nullable String spoken(@Nullable String text) {
        return text != null && text.contains(MoneyText.HIDDEN) ? text.replace(MoneyText.HIDDEN, word) : null;
    }
}
