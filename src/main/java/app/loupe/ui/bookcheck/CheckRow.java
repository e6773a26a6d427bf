package app.loupe.ui.bookcheck;

import app.loupe.bookcheck.Finding;
import app.loupe.bookcheck.FindingKind;

/** One line of the list. */
sealed interface CheckRow {
    /** The heading of a kind, with how many there are of it. */
    record Heading(FindingKind kind, String title) implements CheckRow {}

    /**
     * A finding in words.
     *
     * @param known whether it is shown although it is known
     */
    record Entry(Finding finding, boolean known, String weight, String documents, String said, String advice,
            String connection) implements CheckRow {}
}
