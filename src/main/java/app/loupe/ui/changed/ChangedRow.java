package app.loupe.ui.changed;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ChangeKind;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveType;
import app.loupe.text.ChangeText;
import app.loupe.ui.common.GroupedRow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of the list. */
sealed interface ChangedRow extends GroupedRow {
    /** The heading of a group. */
    record Heading(ChangeKind.Group group, String title) implements ChangedRow {
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
            return other instanceof Heading that && group == that.group;
        }
    }

    /**
     * What changed at an invoice, in words.
     *
     * @param type of the invoice; null where the copy does not hold it
     * @param when the run that found it began to tell of it then
     */
    record Entry(ChangeEntry entry, String kind, String document, String partner, @Nullable MoveType type,
            List<ChangeText.Part> parts, String connection, String when) implements ChangedRow {
        InvoiceKey key() {
            return entry.key();
        }

        /** All that is said to have changed, on one line. */
        String said() {
            return parts.stream().map(ChangeText.Part::line).collect(Collectors.joining(" \u00b7 "));
        }

        @Override
        public String heading() {
            return "";
        }

        @Override
        public String spoken() {
            return String.join(", ", kind, document, partner,
                    parts.stream().map(ChangeText.Part::line).collect(Collectors.joining("; ")));
        }

        @Override
        public boolean isOfSame(GroupedRow other) {
            return other instanceof Entry that && entry.number() == that.entry.number() && key().equals(that.key());
        }
    }
}
