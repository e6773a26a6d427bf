package app.loupe.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Sets the layout of a scene going again after a failure in it. A JavaFX parent is marked while it is laid out; an
 * exception leaves the mark on every parent between the scene and the one that failed, and a marked one is never laid
 * out again and passes no child's wish on ({@code Parent.layout} and {@code Parent.requestParentLayout}, JavaFX 26): the
 * window looks dead. A pass that only goes through a parent, because a child that is no part of its layout wants one,
 * takes the mark away. On the FX thread, outside of layout.
 */
final class LayoutMender {
    /** The first try may fail in a child, which is then marked itself and fails no more. */
    private static final int TRIES = 3;
    /** What fails once is laid out again; what fails so often is taken out. */
    private static final int PASSES_BEFORE_ISOLATION = 2;
    private static final int MOST_PASSES = 8;

    private final List<Parent> mended = new ArrayList<>();
    private final List<Parent> left = new ArrayList<>();
    private boolean isolate;
    private boolean failed;

    private LayoutMender() {}

    /**
     * Mends everything below a root and lays it out. What fails there again and again is taken out: a part without a
     * size is no longer part of the layout, and a parent that fails for another reason keeps its mark.
     *
     * @return the parents that keep their mark; what is below them stays as it is
     */
    static List<Parent> mend(Parent root) {
        var mender = new LayoutMender();
        boolean whole = false;
        for (int i = 0; i < MOST_PASSES && !whole; i++) {
            mender.isolate = i >= PASSES_BEFORE_ISOLATION;
            whole = mender.pass(root);
        }
        return List.copyOf(mender.left);
    }

    private boolean pass(Parent root) {
        failed = false;
        mended.clear();
        left.clear();
        mendBelow(root);
        mended.forEach(Parent::requestLayout);
        root.requestLayout();
        layOut(root);
        return !failed;
    }

    /** The lower first; tells whether there was a mark. */
    private boolean mendBelow(Parent parent) {
        boolean below = false;
        for (Node child : List.copyOf(parent.getChildrenUnmodifiable())) {
            if (child instanceof Parent inner) {
                below |= mendBelow(inner);
            }
        }
        Optional<Parent> lever = parent.getChildrenUnmodifiable().stream().filter(Parent.class::isInstance)
                .map(Parent.class::cast).filter(child -> child.isManaged() && !child.managedProperty().isBound())
                .findFirst();
        boolean marked = lever.isPresent() && isMarked(parent, lever.get());
        if (marked && isolate && !below && !takeOutPartWithoutSize(parent)) {
            left.add(parent);
        } else if (marked) {
            unmark(parent, lever.get());
            mended.add(parent);
        }
        return below || marked;
    }

    /** A marked parent does not take a child's wish. */
    private boolean isMarked(Parent parent, Parent child) {
        if (parent.isNeedsLayout()) {
            layOut(parent);
        }
        child.requestLayout();
        return !parent.isNeedsLayout();
    }

    private void unmark(Parent parent, Parent child) {
        child.setManaged(false);
        // takes the wish back that the line above has made, and does nothing else in a marked parent
        layOut(parent);
        boolean done = false;
        for (int i = 0; i < TRIES && !done; i++) {
            child.requestLayout();
            done = layOut(parent);
        }
        child.setManaged(true);
    }

    /** A parent that asks a part for its size fails with it, and so does each one above that asks. */
    private static boolean takeOutPartWithoutSize(Parent parent) {
        Optional<Node> part = partWithoutSize(parent).filter(found -> !found.managedProperty().isBound());
        part.ifPresent(found -> found.setManaged(false));
        return part.isPresent();
    }

    private static Optional<Node> partWithoutSize(Parent parent) {
        Optional<Node> part = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isManaged() && !hasSize(child)).findFirst();
        return part.flatMap(found -> found instanceof Parent inner ? partWithoutSize(inner) : Optional.empty())
                .or(() -> part);
    }

    private static boolean hasSize(Node node) {
        double width = node.getLayoutBounds().getWidth();
        try {
            double sum = node.minWidth(-1) + node.prefWidth(-1) + node.maxWidth(-1);
            for (double given : new double[] {-1, width}) {
                sum += node.minHeight(given) + node.prefHeight(given) + node.maxHeight(given);
            }
            return !Double.isNaN(sum);
        } catch (RuntimeException none) {
            return false;
        }
    }

    private boolean layOut(Parent parent) {
        try {
            parent.layout();
            return true;
        } catch (RuntimeException again) {
            // what fails here is what was told already
            failed = true;
            return false;
        }
    }
}
