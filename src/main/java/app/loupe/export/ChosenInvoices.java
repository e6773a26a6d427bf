package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.review.ReviewRow;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads chosen invoices one by one, in the order of the list: to hold all of them until they are in it would take too much
 * room. Leaves out those that the copy holds no longer, and counts them.
 */
final class ChosenInvoices implements LineReports.Source {
    private final InvoiceReader reader;
    private final InvoiceSelection chosen;
    private final Map<ConnectionId, ConnectionProfile> profiles;
    private final Set<InvoiceKey> missing = new HashSet<>();

    ChosenInvoices(InvoiceReader reader, InvoiceSelection chosen) {
        this.reader = reader;
        this.chosen = chosen;
        profiles = chosen.read().connections().stream()
                .collect(Collectors.toUnmodifiableMap(ConnectionProfile::id, Function.identity()));
    }

    @Override
    @Blocking
    public void each(InvoiceWriter writer) throws ProblemException {
        for (ReviewRow row : chosen.rows()) {
            InvoiceKey key = row.row().key();
            Optional<Invoice> invoice = reader.invoice(key);
            ConnectionProfile profile = profiles.get(key.connection());
            if (invoice.isPresent() && profile != null) {
                writer.write(profile, row.row(), invoice.get());
            } else {
                missing.add(key);
            }
        }
    }

    /** How many were left out so far. */
    int missing() {
        return missing.size();
    }
}
