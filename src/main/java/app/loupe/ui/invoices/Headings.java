package app.loupe.ui.invoices;

import app.loupe.review.Grouped;
import app.loupe.review.Heading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says on which line of a table each row of a list stands: below the heading of its group, and on none while that is folded.
 * Immutable; found by halving, so that 100,000 rows cost what the headings do.
 */
final class Headings {
    private final List<Grouped.Group> groups;
    private final boolean[] folded;
    /** The line of each heading. */
    private final int[] lines;
    /** The first row of each group. */
    private final int[] firsts;
    private final int size;

    /**
     * The lines of a list.
     *
     * @param groups which follow each other in the list; none for a list without headings
     * @param rows how many the list has
     */
    Headings(List<Grouped.Group> groups, Set<Grouped.Key> foldedKeys, int rows) {
        this.groups = groups;
        folded = new boolean[groups.size()];
        lines = new int[groups.size()];
        firsts = new int[groups.size()];
        int line = 0;
        int row = 0;
        for (int i = 0; i < lines.length; i++) {
            Grouped.Group group = groups.get(i);
            folded[i] = foldedKeys.contains(group.key());
            lines[i] = line;
            firsts[i] = row;
            line += 1 + (folded[i] ? 0 : group.count());
            row += group.count();
        }
        size = lines.length == 0 ? rows : line;
    }

    /** How many lines. */
    int size() {
        return size;
    }

    /** The row on a line; -1 where a heading stands. */
    int rowOn(int line) {
        if (lines.length == 0) {
            return line;
        }
        int group = last(lines, line);
        return lines[group] == line ? -1 : firsts[group] + line - lines[group] - 1;
    }

    /** The line of a row; -1 while its group is folded, and of -1. */
    int lineOf(int row) {
        if (row < 0 || lines.length == 0) {
            return row;
        }
        int group = last(firsts, row);
        return folded[group] ? -1 : lines[group] + 1 + row - firsts[group];
    }

    /** The heading on a line. */
    Optional<Heading> on(int line) {
        int group = lines.length == 0 ? -1 : Arrays.binarySearch(lines, line);
        return group < 0 ? Optional.empty() : Optional.of(new Heading(groups.get(group), folded[group]));
    }

    /** The line of the heading that a line belongs to; -1 where there is none. */
    int above(int line) {
        return lines.length == 0 || line < 0 ? -1 : lines[last(lines, line)];
    }

    /** The line of a group's heading; -1 when there is no such group any more. */
    int lineOf(Grouped.Key key) {
        for (int i = 0; i < lines.length; i++) {
            if (groups.get(i).key().equals(key)) {
                return lines[i];
            }
        }
        return -1;
    }

    /** The group that a row belongs to. */
    Optional<Grouped.Key> groupOf(int row) {
        return row < 0 || lines.length == 0 ? Optional.empty() : Optional.of(groups.get(last(firsts, row)).key());
    }

    /** The last of those that begin at or before this one. */
    private static int last(int[] begins, int wanted) {
        int found = Arrays.binarySearch(begins, wanted);
        return found >= 0 ? found : -found - 2;
    }
}
