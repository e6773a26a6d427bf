package app.loupe.store;

import app.loupe.domain.Applied;
import app.loupe.domain.ChangeSink;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Figures;
import app.loupe.domain.Counterpart;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import app.loupe.domain.NameKind;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import app.loupe.domain.WantedPayments;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The local copy in the invoice store, as the sync writes it. */
final class StoredCopy implements CopyRepository {
    /** Items of other entries among ids; not "is null", because H2 would use its index and walk all items of all entries. */
    private static final String ITEMS = " and coalesce(e.invoiceId, 0) = 0";

    /**
     * Invoices in one transaction. With twice as many, H2 would have more unsaved pages than it holds during a commit: it
     * would write all of them, make them final, and write them once more.
     */
    private static final int PART = 500;

    private final LedgeredSession session;
    private final ChangeSink sink;
    private final Clock clock;

    /** A copy that reports what changes, dated by this clock. */
    StoredCopy(LedgeredSession session, ChangeSink sink, Clock clock) {
        this.session = session;
        this.sink = sink;
        this.clock = clock;
    }

    private interface Telling<T> {
        T with(StatelessSession session, LedgeredSession.Delta delta, StoredChanges changes);
    }

    /** A write of a run whose changes are reported before the commit; if they cannot be kept, nothing is written. */
    private <T> T telling(ConnectionId id, Telling<T> work) throws ProblemException {
        try {
            return session.writeOfRun(id, (s, delta) -> {
                var changes = new StoredChanges(s, id, sink, clock);
                T result = work.with(s, delta, changes);
                changes.tell();
                return result;
            });
        } catch (StoredChanges.NotToldException refused) {
            throw refused.problem();
        }
    }

    @Override
    public Map<Long, Instant> stamps(ConnectionId id, RecordKind kind) throws ProblemException {
        return session.read(s -> {
            var stamps = new HashMap<Long, Instant>();
            var states = new StateRows(s, id.value());
            switch (kind) {
                case INVOICE -> states.eachInvoice(state -> stamps.put(state.id(), state.written()));
                case JOURNAL_ITEM -> states.eachItem(stamps::put);
                case PARTNER, PRODUCT -> s
                        .createSelectionQuery("select e.id, e.writeDate from " + CountedRows.of(kind).query()
                                + " e where e.connectionId = :c", Object[].class)
                        .setParameter("c", id.value()).list()
                        .forEach(row -> stamps.put((Long) row[0], (Instant) row[1]));
            }
            return stamps;
        });
    }

    @Override
    public Applied saveInvoices(ConnectionId id, List<Invoice> invoices) throws ProblemException {
        Applied applied = Applied.NONE;
        for (List<Invoice> part : CopyTransaction.chunks(invoices, PART)) {
            applied = applied.plus(telling(id,
                    (s, delta, changes) -> new InvoicePage(s, id.value(), delta, changes).save(part)));
        }
        return applied;
    }

    @Override
    public Applied saveJournalItems(ConnectionId id, List<MoveLine> items) throws ProblemException {
        if (items.isEmpty()) {
            return Applied.NONE;
        }
        return session.writeOfRun(id, (s, delta) -> {
            var copy = new CopyTransaction(s, id.value(), delta);
            new MovedLines(s, id.value(), copy).toEntries(items.stream().map(MoveLine::id).toList());
            Applied applied = new RecordPage<MoveLine>(CountedRows.ITEMS, ITEMS, MoveLine::id, MoveLine::writeDate,
                    (item, hash) -> LineMapper.row(id.value(), null, item, hash))
                    .save(copy, new ShownNames(s, id.value()), items);
            if (applied.added() == items.size()) {
                new FirstColumns(s, id.value(), delta).keepEntries(items);
            }
            return applied;
        });
    }

    @Override
    public Applied savePartners(ConnectionId id, List<Partner> partners) throws ProblemException {
        return save(id, new RecordPage<>(CountedRows.PARTNERS, "", Partner::id, Partner::writeDate,
                (partner, hash) -> MasterMapper.row(id.value(), partner, hash)), partners);
    }

    @Override
    public Applied saveProducts(ConnectionId id, List<Product> products) throws ProblemException {
        return save(id, new RecordPage<>(CountedRows.PRODUCTS, "", Product::id, Product::writeDate,
                (product, hash) -> MasterMapper.row(id.value(), product, hash)), products);
    }

    private <T extends Record> Applied save(ConnectionId id, RecordPage<T> page, List<T> records)
            throws ProblemException {
        return records.isEmpty()
                ? Applied.NONE
                : session.writeOfRun(id,
                        (s, delta) -> page.save(new CopyTransaction(s, id.value(), delta),
                                new ShownNames(s, id.value()), records));
    }

    @Override
    public void savePayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException {
        savePayments(id, payments, false);
    }

    @Override
    public void saveNotedPayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException {
        savePayments(id, payments, true);
    }

    private void savePayments(ConnectionId id, Map<Long, List<Payment>> payments, boolean noted)
            throws ProblemException {
        telling(id, (s, delta, changes) -> {
            changes.payments(payments);
            int written = new PaymentPage(s, id.value(), delta).save(payments);
            if (!noted) {
                new CopyTransaction(s, id.value(), delta).foundPayments(payments.keySet());
            }
            return written;
        });
    }

    @Override
    public List<WantedPayments> paymentsWanted(ConnectionId id, boolean everything) throws ProblemException {
        return session.read(s -> new WantedRows(s, id.value()).all(everything));
    }

    @Override
    public void doubtPayments(ConnectionId id, Set<Long> invoices) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> new CopyTransaction(s, id.value(), delta).doubtPayments(invoices));
    }

    @Override
    public Map<Long, Figures> figures(ConnectionId id, Collection<Long> invoices) throws ProblemException {
        return session.read(s -> new FigureRows(s, id.value()).of(invoices));
    }

    @Override
    public void doubt(ConnectionId id, Set<Long> invoices) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> {
            var copy = new CopyTransaction(s, id.value(), delta);
            copy.readAgain(invoices);
            return copy.doubtPayments(invoices);
        });
    }

    @Override
    public void readAgain(ConnectionId id, RecordKind kind, Set<Long> records) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> {
            new CopyTransaction(s, id.value(), delta).touch(CountedRows.of(kind),
                    records.stream().collect(Collectors.toMap(Function.identity(), any -> Stamp.NEVER)));
            return records.size();
        });
    }

    @Override
    public void eachReconciled(ConnectionId id, Consumer<ReconciledItem> visitor) throws ProblemException {
        session.give(visitor, (s, taker) -> new ReconciledRows(s, id.value()).each(taker));
    }

    @Override
    public Map<Long, Counterpart> counterparts(ConnectionId id, Set<Long> items) throws ProblemException {
        return session.read(s -> new ReconciledRows(s, id.value()).counterparts(items));
    }

    @Override
    public Map<Long, Set<Long>> draftLines(ConnectionId id) throws ProblemException {
        return session.read(s -> new DraftRows(s, id.value()).lines());
    }

    /** {@inheritDoc} Names that nothing refers to any more are among them until the next full run begins. */
    @Override
    public List<NameSample> names(ConnectionId id) throws ProblemException {
        return session.read(s -> new ShownNames(s, id.value()).all());
    }

    @Override
    public int rename(ConnectionId id, List<Named> names) throws ProblemException {
        return session.writeOfRun(id, (s, delta) -> {
            var shown = new ShownNames(s, id.value());
            var copy = new CopyTransaction(s, id.value(), delta);
            return names.stream().mapToInt(named -> shown.rename(copy, named)).sum();
        });
    }

    @Override
    public void sampleAnew(ConnectionId id, List<Named> names) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> {
            new ShownNames(s, id.value()).sampleAnew(names);
            return names.size();
        });
    }

    @Override
    public Set<Long> referenced(ConnectionId id, RecordKind kind) throws ProblemException {
        return switch (kind) {
            case PARTNER -> session.read(s -> new ShownNames(s, id.value()).parties(NameKind.PARTNER));
            case PRODUCT -> session.read(s -> new ShownNames(s, id.value()).parties(NameKind.PRODUCT));
            case INVOICE, JOURNAL_ITEM -> Set.of();
        };
    }

    @Override
    public Set<Long> companiesWithoutContact(ConnectionId id) throws ProblemException {
        return session.read(s -> new HashSet<>(s.createSelectionQuery("""
                select n.id from ShownNameEntity n where n.connectionId = :c and n.kind = :company and not exists
                  (select 1 from PartnerEntity p where p.connectionId = :c and p.ownCompanyId = n.id)""", Long.class)
                .setParameter("c", id.value()).setParameter("company", NameKind.COMPANY.name()).list()));
    }

    @Override
    public int markRemoved(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException {
        return mark(id, invoiceIds, Presence.REMOVED_IN_ODOO, when);
    }

    @Override
    public int markInaccessible(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException {
        return mark(id, invoiceIds, Presence.NO_LONGER_ACCESSIBLE, when);
    }

    @Override
    public Set<Long> inaccessible(ConnectionId id) throws ProblemException {
        return session.read(s -> Set.copyOf(s
                .createSelectionQuery(
                        "select i.id from InvoiceEntity i where i.connectionId = :c and i.presence = :presence",
                        Long.class)
                .setParameter("c", id.value()).setParameter("presence", Presence.NO_LONGER_ACCESSIBLE.name()).list()));
    }

    private int mark(ConnectionId id, Set<Long> ids, Presence presence, Instant when) throws ProblemException {
        return telling(id, (s, delta, changes) -> {
            changes.marks(ids, presence);
            return new CopyTransaction(s, id.value(), delta).mark(ids, presence, when);
        });
    }

    @Override
    public int dropJournalItems(ConnectionId id, Set<Long> ids) throws ProblemException {
        return session.writeOfRun(id, (s, delta) -> {
            var copy = new CopyTransaction(s, id.value(), delta);
            Set<Long> items = copy.known(CountedRows.ITEMS, ITEMS, ids).keySet();
            return copy.remove(CountedRows.ITEMS, CopyTransaction.By.ID, items);
        });
    }

    @Override
    public Optional<Instant> watermark(ConnectionId id) throws ProblemException {
        return session.read(s -> new Watermarks(s, id.value()).reached());
    }

    @Override
    public Optional<Instant> listedAt(ConnectionId id) throws ProblemException {
        return session.read(s -> new Watermarks(s, id.value()).listedAt());
    }

    @Override
    public void publish(ConnectionId id, Instant watermark, @Nullable Instant listedAt) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> {
            if (listedAt != null && new FirstFilling(s, id.value()).isUnderWay()) {
                StoreSession.sensible(() -> new SegmentWriter(s, id.value()).arrange());
            }
            new Watermarks(s, id.value()).set(watermark, listedAt);
            return true;
        });
        if (listedAt != null) {
            // the run is at its end
            session.writeOfRun(id, (s, delta) -> StoreSession.sensible(() -> new SegmentWriter(s, id.value()).write()));
        }
        session.flush();
    }

    @Override
    public void endUnpublished(ConnectionId id) throws ProblemException {
        session.writeOfRun(id, (s, delta) -> {
            boolean overlaps = new FirstFilling(s, id.value()).isUnderWay();
            return StoreSession.sensible(() -> overlaps
                    ? new SegmentWriter(s, id.value()).writeOverlapping(Holdings.of(s, id.value()).counts())
                    : new SegmentWriter(s, id.value()).write());
        });
        session.flush();
    }

    @Override
    public void widen(ConnectionId id) throws ProblemException {
        session.write(id, (s, delta) -> {
            new ColumnSegments(s, id.value()).clear();
            s.createMutationQuery("update InvoiceEntity i set i.paymentsAt = null where i.connectionId = :c")
                    .setParameter("c", id.value()).executeUpdate();
            // what was compared is not all that is to be here
            s.createMutationQuery("update VerificationEntity v set v.ended = null, v.invoices = 0, v.verified = 0, "
                    + "v.repaired = 0 where v.connectionId = :c").setParameter("c", id.value()).executeUpdate();
            return new Watermarks(s, id.value()).takeBack(s
                    .createSelectionQuery("from ProfileEntity p where p.connectionId = :c", ProfileEntity.class)
                    .setParameter("c", id.value()).getSingleResult().since);
        });
        session.flush();
    }

    @Override
    public void flush() throws ProblemException {
        session.flush();
    }

    @Override
    public Set<ConnectionId> withdraw(Set<ConnectionId> ids) throws ProblemException {
        var stay = new HashSet<ConnectionId>();
        for (ConnectionId id : ids) {
            if (!session.writeUnasked(id, (s, delta) -> StoredProfiles.isWithdrawn(s, id))) {
                stay.add(id);
            }
        }
        session.flush();
        return stay;
    }

    @Override
    public int delete(ConnectionId id, DeletionProgress progress) throws ProblemException {
        return session.forget(id, progress);
    }
}
