package app.loupe.app;

import app.loupe.domain.Applied;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Counterpart;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Figures;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveLine;
import app.loupe.domain.NameSample;
import app.loupe.domain.Named;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Product;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.RecordKind;
import app.loupe.domain.WantedPayments;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Notes for those who keep the copy in memory what a run changed of it, as soon as it is stored. That the file is another one
 * because it was damaged, the store tells by itself.
 */
record NotedCopy(CopyRepository copy, CopyChanges changes) implements CopyRepository {
    private interface Write<T> {
        T run() throws ProblemException;
    }

    /** What failed may be stored in part: invoices are in several transactions, and a deletion is in two steps. */
    private <T> T write(ConnectionId id, Write<T> write) throws ProblemException {
        boolean done = false;
        try {
            T result = write.run();
            done = true;
            return result;
        } finally {
            if (!done) {
                changes.all(id);
            }
        }
    }

    @Override
    public Applied saveInvoices(ConnectionId id, List<Invoice> invoices) throws ProblemException {
        Applied applied = renaming(id, () -> copy.saveInvoices(id, invoices));
        if (applied.added() + applied.changed() > 0) {
            changes.invoices(id, invoices.stream().map(Invoice::id).collect(Collectors.toSet()));
        }
        return applied;
    }

    @Override
    public Applied savePartners(ConnectionId id, List<Partner> partners) throws ProblemException {
        Applied applied = renaming(id, () -> copy.savePartners(id, partners));
        if (applied.added() + applied.changed() > 0) {
            changes.partners(id, partners.stream().map(Partner::id).collect(Collectors.toSet()));
        }
        return applied;
    }

    @Override
    public int markRemoved(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException {
        int marked = write(id, () -> copy.markRemoved(id, invoiceIds, when));
        changes.invoices(id, invoiceIds);
        return marked;
    }

    @Override
    public int markInaccessible(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException {
        int marked = write(id, () -> copy.markInaccessible(id, invoiceIds, when));
        changes.invoices(id, invoiceIds);
        return marked;
    }

    @Override
    public Set<Long> inaccessible(ConnectionId id) throws ProblemException {
        return copy.inaccessible(id);
    }

    @Override
    public int delete(ConnectionId id, DeletionProgress progress) throws ProblemException {
        int invoices = write(id, () -> copy.delete(id, progress));
        changes.all(id);
        return invoices;
    }

    @Override
    public Set<ConnectionId> withdraw(Set<ConnectionId> ids) throws ProblemException {
        return copy.withdraw(ids);
    }

    @Override
    public Applied saveJournalItems(ConnectionId id, List<MoveLine> items) throws ProblemException {
        Applied applied = renaming(id, () -> copy.saveJournalItems(id, items));
        if (applied.added() + applied.changed() > 0) {
            changes.items(id, items.stream().map(MoveLine::id).collect(Collectors.toSet()));
        }
        return applied;
    }

    @Override
    public Applied saveProducts(ConnectionId id, List<Product> products) throws ProblemException {
        return renaming(id, () -> copy.saveProducts(id, products));
    }

    @Override
    public void savePayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException {
        copy.savePayments(id, payments);
    }

    @Override
    public void saveNotedPayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException {
        copy.saveNotedPayments(id, payments);
    }

    @Override
    public int dropJournalItems(ConnectionId id, Set<Long> ids) throws ProblemException {
        int dropped = write(id, () -> copy.dropJournalItems(id, ids));
        changes.items(id, ids);
        return dropped;
    }

    @Override
    public Map<Long, Instant> stamps(ConnectionId id, RecordKind kind) throws ProblemException {
        return copy.stamps(id, kind);
    }

    @Override
    public List<WantedPayments> paymentsWanted(ConnectionId id, boolean everything) throws ProblemException {
        return copy.paymentsWanted(id, everything);
    }

    @Override
    public void doubtPayments(ConnectionId id, Set<Long> invoices) throws ProblemException {
        copy.doubtPayments(id, invoices);
    }

    @Override
    public Map<Long, Figures> figures(ConnectionId id, Collection<Long> invoices) throws ProblemException {
        return copy.figures(id, invoices);
    }

    @Override
    public void doubt(ConnectionId id, Set<Long> invoices) throws ProblemException {
        copy.doubt(id, invoices);
    }

    @Override
    public void readAgain(ConnectionId id, RecordKind kind, Set<Long> records) throws ProblemException {
        copy.readAgain(id, kind, records);
    }

    @Override
    public void eachReconciled(ConnectionId id, Consumer<ReconciledItem> visitor) throws ProblemException {
        copy.eachReconciled(id, visitor);
    }

    @Override
    public Map<Long, Counterpart> counterparts(ConnectionId id, Set<Long> items) throws ProblemException {
        return copy.counterparts(id, items);
    }

    @Override
    public Map<Long, Set<Long>> draftLines(ConnectionId id) throws ProblemException {
        return copy.draftLines(id);
    }

    @Override
    public List<NameSample> names(ConnectionId id) throws ProblemException {
        return copy.names(id);
    }

    /** A page that shows another name gives it to rows all over the copy. */
    private Applied renaming(ConnectionId id, Write<Applied> page) throws ProblemException {
        Applied applied = write(id, page);
        if (applied.renamed() > 0) {
            changes.all(id);
        }
        return applied;
    }

    /** Rows all over the copy may show the name. */
    @Override
    public int rename(ConnectionId id, List<Named> names) throws ProblemException {
        int renamed = write(id, () -> copy.rename(id, names));
        if (renamed > 0) {
            changes.all(id);
        }
        return renamed;
    }

    @Override
    public void sampleAnew(ConnectionId id, List<Named> names) throws ProblemException {
        copy.sampleAnew(id, names);
    }

    @Override
    public Set<Long> referenced(ConnectionId id, RecordKind kind) throws ProblemException {
        return copy.referenced(id, kind);
    }

    @Override
    public Set<Long> companiesWithoutContact(ConnectionId id) throws ProblemException {
        return copy.companiesWithoutContact(id);
    }

    @Override
    public Optional<Instant> watermark(ConnectionId id) throws ProblemException {
        return copy.watermark(id);
    }

    @Override
    public Optional<Instant> listedAt(ConnectionId id) throws ProblemException {
        return copy.listedAt(id);
    }

    @Override
    public void publish(ConnectionId id, Instant watermark, @Nullable Instant listedAt) throws ProblemException {
        copy.publish(id, watermark, listedAt);
    }

    @Override
    public void widen(ConnectionId id) throws ProblemException {
        copy.widen(id);
    }

    @Override
    public void endUnpublished(ConnectionId id) throws ProblemException {
        copy.endUnpublished(id);
    }

    @Override
    public void flush() throws ProblemException {
        copy.flush();
    }
}
