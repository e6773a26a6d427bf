package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ProblemException;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads chosen invoices in the order of the list, many at once: one by one they cost many times as much, and to hold all of
 * them until they are in it would take too much room. Leaves out those that the copy holds no longer, and counts them.
 */
public final class ChosenInvoices implements LineReports.Source {
    /** So many are held with their lines at a time. */
    private static final int AT_ONCE = 500;

    private final InvoiceReader reader;
    private final InvoiceSelection chosen;
    private final LineChoice lines;
    private final Map<ConnectionId, ConnectionProfile> profiles;
    private final Set<InvoiceKey> missing = new HashSet<>();

    /**
     * Of these invoices.
     *
     * @param lines those that are asked for; the invoices may have others, too
     */
    public ChosenInvoices(InvoiceReader reader, InvoiceSelection chosen, LineChoice lines) {
        this.reader = reader;
        this.chosen = chosen;
        this.lines = lines;
        profiles = new Chosen(chosen.read().connections()).byId();
    }

    /** The accounting dates of their connections' invoices: what is listed of an invoice does not have it. */
    @Blocking
    AccountingDates booked() throws ProblemException {
        var dates = new AccountingDates();
        for (ConnectionId id : profiles.keySet()) {
            dates.note(id, reader.accountingDates(id));
        }
        return dates;
    }

    @Override
    @Blocking
    public void each(InvoiceWriter writer) throws ProblemException {
        RowList rows = chosen.rows();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<ReviewRow> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            Map<InvoiceKey, Invoice> read = read(some);
            for (ReviewRow row : some) {
                InvoiceKey key = row.row().key();
                Invoice invoice = read.remove(key);
                if (invoice == null) {
                    missing.add(key);
                } else {
                    writer.write(Objects.requireNonNull(profiles.get(key.connection())), row.row(), invoice);
                }
            }
        }
    }

    private Map<InvoiceKey, Invoice> read(List<ReviewRow> rows) throws ProblemException {
        Map<ConnectionId, Set<Long>> wanted = new HashMap<>();
        for (ReviewRow row : rows) {
            InvoiceKey key = row.row().key();
            if (profiles.containsKey(key.connection())) {
                wanted.computeIfAbsent(key.connection(), any -> new HashSet<>()).add(key.id());
            }
        }
        var read = new HashMap<InvoiceKey, Invoice>();
        for (Map.Entry<ConnectionId, Set<Long>> one : wanted.entrySet()) {
            Consumer<Invoice> put = invoice -> read.put(new InvoiceKey(one.getKey(), invoice.id()), invoice);
            switch (lines) {
                case NONE -> reader.each(one.getKey(), one.getValue(), false, put);
                case SHOWN -> reader.eachShown(one.getKey(), one.getValue(), put);
                case JOURNAL_ITEMS -> reader.each(one.getKey(), one.getValue(), true, put);
            }
        }
        return read;
    }

    /** How many were left out so far. */
    int missing() {
        return missing.size();
    }
}
