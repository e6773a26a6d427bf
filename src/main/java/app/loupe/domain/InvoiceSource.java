package app.loupe.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One open reading session with somebody's books, for the time of one run: an Odoo server or the sample company. There is
 * no method that writes. A list of ids given to a method holds at most {@link #MAX_IDS}; every call obeys the cancel
 * token that the session was opened with. Failures carry the problem to show; {@link SourceBusyException} means: ask for
 * less, or later.
 */
@Blocking
public interface InvoiceSource extends AutoCloseable {
    /** Most ids in one call: the page size that measured best. */
    int MAX_IDS = 1_000;

    /** What the server says of itself: "14.0", "19.0". */
    String serverVersion();

    /** The server's own clock at its last answer, whole seconds; empty when it does not tell. */
    Optional<Instant> serverTime();

    /** Problems found on the way that stopped nothing, such as fields that this server does not have. */
    List<Problem> notices();

    /**
     * The next part of the complete listing, ids ascending.
     *
     * @param kind {@link RecordKind#INVOICE} (every type but "entry") or {@link RecordKind#JOURNAL_ITEM} (receivable and
     *     payable items of entries that are no invoices, cancelled ones left out)
     * @param since only documents from this date on, and those without a date; null for all
     * @param afterId the last id of the part before; 0 for the first
     * @return fewer than {@code limit} only at the end
     */
    List<Stamp> list(RecordKind kind, @Nullable LocalDate since, long afterId, int limit) throws ProblemException;

    /**
     * Tells what will most likely be asked for after the next call for records of this kind, so that the source may fetch
     * it while the answer to that call is read. A hint only: it changes no answer.
     */
    default void expect(RecordKind kind, List<Long> ids) {
        // a source that answers from memory has nothing to fetch
    }

    /** Invoices with all their lines. Ids that are gone or not accessible are left out. */
    Batch<Invoice> invoices(List<Long> ids) throws ProblemException;

    /**
     * The figures of invoices that are compared when a copy is verified, with far fewer fields than {@link #invoices}
     * reads. Ids that are gone or not accessible are left out; records that cannot be read are problems of the batch.
     */
    Batch<Figures> figures(List<Long> ids) throws ProblemException;

    /** Receivable and payable items of other entries. */
    Batch<MoveLine> journalItems(List<Long> ids) throws ProblemException;

    /** Partners, archived ones too. */
    Batch<Partner> partners(List<Long> ids) throws ProblemException;

    /** Ids of these companies' own partners, as far as the server shows them; archived ones too. */
    Set<Long> companyContacts(Set<Long> companies) throws ProblemException;

    /** Products, archived ones too. */
    Batch<Product> products(List<Long> ids) throws ProblemException;

    /**
     * Write dates of all partners (or products) written at that second or later, whoever refers to them. Before Odoo 17 a
     * product also counts when its template was written, and as its own write date then tells nothing, it has
     * {@link Stamp#NEVER}.
     */
    Map<Long, Instant> changedSince(RecordKind kind, Instant second) throws ProblemException;

    /**
     * Write dates of these partners (or products), as far as they are shown. This reveals records that do not come
     * although they were asked for, and write dates that went back.
     *
     * @return empty where a record's own write date tells nothing: for products before Odoo 17
     */
    Optional<Map<Long, Instant>> writeDates(RecordKind kind, List<Long> ids) throws ProblemException;

    /** Payments of posted invoices, by invoice id; an invoice without payments has an empty list. */
    Map<Long, List<Payment>> payments(List<Long> ids) throws ProblemException;

    /**
     * The reconciliations for whose exchange differences these entries were booked: ids of the partials by the entry's
     * id. Entries for which the server does not tell this, or that are not accessible, are left out.
     *
     * @return empty when {@link #payments} gives such a part like any other, in the invoice's currency
     */
    Optional<Map<Long, Set<Long>>> exchangeEntries(List<Long> moves) throws ProblemException;

    /** Changes that only the lines of invoices show: on Odoo 14 the write dates of the invoices stay the same. */
    LineChanges lineChanges(Instant second, @Nullable LocalDate since) throws ProblemException;

    /**
     * Write dates of the receivable and payable items of other entries that were written at that second or later and that
     * {@link #list} shows.
     */
    Map<Long, Instant> journalItemsChangedSince(Instant instant, @Nullable LocalDate since) throws ProblemException;

    /**
     * The current names of what these records refer to; records that are gone or not accessible are left out.
     *
     * @param company whose names they are, where they differ between companies; 0 for the user's own
     */
    List<Named> names(RecordKind kind, List<Long> ids, long company) throws ProblemException;

    /**
     * The PDF that the server keeps of this invoice; empty when it keeps none, as before Odoo 17 and for an invoice that
     * was neither sent nor printed.
     */
    Optional<byte[]> original(long invoice) throws ProblemException;

    /** Which of these still exist and are readable, and which exist but are forbidden; the rest is gone. */
    Existence existence(RecordKind kind, List<Long> ids) throws ProblemException;

    @Override
    void close();

    /**
     * The answer to {@link #lineChanges}.
     *
     * @param written ids of invoices that have a line written at that second or later
     * @param drafts the line ids of every draft that has lines: one that was deleted from it is visible nowhere else
     */
    record LineChanges(Set<Long> written, Map<Long, Set<Long>> drafts) {}

    /** The answer to {@link #existence}. */
    record Existence(Set<Long> readable, Set<Long> forbidden) {}
}
