package app.loupe.app;

import app.loupe.app.commands.RowSelection;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OwnerNotes;
import app.loupe.review.Shelf;
import java.time.Clock;

/** Lets tests of other packages use the command line's own selection. */
public final class Selections {
    private Selections() {}

    /** The selection over a copy. */
    public static RowSelection over(InvoiceReader reader, OwnerNotes notes, Clock clock) {
        return over(new Shelf(reader, new CopyChanges()), notes, clock);
    }

    /** The same over these books. */
    public static RowSelection over(Shelf books, OwnerNotes notes, Clock clock) {
        return new QuerySelection(books, notes, clock);
    }
}
