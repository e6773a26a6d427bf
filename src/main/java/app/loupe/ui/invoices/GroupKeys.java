package app.loupe.ui.invoices;

import app.loupe.review.Heading;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a list with headings: Left folds a group or goes to the heading, Right unfolds it or goes into it, Enter and
 * Space do the other of both.
 */
final class GroupKeys {
    private final TableView<Listed> table;
    private final ListedRows rows;
    private final GroupChoice groups;

    GroupKeys(TableView<Listed> table, ListedRows rows, GroupChoice groups) {
        this.table = table;
        this.rows = rows;
        this.groups = groups;
    }

    /** Does what a key asks for, before the table takes it for sideways. */
    void press(KeyEvent event) {
        int line = table.getFocusModel().getFocusedIndex();
        boolean plain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (!plain || groups.by().get().isEmpty() || line < 0 || line >= rows.size()) {
            return;
        }
        boolean done = switch (rows.get(line)) {
            case Heading heading -> onHeading(event.getCode(), heading, line);
            case ReviewRow row -> event.getCode() == KeyCode.LEFT && select(rows.headings().above(line));
        };
        if (done) {
            event.consume();
        }
    }

    private boolean onHeading(KeyCode key, Heading heading, int line) {
        return switch (key) {
            case LEFT -> fold(heading, true);
            case RIGHT -> heading.folded() ? fold(heading, false) : select(line + 1);
            case ENTER, SPACE -> fold(heading, !heading.folded());
            default -> false;
        };
    }

    private boolean fold(Heading heading, boolean fold) {
        groups.fold(heading.group().key(), fold);
        return true;
    }

    private boolean select(int line) {
        if (line >= 0 && line < rows.size()) {
            table.getSelectionModel().clearAndSelect(line);
            table.scrollTo(line);
        }
        return true;
    }
}
