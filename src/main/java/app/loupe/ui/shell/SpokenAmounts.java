package app.loupe.ui.shell;

import app.loupe.text.MoneyText;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
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

    /** Where a node keeps what this class has put in the place of nothing, and must take away again. */
    private enum Part {
        TEXT,
        HELP
    }

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
        say(node, Part.TEXT, node.getAccessibleText(), seen(node), node::setAccessibleText);
        say(node, Part.HELP, node.getAccessibleHelp(), tip(node), node::setAccessibleHelp);
    }

    /**
     * Says the word in one part of what a node says.
     *
     * @param told what the view gave it to say
     * @param otherwise what it says when it was given nothing
     */
    private void say(Node node, Part part, @Nullable String told, @Nullable String otherwise,
            Consumer<@Nullable String> set) {
        Object before = node.getProperties().get(part);
        String given = before != null && before.equals(told) ? null : told;
        String instead = spoken(given);
        String seen = given == null || given.isEmpty() ? spoken(otherwise) : null;
        if (instead != null) {
            set.accept(instead);
        } else if (seen != null) {
            node.getProperties().put(part, seen);
            set.accept(seen);
        } else if (before != null) {
            node.getProperties().remove(part);
            set.accept(given);
        }
    }

    private static @Nullable String seen(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            default -> null;
        };
    }

    private static @Nullable String tip(Node node) {
        return node instanceof Control control && control.getTooltip() != null ? control.getTooltip().getText() : null;
    }

    /** The same with the word where amounts are; null where none is hidden. */
    private @Nullable String spoken(@Nullable String text) {
        return text != null && text.contains(MoneyText.HIDDEN) ? text.replace(MoneyText.HIDDEN, word) : null;
    }
}
