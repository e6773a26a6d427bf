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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Compares what one transaction is about to replace with what takes its place, and reports the changes before the commit;
 * a change that is reported twice after an interruption is kept once. A copy that was never complete, or has to be filled
 * again, reports nothing, because what comes into it is no change. Nor is an invoice reported, or what is found paid of it,
 * that comes but was written before the last complete listing: it was in Odoo then, and was not shown to this user, or not
 * to be kept.
 */
final class StoredChanges {
    /** Stands in place of the version for which payments were found at an invoice that is no news, until they are. */
    static final Instant NO_NEWS = Stamp.NEVER.plusSeconds(1);

    private final StatelessSession session;
    private final ConnectionId connection;
    private final ChangeSink sink;
    private final List<InvoiceChange> found = new ArrayList<>();
    private final InvoiceComparison comparison;
    private final Optional<WatermarkEntity> filled;
    private @Nullable Set<Long> unread;

    StoredChanges(StatelessSession session, ConnectionId connection, ChangeSink sink, Clock clock) {
        this.session = session;
        this.connection = connection;
        this.sink = sink;
        this.filled = new Watermarks(session, connection.value()).ofWholeCopy();
        this.comparison = new InvoiceComparison(filled.isPresent() ? run() : 0, clock.instant());
    }

    /**
     * Whether an invoice that is not in the copy is new in Odoo, too: it was written since the last complete listing, or
     * the last run named it as one that it could not read. What has no date may be new.
     */
    boolean isNews(Invoice invoice) {
        return filled.isEmpty() || !invoice.writeDate().isBefore(newsFrom(filled.get()))
                || invoice.writeDate().equals(Stamp.NEVER) || unread().contains(invoice.id());
    }

    /**
     * What was written from then on is news. Records are dated by the database and the listing by the answers, whose clock
     * may be another: so not later than what was written last by then.
     */
    private static Instant newsFrom(WatermarkEntity at) {
        Instant listed = Objects.requireNonNull(at.listedAt);
        boolean isDated = !Stamp.NEVER.equals(at.reached) && at.reached.isBefore(listed);
        return (isDated ? at.reached : listed).minus(Stamp.LONGEST_TRANSACTION);
    }

    /** The invoices that the last run named because they did not come. */
    private Set<Long> unread() {
        if (unread == null) {
            unread = last("r.report", String.class).map(ReportText::unreadInvoices).orElse(Set.of());
        }
        return unread;
    }

    private boolean isWidened() {
        return filled.filter(at -> Stamp.NEVER.equals(at.reached)).isPresent();
    }

    private int run() {
        return session.createSelectionQuery(
                "select coalesce(max(r.number), 0) from RunEntity r where r.connectionId = :c", Integer.class)
                .setParameter("c", connection.value()).getSingleResult();
    }

    /** Compares invoices that are about to be written with those under the same ids in the copy. */
    void invoices(Collection<Invoice> written) {
        if (filled.isEmpty() || written.isEmpty()) {
            return;
        }
        Map<Long, Stored> stored = stored(written.stream().map(Invoice::id).toList());
        for (Invoice invoice : written) {
            Stored before = stored.get(invoice.id());
            if (before == null && isNews(invoice)) {
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
        if (filled.isEmpty()) {
            return;
        }
        Map<Long, List<Payment>> before = paymentsOf(written.keySet());
        List<Long> different = written.entrySet().stream()
                .filter(one -> !one.getValue().equals(before.getOrDefault(one.getKey(), List.of())))
                .map(Map.Entry::getKey).toList();
        for (Known known : known(different)) {
            if (!arePaymentsOld(known, filled.get())) {
                found.addAll(comparison.payments(known.header(), before.getOrDefault(known.header().id(), List.of()),
                        written.getOrDefault(known.header().id(), List.of())));
            }
        }
    }

    /** Whether the first payments come of an invoice that was no news itself, or what paid an old one comes only now. */
    private boolean arePaymentsOld(Known known, WatermarkEntity at) {
        return (NO_NEWS.equals(known.paymentsAt()) || isWidened()) && known.written().isBefore(newsFrom(at));
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
        if (filled.isPresent()) {
            Kind kind = presence == Presence.REMOVED_IN_ODOO ? Kind.REMOVED : Kind.INACCESSIBLE;
            known(invoices).stream().filter(known -> !known.presence().equals(presence.name()))
                    .forEach(known -> found.add(comparison.departure(known.header(), kind)));
        }
    }

    /** What the copy says of an invoice. */
    private record Known(Header header, Instant written, @Nullable Instant paymentsAt, String presence) {
        static Known of(Object[] row) {
            return new Known(new Header((Long) row[0], Invoice.numberOf((String) row[1]), (Long) row[2]),
                    (Instant) row[3], (Instant) row[4], (String) row[5]);
        }
    }

    private List<Known> known(Collection<Long> invoices) {
        var known = new ArrayList<Known>();
        for (List<Long> chunk : CopyTransaction.chunks(invoices)) {
            session.createSelectionQuery("select i.id, i.name, coalesce(i.companyId, 0L), i.writeDate, i.paymentsAt, "
                    + "i.presence from InvoiceEntity i where i.connectionId = :c and i.id in (:ids) order by i.id",
                    Object[].class).setParameter("c", connection.value()).setParameter("ids", chunk).list()
                    .forEach(row -> known.add(Known.of(row)));
        }
        return known;
    }

    /**
     * When the last run began that came to its end, also with problems. Broken off runs do not count, because they may have reported what was never
     * committed, nor do runs that only fetched a file.
     */
    private Instant lastDone() {
        return last("r.started", Instant.class).orElse(Stamp.NEVER);
    }

    private <T> Optional<T> last(String what, Class<T> type) {
        return session.createSelectionQuery("select " + what + " from RunEntity r where r.connectionId = :c "
                + "and r.mode <> :alone and " + ReportText.IS_THROUGH + " order by r.number desc", type)
                .setParameter("c", connection.value()).setParameter("alone", SyncMode.ORIGINAL.name()).setMaxResults(1)
                .list().stream().findFirst();
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
