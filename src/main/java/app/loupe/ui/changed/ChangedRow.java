package app.loupe.ui.changed;

import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ChangeKind;
import app.loupe.domain.InvoiceKey;
import app.loupe.text.ChangeText;
import java.util.List;

/** One line of the list. */
sealed interface ChangedRow {
    /** The heading of a group. */
    record Heading(ChangeKind.Group group, String title) implements ChangedRow {}

    /**
     * What changed at an invoice, in words.
     *
     * @param when the run that found it began to tell of it then
     */
    record Entry(ChangeEntry entry, String kind, String document, String partner, List<ChangeText.Part> parts,
            String connection, String when) implements ChangedRow {
        InvoiceKey key() {
            return entry.key();
        }
    }
}
