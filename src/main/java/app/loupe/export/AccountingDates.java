package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounting dates of the documents of a file: what is listed of a document does not have it, so that it is noted of each
 * when it is read with its lines. For one thread at a time.
 */
final class AccountingDates implements InvoiceWriter {
    private final Map<InvoiceKey, LocalDate> dates = new HashMap<>();

    /** Notes that of one document. */
    void note(ConnectionProfile connection, Invoice invoice) {
        LocalDate accounting = invoice.dates().accounting();
        if (accounting != null) {
            dates.put(new InvoiceKey(connection.id(), invoice.id()), accounting);
        }
    }

    @Override
    public void write(ConnectionProfile connection, InvoiceRow row, Invoice invoice) {
        note(connection, invoice);
    }

    /** That of this document; null where it has none, and where it was not read. */
    @Nullable
    LocalDate of(InvoiceKey document) {
        return dates.get(document);
    }
}
