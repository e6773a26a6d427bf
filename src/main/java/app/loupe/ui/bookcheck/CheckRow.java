package app.loupe.ui.bookcheck;

import app.loupe.bookcheck.Finding;
import app.loupe.bookcheck.FindingKind;
import app.loupe.ui.common.GroupedRow;

/** One line of the list. */
sealed interface CheckRow extends GroupedRow {
    /** The heading of a kind, with how many there are of it. */
    record Heading(FindingKind kind, String title) implements CheckRow {
        @Override
        public String heading() {
            return title;
        }

        @Override
        public String spoken() {
            return title;
        }

        @Override
        public boolean isOfSame(GroupedRow other) {
            return other instanceof Heading that && kind == that.kind;
        }
    }

    /**
     * A finding in words.
     *
     * @param known whether it is shown although it is known
     */
    record Entry(Finding finding, boolean known, String weight, String documents, String said, String advice,
            String connection) implements CheckRow {
        @Override
        public String heading() {
            return "";
        }

        @Override
        public String spoken() {
            return String.join(", ", weight, documents, said);
        }

        @Override
        public boolean isOfSame(GroupedRow other) {
            return other instanceof Entry that && finding.key().equals(that.finding.key())
                    && finding.connection().equals(that.finding.connection());
        }
    }
}
