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
 * The local copy as the sync writes it. A {@code save} writes records and their write dates in the same transaction, many
 * invoices in several transactions. These write dates are the cursor: a record is either there as a whole and known, or
 * not there. Repeating a page is harmless. Written by one thread per connection. Records of a connection that was deleted
 * meanwhile are refused with {@link ProblemCode#CONNECTION_UNKNOWN}: nothing that the owner deleted comes back.
 */
@Blocking
public interface CopyRepository {
    /**
     * Id and write date of all records of a kind in the copy. Invoices that were removed or are no longer accessible are
     * left out: when they are listed again they count as new, and {@link #saveInvoices} brings them back.
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

    /** Replaces the payments of these invoices, and notes for which write date of the invoice they hold. */
    void savePayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException;

    /**
     * The same for invoices for which that is {@linkplain WantedPayments#noted noted} already; the invoices themselves
     * stay as they are.
     */
    void saveNotedPayments(ConnectionId id, Map<Long, List<Payment>> payments) throws ProblemException;

    /**
     * Invoices whose payments were not found since they last changed: posted ones with money received, and any with
     * payments in the copy, which may have been taken back; newest first. In a copy that was never complete, also those
     * without a payment.
     *
     * @param everything also invoices whose payments were found since
     */
    List<WantedPayments> paymentsWanted(ConnectionId id, boolean everything) throws ProblemException;

    /** From now on the payments of these invoices do not count as found. */
    void doubtPayments(ConnectionId id, Set<Long> invoices) throws ProblemException;

    /** The figures of these invoices to compare, as the copy has them; invoices that are gone or not here are left out. */
    Map<Long, Figures> figures(ConnectionId id, Collection<Long> invoices) throws ProblemException;

    /**
     * Marks these invoices as never read: the next reading writes them, whatever was noted about the copy of them, and
     * their payments are found anew. If this run breaks off, the next one does it.
     */
    void doubt(ConnectionId id, Set<Long> invoices) throws ProblemException;

    /**
     * Removes the write dates of these records, so that every run reads them again until one succeeds; nothing else
     * changes.
     */
    void readAgain(ConnectionId id, RecordKind kind, Set<Long> records) throws ProblemException;

    /** Visits every reconciled item of the copy, in no order; the visitor must not call the copy. */
    void eachReconciled(ConnectionId id, Consumer<ReconciledItem> visitor) throws ProblemException;

    /** What payment boxes show of these items, by their ids; also for items of invoices. */
    Map<Long, Counterpart> counterparts(ConnectionId id, Set<Long> items) throws ProblemException;

    /** Line ids of the local drafts. */
    Map<Long, Set<Long>> draftLines(ConnectionId id) throws ProblemException;

    /** Every name that records of the copy show, each with one record that shows it. */
    List<NameSample> names(ConnectionId id) throws ProblemException;

    /** Gives these things their current names wherever they are shown; returns how many had another name. */
    int rename(ConnectionId id, List<Named> names) throws ProblemException;

    /** Finds another record that shows each of these names; a name that no record shows any more is forgotten. */
    void sampleAnew(ConnectionId id, List<Named> names) throws ProblemException;

    /** Ids of partners (or products) that invoices, lines or items refer to. */
    Set<Long> referenced(ConnectionId id, RecordKind kind) throws ProblemException;

    /** Ids of the companies of these books whose own partner ({@link Partner#ownCompany}) the copy does not have. */
    Set<Long> companiesWithoutContact(ConnectionId id) throws ProblemException;

    /** Marks invoices as removed in Odoo (the last copy stays); returns how many were not marked before. */
    int markRemoved(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException;

    /** Marks invoices as no longer accessible (rights changed; the last copy stays); returns how many were not before. */
    int markInaccessible(ConnectionId id, Set<Long> invoiceIds, Instant when) throws ProblemException;

    /** The invoices that are marked as no longer accessible. */
    Set<Long> inaccessible(ConnectionId id) throws ProblemException;

    /** Drops journal items that are gone. */
    int dropJournalItems(ConnectionId id, Set<Long> ids) throws ProblemException;

    /**
     * The greatest write date in the listing of the last complete run, or of the first run until that is complete.
     * Records written later may have to be read again even if the copy has the same write date. While more is to be kept
     * than before ({@link #widen}), it is {@link #listedAt}.
     */
    Optional<Instant> watermark(ConnectionId id) throws ProblemException;

    /** When the last complete run listed its invoices, or earlier ({@link #publish}); empty before there was one. */
    Optional<Instant> listedAt(ConnectionId id) throws ProblemException;

    /**
     * Sets the watermark (after a complete run, and once at the start of the first), and flushes everything to disk.
     *
     * @param listedAt the server's own clock at the listing, or this computer's where that is earlier; a moment before it
     *     when the server tells no clock; null when the run is not complete
     */
    void publish(ConnectionId id, Instant watermark, @Nullable Instant listedAt) throws ProblemException;

    /**
     * Ends a run without setting a watermark, because the next one has to look again. What is read in place of the tables
     * is brought up to date with them, as {@link #publish} does, so that it stays as small after many such runs as after
     * one; then everything is flushed. A run that is cut off, by the network or the owner, reaches neither method: its
     * changes wait for the next run that ends.
     */
    void endUnpublished(ConnectionId id) throws ProblemException;

    /**
     * From now on more of the same books is to be kept; a run brings it. Call it before the new first day is stored. Until a run
     * is complete, documents that were written before the last complete run count as no news although they come only now, and
     * the payments of all invoices are found anew, because what paid them may come too; the copy still begins with the former
     * day ({@link ConnectionProfile#heldFrom}), and nothing is known of how far it agrees with the books. Records that are here
     * still count as read. Durable.
     */
    void widen(ConnectionId id) throws ProblemException;

    /** Flushes everything, of every connection, to disk and brings the ledger up to date. */
    void flush() throws ProblemException;

    /**
     * Takes the profiles away of what never became a connection. The file is not rewritten, and nothing that is kept beside it
     * goes: nobody deleted anything. Durable.
     *
     * @return those of which there is more than a profile: of them nothing is taken
     */
    default Set<ConnectionId> withdraw(Set<ConnectionId> ids) throws ProblemException {
        return ids;
    }

    /** Like {@link #delete(ConnectionId, DeletionProgress)} where nobody waits for it. */
    default int delete(ConnectionId id) throws ProblemException {
        return delete(id, DeletionProgress.UNWATCHED);
    }

    /**
     * Deletes everything of a connection (invoices, lines, partners, products, logs, profile, watermark) and rewrites the
     * file so that nothing of it is left. The profile goes first, the rest with the rewriting: if that breaks off, no
     * profile leads to the rows, and the next call removes them.
     *
     * @return how many invoices were deleted
     */
    int delete(ConnectionId id, DeletionProgress progress) throws ProblemException;
}
