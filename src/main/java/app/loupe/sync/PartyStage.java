package app.loupe.sync;

import app.loupe.domain.Applied;
import app.loupe.domain.Batch;
import app.loupe.domain.Blocking;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Partner;
import app.loupe.domain.Product;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.Stamp;
import app.loupe.sync.SyncProgress.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings the partners or products that invoices refer to up to date: new ones are read in full, of the others what
 * changed. Invoices can be shown without them, so for a user who may not read them the run goes on and the report names a
 * problem.
 *
 * @param <T> the record
 */
final class PartyStage<T> {
    private final Work work;
    private final RecordKind kind;
    private final ToLongFunction<T> id;
    private final Fetch<T> fetch;
    private final Save<T> save;
    private final Consumer<Applied> count;

    private PartyStage(Work work, RecordKind kind, ToLongFunction<T> id, Fetch<T> fetch, Save<T> save,
            Consumer<Applied> count) {
        this.work = work;
        this.kind = kind;
        this.id = id;
        this.fetch = fetch;
        this.save = save;
        this.count = count;
    }

    @FunctionalInterface
    private interface Fetch<T> {
        Batch<T> read(List<Long> ids) throws ProblemException;
    }

    @FunctionalInterface
    private interface Save<T> {
        Applied save(List<T> records) throws ProblemException;
    }

    /** Further records that are wanted although nothing refers to them. */
    @FunctionalInterface
    private interface Besides {
        Set<Long> ids() throws ProblemException;
    }

    /**
     * Brings the partners of invoices, lines and items up to date, and the companies' own partners, whose addresses stand
     * on papers. Which partners those are is asked once. Returns those that were here before and may have another name
     * now.
     */
    @Blocking
    static Set<Long> partners(Work work) throws ProblemException {
        return new PartyStage<>(work, RecordKind.PARTNER, Partner::id, work.source()::partners,
                records -> work.copy().savePartners(work.id(), records), work.tally()::partners).run(Step.PARTNERS,
                        () -> ownContacts(work));
    }

    private static Set<Long> ownContacts(Work work) throws ProblemException {
        Set<Long> companies = work.copy().companiesWithoutContact(work.id());
        try {
            return companies.isEmpty() ? Set.of() : work.pages().ask(() -> work.source().companyContacts(companies));
        } catch (ProblemException refused) {
            // papers then have a name without an address; partners are read all the same, and that tells when it is not allowed
            if (refused.problem().code() == ProblemCode.NO_RIGHT
                    || refused.problem().code() == ProblemCode.SERVER_ERROR) {
                return Set.of();
            }
            throw refused;
        }
    }

    /** Brings the products of lines up to date; returns those that were here before and may have another name now. */
    @Blocking
    static Set<Long> products(Work work) throws ProblemException {
        return new PartyStage<>(work, RecordKind.PRODUCT, Product::id, work.source()::products,
                records -> work.copy().saveProducts(work.id(), records), work.tally()::products)
                .run(Step.PRODUCTS, Set::of);
    }

    /** Returns the ids of those that were here before and may have another name now. */
    private Set<Long> run(Step step, Besides besides) throws ProblemException {
        Map<Long, Instant> stamps = work.copy().stamps(work.id(), kind);
        Set<Long> local = stamps.keySet();
        var unknown = new TreeSet<>(work.copy().referenced(work.id(), kind));
        unknown.removeAll(local);
        work.steps().begin(step, unknown.size());
        try {
            besides.ids().stream().filter(id -> !local.contains(id)).forEach(unknown::add);
            readAll(unknown, Set.of());
            Set<Long> changed = changed(stamps);
            work.steps().begin(step, changed.size());
            readAll(changed, local);
            return changed;
        } catch (ProblemException failure) {
            boolean guarded = failure.problem().code() == ProblemCode.NO_RIGHT
                    || failure.problem().code() == ProblemCode.FIELD_NEEDED;
            if (!guarded) {
                throw failure;
            }
            work.tally().problem(failure.problem());
            return Set.of();
        }
    }

    /**
     * The records to read: when everything is to be read, all that are here. Otherwise those written since, except those
     * that are here with the same write date and were read late enough, so that what an import wrote in one second is not read
     * again by every later sync; and besides, those here that no run could read since.
     */
    private Set<Long> changed(Map<Long, Instant> stamps) throws ProblemException {
        Instant from = from(stamps.values());
        if (from == null || stamps.isEmpty()) {
            return new TreeSet<>(stamps.keySet());
        }
        var changed = new TreeSet<Long>();
        stamps.forEach((id, stamp) -> {
            if (stamp.equals(Stamp.NEVER)) {
                changed.add(id);
            }
        });
        Consumer<Map<Long, Instant>> compare = written -> written.forEach((id, stamp) -> {
            Instant here = stamps.get(id);
            if (here != null && !(stamp.equals(here) && work.scope().isSure(stamp))) {
                changed.add(id);
            }
        });
        Optional<Map<Long, Instant>> shown = stamps.size() > InvoiceSource.MAX_IDS
                ? Optional.empty()
                : writeDates(List.copyOf(stamps.keySet()));
        if (shown.isPresent()) {
            compare.accept(shown.get());
        } else {
            work.pages().askTwice(() -> work.source().changedSince(kind, from), compare);
        }
        return changed;
    }

    /**
     * If one request can name them all, they are asked for by their ids: the answer is checked against these, and what it
     * does not show is asked for once more. This also shows write dates that went back.
     */
    private Optional<Map<Long, Instant>> writeDates(List<Long> ids) throws ProblemException {
        Optional<Map<Long, Instant>> once = work.pages().ask(() -> work.source().writeDates(kind, ids));
        if (once.isEmpty()) {
            return once;
        }
        var shown = new HashMap<>(once.get());
        List<Long> unseen = ids.stream().filter(id -> !shown.containsKey(id)).toList();
        if (!unseen.isEmpty()) {
            work.pages().ask(() -> work.source().writeDates(kind, unseen)).ifPresent(shown::putAll);
        }
        return Optional.of(shown);
    }

    /**
     * From when on to look for changes: not later than the newest that is here, whatever the watermark says. The
     * watermark moves on while the right to read these is missing, and what changes meanwhile must not be lost.
     */
    private @Nullable Instant from(Collection<Instant> here) {
        Instant from = work.scope().from();
        Optional<Instant> newest = here.stream().max(Comparator.naturalOrder());
        if (from == null || newest.isEmpty()) {
            return from;
        }
        Instant last = newest.get().minus(Stamp.LONGEST_TRANSACTION);
        return last.isBefore(from) ? last : from;
    }

    /** Reads these; one that is there and does not come is asked for once more. This user may not see some. */
    private void readAll(Set<Long> ids, Set<Long> local) throws ProblemException {
        Set<Long> unsent = read(List.copyOf(ids), local);
        if (!unsent.isEmpty()) {
            Sweep sweep = Sweep.of(work, kind, unsent);
            Set<Long> again = read(List.copyOf(sweep.readable()), local);
            if (!again.isEmpty()) {
                work.tally().leftOut(kind, again);
                work.notRead(kind, again, local::contains, local);
            }
        }
    }

    /** Returns what was asked for and did not come. */
    private Set<Long> read(List<Long> ids, Set<Long> local) throws ProblemException {
        var unsent = new TreeSet<>(ids);
        work.pages().read(kind, ids, fetch::read, (part, batch) -> {
            if (!batch.records().isEmpty()) {
                count.accept(save.save(batch.records()));
            }
            work.tally().unreadable(batch.problems());
            work.notRead(kind, batch.problems().stream().map(RecordProblem::id).toList(), local::contains, local);
            batch.records().forEach(record -> unsent.remove(id.applyAsLong(record)));
            batch.problems().forEach(problem -> unsent.remove(problem.id()));
            work.steps().through(part.size());
        });
        return unsent;
    }
}
