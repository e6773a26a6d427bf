package app.loupe.sync;

import app.loupe.domain.Applied;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what a run did. Invoices that were compared by their write date alone count as unchanged; journal items,
 * partners and products count when they are new or different. Used by the run's own thread.
 */
final class RunTally {
    /** Problems named in one report; by then it is clear that the server breaks every record. */
    static final int MOST_PROBLEMS = 500;
    private static final int MOST_IDS = 10;
    /** Name the records' model first. */
    private static final Set<ProblemCode> NOT_READ = Set.of(ProblemCode.RECORDS_NOT_SENT,
            ProblemCode.RECORD_UNREADABLE, ProblemCode.RECORD_FAILED);

    private final List<Problem> problems = new ArrayList<>();
    private Applied invoices = Applied.NONE;
    private int removed;
    private int inaccessible;
    private int journalItems;
    private int partners;
    private int products;
    private boolean lookAgain;
    private @Nullable Verified verified;

    void invoices(Applied applied) {
        invoices = invoices.plus(applied);
    }

    void same(int count) {
        invoices = invoices.plus(new Applied(0, 0, count));
    }

    void removed(int count) {
        removed += count;
    }

    void inaccessible(int count) {
        inaccessible += count;
    }

    void journalItems(Applied applied) {
        journalItems += applied.added() + applied.changed();
    }

    void dropped(int items) {
        journalItems += items;
    }

    void partners(Applied applied) {
        partners += applied.added() + applied.changed();
    }

    void products(Applied applied) {
        products += applied.added() + applied.changed();
    }

    /** Names records that could not be read; see {@link Work#notRead}. */
    void unreadable(List<RecordProblem> records) {
        records.forEach(record -> problem(record.problem()));
    }

    /** Names records about which two answers differed, so that nothing is known of them. */
    void notSent(RecordKind kind, Set<Long> ids) {
        leftOut(kind, ids);
        lookAgain();
    }

    /**
     * Names records that were asked for by their ids, twice, and did not come although they are there. The copy itself
     * knows that they are missing, so the next run asks for them whatever its watermark.
     */
    void leftOut(RecordKind kind, Set<Long> ids) {
        problem(Problem.of(ProblemCode.RECORDS_NOT_SENT, kind.model(), Integer.toString(ids.size()), some(ids)));
    }

    /** Names invoices that still differ from Odoo's although they were read again. */
    void notVerified(Set<Long> ids) {
        problem(Problem.of(ProblemCode.INVOICES_NOT_VERIFIED, Integer.toString(ids.size()), some(ids)));
        lookAgain();
    }

    private static String some(Set<Long> ids) {
        String first = ids.stream().limit(MOST_IDS).map(String::valueOf).collect(Collectors.joining(", "));
        return ids.size() > MOST_IDS ? first + ", …" : first;
    }

    /** Notes the result of comparing every invoice. */
    void verified(Verified found) {
        verified = found;
    }

    /** The result of comparing every invoice; null when there was no comparison to its end. */
    @Nullable
    Verified verified() {
        return verified;
    }

    /** How many items, partners and products were new or different. */
    int others() {
        return journalItems + partners + products;
    }

    /**
     * Adds what a second look at the same books did. Everything that it changed or found unchanged was counted as
     * unchanged by the first.
     */
    void add(RunTally second) {
        invoices = invoices.plus(new Applied(second.invoices.added(), second.invoices.changed(),
                -Math.min(invoices.unchanged(), second.invoices.changed())));
        removed += second.removed;
        inaccessible += second.inaccessible;
        journalItems += second.journalItems;
        partners += second.partners;
        products += second.products;
        second.problems.forEach(this::problem);
        lookAgain |= second.lookAgain;
        verified = second.verified == null ? verified : second.verified;
    }

    /** Adds a problem to the report, each only once. */
    void problem(Problem problem) {
        if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /**
     * Notes that something could not be read although its write date is known: the next run has to begin where this one
     * did.
     */
    void lookAgain() {
        lookAgain = true;
    }

    boolean mustLookAgain() {
        return lookAgain;
    }

    /**
     * Whether every item, partner and product came that was asked for. A kind that this user may not read counts as never
     * asked for, and what lacks of an invoice is counted by the invoice.
     */
    boolean hasAllBesideInvoices() {
        return !lookAgain && problems.stream().filter(problem -> NOT_READ.contains(problem.code()))
                .allMatch(problem -> problem.parameters().getFirst().equals(RecordKind.INVOICE.model()));
    }

    SyncCounts counts(int requests) {
        return new SyncCounts(invoices.added(), invoices.changed(), invoices.unchanged(), removed, inaccessible,
                journalItems, partners, products, requests, verified);
    }

    /** The report of a run that came to its end. */
    SyncReport complete(int requests) {
        SyncCounts counts = counts(requests);
        return problems.isEmpty() ? new SyncReport.Done(counts) : new SyncReport.Partial(counts, problems);
    }
}
