package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.sync.SyncProgress.Step;
import app.loupe.sync.Work.Listings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings the receivable and payable items of other entries up to date. They have no history: an item that is gone,
 * belongs to a cancelled entry now, or may no longer be seen is dropped. When access to a company is taken away, its
 * invoices leave the figures too; what comes back is listed and read again.
 */
final class JournalItemStage {
    private final Work work;
    private final Instant when;
    private final boolean sameBooks;
    private final Ids read = new Ids();

    /**
     * A stage of a run that began at {@code when}.
     *
     * @param sameBooks whether the invoices have shown that the server has the books of the copy: then items that vanish were
     *     taken back, as a statement that is imported anew, and the report says so where they are most
     */
    JournalItemStage(Work work, Instant when, boolean sameBooks) {
        this.work = work;
        this.when = when;
        this.sameBooks = sameBooks;
    }

    /**
     * Does it.
     *
     * @return the greatest write date in the listing; empty when there is no item
     */
    @Blocking
    Optional<Instant> run() throws ProblemException {
        work.steps().begin(Step.JOURNAL_ITEMS, 0);
        Map<Long, Instant> local = work.copy().stamps(work.id(), RecordKind.JOURNAL_ITEM);
        Listing listing = listing(local.keySet());
        Plan plan = Plan.of(listing, local, work.scope()::isSure, Set.of(), work.scope().recent());
        work.steps().begin(Step.JOURNAL_ITEMS, plan.missing().size());
        Sweep missing = Sweep.of(work, RecordKind.JOURNAL_ITEM, plan.missing());
        if (!sameBooks) {
            missing.checkSameServer(local.size());
        } else if (Sweep.isDoubtful(missing.gone().size(), local.size())) {
            work.tally().problem(Problem.of(ProblemCode.ITEMS_GONE, Integer.toString(missing.gone().size()),
                    Integer.toString(local.size())));
        }
        var drop = new TreeSet<>(missing.gone());
        drop.addAll(missing.forbidden());
        work.steps().begin(Step.JOURNAL_ITEMS, plan.read().size() + missing.readable().size());
        readAll(plan.read(), listing, local);
        drop.addAll(outOfScope(List.copyOf(missing.readable())));
        if (!drop.isEmpty()) {
            work.tally().dropped(work.copy().dropJournalItems(work.id(), drop));
        }
        return listing.newest(work.source().serverTime().orElse(when));
    }

    private Listing listing(Set<Long> local) throws ProblemException {
        Instant from = work.scope().linesFrom();
        Listing listing = Listing.sure(work, RecordKind.JOURNAL_ITEM, local,
                work.scope().listings() == Listings.TWICE);
        return from == null
                ? listing
                : listing.with(work.pages()
                        .ask(() -> work.source().journalItemsChangedSince(from, work.scope().since())));
    }

    /**
     * The items that were read; the amount they settle, or its name, may have changed. Empty when everything is read: then
     * the payments of all invoices are found.
     */
    Ids read() {
        return read;
    }

    private void noteRead(MoveLine item) {
        if (work.scope().from() != null) {
            read.add(item.id());
        }
    }

    /** Reads these; an item that did not come is looked up by its id, and asked for once more when it is there. */
    private void readAll(List<Long> ids, Listing listing, Map<Long, Instant> local) throws ProblemException {
        Set<Long> unsent = read(ids, listing, local);
        if (!unsent.isEmpty()) {
            Sweep sweep = Sweep.of(work, RecordKind.JOURNAL_ITEM, unsent);
            Set<Long> again = read(List.copyOf(sweep.readable()), listing, local);
            if (!again.isEmpty()) {
                work.tally().leftOut(RecordKind.JOURNAL_ITEM, again);
                notRead(again, listing, local);
            }
        }
    }

    private void notRead(Collection<Long> ids, Listing listing, Map<Long, Instant> local) throws ProblemException {
        work.notRead(RecordKind.JOURNAL_ITEM, ids, id -> listing.looksRead(id, local), local.keySet());
    }

    /** Returns what was asked for and did not come. */
    private Set<Long> read(List<Long> ids, Listing listing, Map<Long, Instant> local) throws ProblemException {
        var unsent = new TreeSet<Long>();
        work.pages().read(RecordKind.JOURNAL_ITEM, ids,
                new InRow<>(work.source(), RecordKind.JOURNAL_ITEM, ids, work.source()::journalItems),
                (part, batch) -> {
                    work.tally().journalItems(work.copy().saveJournalItems(work.id(), batch.records()));
                    batch.records().forEach(this::noteRead);
                    work.tally().unreadable(batch.problems());
                    notRead(batch.problems().stream().map(RecordProblem::id).toList(), listing, local);
                    unsent.addAll(part);
                    batch.records().forEach(item -> unsent.remove(item.id()));
                    batch.problems().forEach(problem -> unsent.remove(problem.id()));
                    work.steps().through(part.size());
                });
        return unsent;
    }

    /** Of items that are there but not listed, those that are cancelled: all that did not come back during the walk. */
    private List<Long> outOfScope(List<Long> readable) throws ProblemException {
        var out = new ArrayList<Long>();
        work.pages().read(RecordKind.JOURNAL_ITEM, readable, work.source()::journalItems, (part, batch) -> {
            List<MoveLine> kept = batch.records().stream()
                    .filter(item -> item.entry().state() != MoveState.CANCELLED).toList();
            work.tally().journalItems(work.copy().saveJournalItems(work.id(), kept));
            kept.forEach(this::noteRead);
            work.tally().unreadable(batch.problems());
            // no listing shows them, so the next run asks for them again without a mark
            var stay = new TreeSet<Long>();
            kept.forEach(item -> stay.add(item.id()));
            batch.problems().forEach(problem -> stay.add(problem.id()));
            part.stream().filter(id -> !stay.contains(id)).forEach(out::add);
            work.steps().through(part.size());
        });
        return out;
    }
}
