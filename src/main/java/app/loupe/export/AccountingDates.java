package app.loupe.export;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounting dates of the documents of a file: what is listed of a document does not have it. For one thread at a time. */
final class AccountingDates {
    private final Map<ConnectionId, Map<Long, LocalDate>> dates = new HashMap<>();

    /** Notes that of one document. */
    void note(ConnectionProfile connection, Invoice invoice) {
        LocalDate accounting = invoice.dates().accounting();
        if (accounting != null) {
            dates.computeIfAbsent(connection.id(), none -> new HashMap<>()).put(invoice.id(), accounting);
        }
    }

    /** Notes those of a connection, by the ids of its documents; these are held and not copied. */
    void note(ConnectionId connection, Map<Long, LocalDate> booked) {
        dates.put(connection, booked);
    }

    /** That of this document; null where it has none, and where none was noted. */
    @Nullable
    LocalDate of(InvoiceKey document) {
        return dates.getOrDefault(document.connection(), Map.of()).get(document.id());
    }
}
