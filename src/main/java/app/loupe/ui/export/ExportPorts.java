package app.loupe.ui.export;

import app.loupe.domain.ChangeHistory;
import app.loupe.domain.InvoiceReader;
import app.loupe.review.Shelf;
import app.loupe.ui.common.FileChooserPort;

/**
 * What the export dialog asks others for.
 *
 * @param reader for what packs and archives hold
 * @param shelf the books, shared with whoever shows them
 * @param changes for what changed in a month
 * @param files asks for a place
 */
public record ExportPorts(InvoiceReader reader, Shelf shelf, ChangeHistory changes, FileChooserPort files,
        ExportPlaces places, ArchivePhrases phrases) {}
