package app.loupe.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One open reading session with somebody's books, for the time of one run: an Odoo server or the sample company. There
 * is no method that writes. All lists of ids that go in hold at most {@link #MAX_IDS}; every call obeys the cancel token
 * that the session was opened with. Failures carry the problem to show; {@link SourceBusyException} means "smaller or
 * later".
 */
@Blocking
public interface InvoiceSource extends AutoCloseable {
    /** Most ids in one call: the page size that measured best. */
    int MAX_IDS = 1_000;

    /** What the server says of itself: "14.0", "19.0". */
    String serverVersion();

    /** The server's own clock at its last answer, whole seconds; empty when it does not tell. */
    Optional<Instant> serverTime();

    /** Problems found on the way that did not stop anything, such as fields this server does not have. */
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
     * Says what will most likely be asked for after the next call for records of this kind, which may then be fetched while
     * the answer to that call is read. It changes no answer, and nothing has to come of it.
     */
    default void expect(RecordKind kind, List<Long> ids) {
        // a source that answers from memory has nothing to fetch
    }

    /** Invoices with all their lines. Ids that are gone or not accessible are left out. */
    Batch<Invoice> invoices(List<Long> ids) throws ProblemException;

    /**
     * What is compared of invoices when a copy is verified, with far fewer fields than {@link #invoices} reads. Ids that are
     * gone or not accessible are left out; what cannot be read is a problem.
     */
    Batch<Figures> figures(List<Long> ids) throws ProblemException;

    /** Receivable and payable items of other entries. */
    Batch<MoveLine> journalItems(List<Long> ids) throws ProblemException;

    /** Partners, archived ones too. */
    Batch<Partner> partners(List<Long> ids) throws ProblemException;

    /** Ids of the partners that these companies are themselves, as far as the server shows them; archived ones too. */
    Set<Long> companyContacts(Set<Long> companies) throws ProblemException;

    /** Products, archived ones too. */
    Batch<Product> products(List<Long> ids) throws ProblemException;

    /**
     * Write dates of all partners (or products) written at that second or later, whoever refers to them. Before Odoo 17 a
     * product whose template was written counts, and its own write date says nothing: {@link Stamp#NEVER}.
     */
    Map<Long, Instant> changedSince(RecordKind kind, Instant second) throws ProblemException;

    /**
     * Write dates of these partners (or products), of those that are shown: what is asked for by its id and does not come is
     * noticed, and a write date that went back, too.
     *
     * @return empty where a record's own write date says nothing of it: products before Odoo 17
     */
    Optional<Map<Long, Instant>> writeDates(RecordKind kind, List<Long> ids) throws ProblemException;

    /** Payments of posted invoices, by invoice id; an invoice without payments has an empty list. */
    Map<Long, List<Payment>> payments(List<Long> ids) throws ProblemException;

    /**
     * For which reconciliations these entries were booked because the rates of two days differ: ids of the partials by
     * the entry's id. Entries of which the server does not tell, and that are not accessible, are left out.
     *
     * @return empty when {@link #payments} gives such a part like any other, in the invoice's currency
     */
    Optional<Map<Long, Set<Long>>> exchangeEntries(List<Long> moves) throws ProblemException;

    /** What the lines of invoices tell that the invoices themselves do not: on Odoo 14 their write dates stay as they are. */
    LineChanges lineChanges(Instant second, @Nullable LocalDate since) throws ProblemException;

    /**
     * Write dates of the receivable and payable items of other entries that were written at that second or later; of those
     * that {@link #list} shows.
     */
    Map<Long, Instant> journalItemsChangedSince(Instant instant, @Nullable LocalDate since) throws ProblemException;

    /**
     * What these records refer to, by the names it has now; records that are gone or not accessible are left out.
     *
     * @param company whose names they are, where they differ between companies; 0 for the user's own
     */
    List<Named> names(RecordKind kind, List<Long> ids, long company) throws ProblemException;

    /**
     * The PDF that the server keeps of this invoice; empty when it keeps none, which is so before Odoo 17 and of an
     * invoice that was neither sent nor printed.
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
