package app.loupe.ui.export;

import app.loupe.export.ExportForm;
import app.loupe.ui.common.ExportOffer;
import java.util.List;

/**
 * One thing that can be taken away, as the dialog offers it.
 *
 * @param id of its button
 * @param invoices how many it has; 0 where that is not known before
 */
record What(Kind kind, String id, String name, String holds, List<ExportForm> forms, long invoices) {
    /** Of which time it is. */
    enum Kind {
        /** What is shown. */
        SHOWN,
        /** A month, for the accountant. */
        PACK,
        /** Some days, to be kept. */
        ARCHIVE
    }

    /** What a screen offers. */
    static What shown(ExportOffer.Part part) {
        return new What(Kind.SHOWN, part.id(), part.name(), part.holds(), part.takeaway().forms(), part.invoices());
    }

    /** What every screen offers: many files. */
    static What parcel(Kind kind, String id, String name, String holds) {
        return new What(kind, id, name, holds, List.of(ExportForm.ZIP, ExportForm.FOLDER), 0);
    }
}
