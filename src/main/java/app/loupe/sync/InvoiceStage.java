package app.loupe.sync;

import app.loupe.domain.Batch;
import app.loupe.domain.Blocking;
import app.loupe.domain.Invoice;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.sync.SyncProgress.Step;
import app.loupe.sync.Work.Listings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings the invoices and their lines up to date. Before anything is read, the listing is compared with the copy and the
 * missing invoices are asked for: when most of them are gone, or many are older than here, the database is most likely
 * another one by now, and nothing of it comes into the copy.
 */
final class InvoiceStage {
    /** This many may change between two runs without raising a doubt about the server. */
    private static final int FEW = 10;

    private final Work work;
    private final Instant when;
    private final Set<Long> vanished = new TreeSet<>();
    private final Set<Long> away = new TreeSet<>();
    private Listing listing = new Listing(new Stamps.Builder().build());
    private Map<Long, Instant> local = Map.of();
    private Optional<Instant> listedAt = Optional.empty();
    private boolean compared;

    /** A stage of a run that began at {@code when}. */
    InvoiceStage(Work work, Instant when) {
        this.work = work;
        this.when = when;
    }

    /**
     * Does it.
     *
     * @return the greatest write date in the listing; empty when there is no invoice
     */
    @Blocking
    Optional<Instant> run() throws ProblemException {
        work.steps().begin(Step.LISTING, 0);
        local = work.copy().stamps(work.id(), RecordKind.INVOICE);
        listing = Listing.sure(work, RecordKind.INVOICE, local.keySet(),
                local.isEmpty() || work.scope().listings() == Listings.TWICE);
        listedAt = work.source().serverTime();
        listing.checkSameServer(local);
        Optional<Instant> newest = listing.newest(listedAt.orElse(when));
        if (local.isEmpty() && newest.isPresent() && work.copy().listedAt(work.id()).isEmpty()) {
            // never over what a whole run of payments alone has noted; so that after a first run that breaks off the next one knows from when on to look twice
            work.copy().publish(work.id(), newest.get(), null);
        }
        Set<Long> touched = touchedThroughLines();
        Plan plan = Plan.of(listing, local, work.scope()::isSure, touched, work.scope().recent());
        var unlisted = new TreeSet<>(touched);
        unlisted.removeAll(listed());
        // here and not listed, or not listed and with lines that are new
        unlisted.addAll(plan.missing());
        work.steps().begin(Step.CHECKING_REMOVED, unlisted.size());
        Sweep missing = Sweep.of(work, RecordKind.INVOICE, unlisted);
        missing.checkSameServer(local.size());
        checkNotRebuilt(missing);
        mark(missing);
        work.tally().same(plan.same());
        var ids = new Ids();
        ids.addAll(plan.read());
        ids.addAll(missing.readable());
        work.steps().begin(Step.INVOICES, ids.size());
        read(ids);
        checkVanished(missing.readable());
        return newest;
    }

    /**
     * A database that was rebuilt under the same name has later write dates and gives the same ids to other documents. So
     * when most of what is here was written since, or is gone, the invoices that were written last are compared first.
     *
     * @throws ProblemException {@link ProblemCode#SERVER_REPLACED}
     */
    private void checkNotRebuilt(Sweep missing) throws ProblemException {
        int different = missing.gone().size() + listing.written(local);
        if (different <= FEW || different * 2L <= local.size()) {
            return;
        }
        // what this user may no longer see tells nothing about the server
        var seen = new HashMap<>(local);
        seen.keySet().removeAll(missing.forbidden());
        var books = new SameBooks(work.copy()).compareDocuments(work.id(), seen,
                ids -> work.pages().ask(() -> work.source().invoices(ids)));
        if (books.areOthers()) {
            throw ProblemException.of(ProblemCode.SERVER_REPLACED, Integer.toString(books.all() - books.same()),
                    Integer.toString(books.all()));
        }
        compared = true;
    }

    /**
     * Whether the invoices show that the server still has these books: most are listed with the write date they have here, or
     * those written last were compared. Call only after {@link #run}.
     */
    boolean showsSameBooks() {
        return compared || listing.unchanged(local) * 2L >= local.size();
    }

    /** Forgets what was listed and what was here: the run asks for nothing of it any more but when that was. */
    void close() {
        listing = new Listing(new Stamps.Builder().build());
        local = Map.of();
    }

    /** Reads these once more, as every run reads them. Call only after {@link #run}. */
    @Blocking
    void readAgain(Set<Long> ids) throws ProblemException {
        vanished.clear();
        work.steps().begin(Step.INVOICES, ids.size());
        read(List.copyOf(ids));
        checkVanished(Set.of());
    }

    /**
     * Asks again for those that could not be seen before: one that was deleted, then or since, is in no listing either. Call
     * only after {@link #run}, which has shown that the server is the same.
     */
    @Blocking
    void askForHidden() throws ProblemException {
        var hidden = new TreeSet<>(work.copy().inaccessible(work.id()));
        hidden.removeAll(listed());
        // these were asked for just now
        hidden.removeAll(away);
        if (hidden.isEmpty()) {
            return;
        }
        work.steps().begin(Step.CHECKING_REMOVED, hidden.size());
        Sweep sweep = Sweep.of(work, RecordKind.INVOICE, hidden);
        mark(sweep);
        vanished.clear();
        read(List.copyOf(sweep.readable()));
        checkVanished(sweep.readable());
    }

    /** Everything that the server listed. */
    Set<Long> listed() {
        return listing.stamps().ids();
    }

    /** Ids that were asked for by name and are gone, not shown to this user, or no longer invoices. */
    Set<Long> away() {
        return away;
    }

    /** The server's own clock at the listing; empty before {@link #run} and when it does not tell. */
    Optional<Instant> listedAt() {
        return listedAt;
    }

    /**
     * Invoices found through their lines: on Odoo 14 a line can change, or disappear from a draft, without a trace on its
     * invoice.
     */
    private Set<Long> touchedThroughLines() throws ProblemException {
        Instant from = work.scope().linesFrom();
        if (from == null) {
            return Set.of();
        }
        var touched = new HashSet<Long>();
        var here = new HashMap<>(work.copy().draftLines(work.id()));
        here.values().removeIf(Set::isEmpty);
        work.pages().askTwice(() -> work.source().lineChanges(from, work.scope().since()), there -> {
            touched.addAll(there.written());
            there.drafts().forEach((id, lines) -> {
                if (!lines.equals(here.get(id))) {
                    touched.add(id);
                }
            });
            here.keySet().stream().filter(id -> !there.drafts().containsKey(id)).forEach(touched::add);
        });
        return touched;
    }

    private void read(List<Long> ids) throws ProblemException {
        work.pages().read(RecordKind.INVOICE, ids,
                new InRow<>(work.source(), RecordKind.INVOICE, ids, work.source()::invoices), (part, batch) -> {
                    work.tally().invoices(work.copy().saveInvoices(work.id(), batch.records()));
                    work.tally().unreadable(batch.problems());
                    notRead(batch.problems().stream().map(RecordProblem::id).toList());
                    vanished.addAll(leftOut(part, batch));
                    work.steps().through(part.size());
                });
    }

    private static List<Long> leftOut(List<Long> asked, Batch<Invoice> batch) {
        var answered = new HashSet<Long>();
        batch.records().forEach(invoice -> answered.add(invoice.id()));
        batch.problems().forEach(problem -> answered.add(problem.id()));
        return asked.stream().filter(id -> !answered.contains(id)).toList();
    }

    /**
     * Invoices may have gone between the listing and the reading. What is there although it was neither listed nor read
     * as an invoice has become an ordinary entry. What was listed and is there is asked for once more: an answer may have
     * been incomplete.
     *
     * @param moved ids that were not listed but are there
     */
    private void checkVanished(Set<Long> moved) throws ProblemException {
        if (vanished.isEmpty()) {
            return;
        }
        work.steps().begin(Step.CHECKING_REMOVED, vanished.size());
        Sweep sweep = Sweep.of(work, RecordKind.INVOICE, vanished);
        mark(sweep);
        var entries = new TreeSet<>(sweep.readable());
        entries.retainAll(moved);
        boolean believable = !Sweep.isDoubtful(entries.size(), local.size());
        if (believable && !entries.isEmpty()) {
            away.addAll(entries);
            work.tally().removed(work.copy().markRemoved(work.id(), entries, when));
            entries.forEach(id -> work.tally().problem(Problem.of(ProblemCode.NO_LONGER_INVOICE,
                    RecordKind.INVOICE.model(), Long.toString(id))));
        }
        if (!believable) {
            work.tally().lookAgain();
        }
        var unsent = new TreeSet<>(sweep.readable());
        unsent.removeAll(moved);
        askAgain(unsent);
    }

    private void askAgain(Set<Long> unsent) throws ProblemException {
        if (unsent.isEmpty()) {
            return;
        }
        vanished.clear();
        read(List.copyOf(unsent));
        if (!vanished.isEmpty()) {
            work.tally().leftOut(RecordKind.INVOICE, vanished);
            notRead(vanished);
        }
    }

    private void notRead(Collection<Long> ids) throws ProblemException {
        work.notRead(RecordKind.INVOICE, ids, id -> listing.looksRead(id, local), local.keySet());
    }

    private void mark(Sweep sweep) throws ProblemException {
        away.addAll(sweep.gone());
        away.addAll(sweep.forbidden());
        if (!sweep.gone().isEmpty()) {
            work.tally().removed(work.copy().markRemoved(work.id(), sweep.gone(), when));
        }
        if (!sweep.forbidden().isEmpty()) {
            work.tally().inaccessible(work.copy().markInaccessible(work.id(), sweep.forbidden(), when));
        }
    }
}
