package app.loupe.ui.common;

/** One line of a {@link GroupedTable}: the heading of a group, or an entry of it. Equal lines say the same. */
public interface GroupedRow {
    /** The words of a heading; empty on an entry. */
    String heading();

    /** The whole line, for those who do not see it. */
    String spoken();

    /** Whether the other line is about the same, whatever it says now. */
    boolean isOfSame(GroupedRow other);
}
