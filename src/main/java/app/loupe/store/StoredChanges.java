package app.loupe.store;

import app.loupe.domain.ChangeSink;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceComparison;
import app.loupe.domain.InvoiceComparison.Header;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import app.loupe.domain.SyncMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;

/**
 * Compares what one transaction is about to replace with what takes its place, and reports the changes before the commit;
 * a change that is reported twice after an interruption is kept once. A copy that was never complete, or has to be filled
 * again, reports nothing, because what comes into it is no change. While more of the books is to come than was kept,
 * documents written before the last complete listing were only not kept until then, and are not reported either.
 */
final class StoredChanges {
    /** Longer than the longest transaction of a server, which dates its records with the time of its beginning. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private final StatelessSession session;
    private final ConnectionId connection;
    private final ChangeSink sink;
    private final List<InvoiceChange> found = new ArrayList<>();
    private final InvoiceComparison comparison;
    private final boolean isOn;
    /** Records written before this are no news, however they come. */
    private final Instant newsFrom;

    StoredChanges(StatelessSession session, ConnectionId connection, ChangeSink sink, Clock clock) {
        this.session = session;
        this.connection = connection;
        this.sink = sink;
        Optional<WatermarkEntity> filled = new Watermarks(session, connection.value()).ofWholeCopy();
        this.isOn = filled.isPresent();
        this.newsFrom = filled.map(StoredChanges::newsFrom).orElse(Stamp.NEVER);
        this.comparison = new InvoiceComparison(isOn ? run() : 0, clock.instant());
    }

    private static Instant newsFrom(WatermarkEntity filled) {
        return Stamp.NEVER.equals(filled.reached) && filled.listedAt != null
                ? filled.listedAt.minus(LATE)
                : Stamp.NEVER;
    }

    private int run() {
        return session.createSelectionQuery(
                "select coalesce(max(r.number), 0) from RunEntity r where r.connectionId = :c", Integer.class)
                .setParameter("c", connection.value()).getSingleResult();
    }

    /** Compares invoices that are about to be written with those under the same ids in the copy. */
    void invoices(Collection<Invoice> written) {
        if (!isOn || written.isEmpty()) {
            return;
        }
        Map<Long, Stored> stored = stored(written.stream().map(Invoice::id).toList());
        for (Invoice invoice : written) {
            Stored before = stored.get(invoice.id());
            if (before == null && !invoice.writeDate().isBefore(newsFrom)) {
                found.add(comparison.arrival(invoice, Kind.NEW));
            }
            if (before != null) {
                if (!before.present()) {
                    found.add(comparison.arrival(invoice, Kind.BACK));
                }
                comparison.between(before.invoice(), invoice).stream().filter(before::isTold).forEach(found::add);
            }
        }
    }

    /** @param whole whether this version of the program wrote it; another version may not have asked for some fields */
    private record Stored(Invoice invoice, boolean present, boolean whole) {
        /** Whether a change is reported; a bank account that was not asked for until now is no change. */
        boolean isTold(InvoiceChange change) {
            return whole || change.field() != InvoiceField.BANK_ACCOUNT || invoice.booking().bankAccount() != null;
        }
    }

    private Map<Long, Stored> stored(List<Long> ids) {
        var invoices = new StoredInvoices(session, connection.value());
        List<InvoiceEntity> rows = invoices.rows(ids);
        List<Invoice> whole = invoices.whole(rows);
        var stored = new HashMap<Long, Stored>();
        var hashing = new ContentHashing();
        for (int i = 0; i < rows.size(); i++) {
            InvoiceEntity row = rows.get(i);
            stored.put(row.id, new Stored(whole.get(i), Presence.PRESENT.name().equals(row.presence),
                    hashing.whole(whole.get(i)).summand() == row.rowHash));
        }
        return stored;
    }

    /** Compares payments that are about to become those of their invoices. */
    void payments(Map<Long, List<Payment>> written) {
        if (!isOn) {
            return;
        }
        Map<Long, List<Payment>> before = paymentsOf(written.keySet());
        List<Long> different = written.entrySet().stream()
                .filter(one -> !one.getValue().equals(before.getOrDefault(one.getKey(), List.of())))
                .map(Map.Entry::getKey).toList();
        headers(different, "", newsFrom).forEach(invoice -> found.addAll(comparison.payments(invoice,
                before.getOrDefault(invoice.id(), List.of()), written.getOrDefault(invoice.id(), List.of()))));
    }

    private Map<Long, List<Payment>> paymentsOf(Collection<Long> invoices) {
        var payments = new HashMap<Long, List<Payment>>();
        var decimals = new Decimals();
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            session.createSelectionQuery("from PaymentEntity p where p.connectionId = :c and p.invoiceId in (:ids) "
                    + "order by p.invoiceId, p.position", PaymentEntity.class)
                    .setParameter("c", connection.value()).setParameter("ids", chunk).list()
                    .forEach(row -> payments.computeIfAbsent(row.invoiceId, none -> new ArrayList<>())
                            .add(PaymentMapper.payment(row, "", decimals)));
        }
        return payments;
    }

    /** Notes invoices that are about to be marked; those that have the mark already are no change. */
    void marks(Collection<Long> invoices, Presence presence) {
        if (isOn) {
            Kind kind = presence == Presence.REMOVED_IN_ODOO ? Kind.REMOVED : Kind.INACCESSIBLE;
            headers(invoices, " and i.presence <> '" + presence.name() + "'", Stamp.NEVER)
                    .forEach(invoice -> found.add(comparison.departure(invoice, kind)));
        }
    }

    private List<Header> headers(Collection<Long> invoices, String condition, Instant writtenFrom) {
        var headers = new ArrayList<Header>();
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            session.createSelectionQuery("select i.id, i.name, coalesce(i.companyId, 0L) from InvoiceEntity i "
                    + "where i.connectionId = :c and i.id in (:ids) and i.writeDate >= :from" + condition
                    + " order by i.id", Object[].class).setParameter("c", connection.value())
                    .setParameter("ids", chunk).setParameter("from", writtenFrom).list()
                    .forEach(row -> headers.add(
                            new Header((Long) row[0], Invoice.numberOf((String) row[1]), (Long) row[2])));
        }
        return headers;
    }

    /**
     * When the last run began that came to its end, also with problems. Broken off runs do not count, because they may have reported what was never
     * committed, nor do runs that only fetched a file.
     */
    private Instant lastDone() {
        return session.createSelectionQuery("select r.started from RunEntity r where r.connectionId = :c "
                + "and r.mode <> :alone and " + ReportText.IS_THROUGH + " order by r.number desc", Instant.class)
                .setParameter("c", connection.value()).setParameter("alone", SyncMode.ORIGINAL.name()).setMaxResults(1)
                .list().stream().findFirst().orElse(Stamp.NEVER);
    }

    /** Reports the changes; call last, before the commit. */
    void tell() {
        if (!found.isEmpty()) {
            try {
                sink.note(connection, lastDone(), found);
            } catch (ProblemException refused) {
                throw new NotToldException(refused);
            }
        }
    }

    /** The transaction must not be committed: its changes were not kept. */
    static final class NotToldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ProblemException problem;

        NotToldException(ProblemException problem) {
            super(problem);
            this.problem = problem;
        }

        ProblemException problem() {
            return problem;
        }
    }
}
