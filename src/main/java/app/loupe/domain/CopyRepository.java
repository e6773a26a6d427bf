package app.loupe.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The local copy as the sync writes it. A {@code save} holds records and their write dates together in one transaction, that
 * of many invoices in several: these write dates are the cursor, so that a record is either wholly there and known, or not
 * there. Repeating a page is harmless. Written by one thread per connection. What arrives for a connection that was deleted
 * meanwhile is refused with {@link ProblemCode#CONNECTION_UNKNOWN}: nothing comes back that the owner deleted.
 */
@Blocking
public interface CopyRepository {
    /**
     * Id and write date of everything the copy holds of a kind, removed and no longer accessible invoices left out: when
     * they are listed again they are new and {@link #saveInvoices} brings them back.
     */
    Map<Long, Instant> stamps(ConnectionId id, RecordKind kind) throws ProblemException;

    /** Upserts invoices and replaces their lines; an invoice that was removed before comes back. */
    Applied saveInvoices(ConnectionId id, List<Invoice> invoices) throws ProblemException;

    /** Upserts journal items of other entries. */
    Applied saveJournalItems(ConnectionId id, List<MoveLine> items) throws ProblemException;

    /** Upserts partners. */
    Applied savePartners(ConnectionId id, List<Partner> partners) throws ProblemException;

    /** Upserts products. */
    Applied saveProducts(ConnectionId id, List<Product> products) throws ProblemException;

    /** Makes these the payments of the invoices and notes for which write date they are right. */
    void savePayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException;

    /** The same of invoices of which that is {@linkplain WantedPayments#noted noted}: they themselves stay as they are. */
    void saveNotedPayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException;

    /**
     * Invoices whose payments were not found since they last changed: posted ones with money received, and any with
     * payments in the copy, which may have been taken back; newest first. Of a copy that was never whole also those of which
     * it has no payment.
     *
     * @param everything also those whose payments were found since
     */
    List<WantedPayments> paymentsWanted(ConnectionId id, boolean everything) throws ProblemException;

    /** From now on the payments of these invoices do not count as found. */
    void doubtPayments(ConnectionId id, Set<Long> invoices) throws ProblemException;

    /** What is compared of these invoices, as the copy has them; those that are gone or not here are left out. */
    Map<Long, Figures> figures(ConnectionId id, Collection<Long> invoices) throws ProblemException;

    /**
     * Marks these invoices as never read: they are written as they are read the next time, whatever was noted about what
     * the copy holds of them, and their payments are found anew. A run that breaks off leaves that to the next one.
     */
    void doubt(ConnectionId id, Set<Long> invoices) throws ProblemException;

    /** Takes their write dates from these records, so that every run reads them again until they were; nothing else changes. */
    void readAgain(ConnectionId id, RecordKind kind, Set<Long> records) throws ProblemException;

    /** Gives every reconciled item of the copy, in no order; the visitor must not call the copy. */
    void eachReconciled(ConnectionId id, Consumer<ReconciledItem> visitor) throws ProblemException;

    /** What payment boxes say of these items, by their ids; those of invoices too. */
    Map<Long, Counterpart> counterparts(ConnectionId id, Set<Long> items) throws ProblemException;

    /** Line ids of the local drafts. */
    Map<Long, Set<Long>> draftLines(ConnectionId id) throws ProblemException;

    /** Every name that rows of the copy show, with one record that shows it. */
    List<NameSample> names(ConnectionId id) throws ProblemException;

    /** Gives these things their names of now wherever they are shown; returns how many things were called otherwise. */
    int rename(ConnectionId id, List<Named> names) throws ProblemException;

    /** Looks for another record that shows each of these; what none shows any more is forgotten. */
    void sampleAnew(ConnectionId id, List<Named> names) throws ProblemException;

    /** Ids of partners (or products) that invoices, lines or items refer to. */
    Set<Long> referenced(ConnectionId id, RecordKind kind) throws ProblemException;

    /** Ids of the companies of these books that no partner of the copy {@linkplain Partner#ownCompany is}. */
    Set<Long> companiesWithoutContact(ConnectionId id) throws ProblemException;

    /** Marks invoices as removed in Odoo (the last copy stays); returns how many were not marked before. */
    int markRemoved(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException;

    /** Marks invoices as no longer accessible (rights changed; the last copy stays); returns how many were not before. */
    int markInaccessible(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException;

    /** Drops journal items that are gone. */
    int dropJournalItems(ConnectionId id, Set<Long> ids) throws ProblemException;

    /**
     * The greatest write date seen in the listing of the last complete run, or of the first run while that is not
     * complete: whatever changed later may have to be read again, although its write date is the local one. While more is to
     * be kept than was ({@link #widen}), it is {@link #listedAt}.
     */
    Optional<Instant> watermark(ConnectionId id) throws ProblemException;

    /** When the last complete run listed its invoices, or earlier ({@link #publish}); empty before there was one. */
    Optional<Instant> listedAt(ConnectionId id) throws ProblemException;

    /**
     * Sets the watermark (after a complete run, and once at the start of the first), and flushes everything to disk.
     *
     * @param listedAt the server's own clock at the listing, or this computer's where that is earlier; a moment that was
     *     before it where the server tells no clock; null when the run is not complete
     */
    void publish(ConnectionId id, Instant watermark, @Nullable Instant listedAt) throws ProblemException;

    /**
     * Ends a run after which the next one has to look again: no watermark is set. What is read in place of the tables is brought up
     * to them as {@link #publish} does, so that any number of such runs keeps it as small as one; then everything is flushed. A run
     * that is cut off before its end, by the network or the owner, comes to neither: what it changed waits for the next that ends.
     */
    void endUnpublished(ConnectionId id) throws ProblemException;

    /**
     * More of the same books is to be kept from now on, and a run is to bring it. Until one is complete, what was written
     * before the last complete one is no news although it comes now, and the payments of all invoices are found anew,
     * because what paid them may come, too. What is here goes on counting as read. Durable.
     */
    void widen(ConnectionId id) throws ProblemException;

    /** Flushes everything, of every connection, to disk and brings the ledger up to date. */
    void flush() throws ProblemException;

    /** Like {@link #delete(ConnectionId, DeletionProgress)} where nobody waits for it. */
    default int delete(ConnectionId id) throws ProblemException {
        return delete(id, DeletionProgress.UNWATCHED);
    }

    /**
     * Deletes everything of a connection (invoices, lines, partners, products, logs, profile, watermark) and rewrites
     * the file so that nothing of it is left. The profile goes first, all the rest with the file: where it breaks off, no
     * profile leads to the rows, and the next call takes them away.
     *
     * @return how many invoices went
     */
    int delete(ConnectionId id, DeletionProgress progress) throws ProblemException;
}
