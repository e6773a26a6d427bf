package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every stage of one run works with. */
record Work(Scope scope, InvoiceSource source, CopyRepository copy, Pages pages, RunTally tally, RunSteps steps) {
    /** How much is asked before a listing is believed. */
    enum Listings {
        /**
         * The copy had all that is to be kept at the last listing: a short part that completes what is here ends a listing,
         * and what it leaves out is newer than all of that and shows elsewhere.
         */
        SHORT,
        /** Read to an empty part; the run lists all of it a second time itself. */
        WHOLE,
        /** Read twice: old records may come for the first time, and of those nothing else tells. */
        TWICE
    }

    /**
     * What this run is about.
     *
     * @param since invoices from this date on; null for all
     * @param from what was written then or later is read again; null to read everything
     * @param settled a record that was written before this, and is here with the same write date, is not read again; null
     *     when that moment is not known
     * @param recent invoices from this day on come first
     * @param listings how much is asked before a listing is believed
     */
    record Scope(ConnectionId id, @Nullable LocalDate since, @Nullable Instant from, @Nullable Instant settled,
            LocalDate recent, Listings listings) {
        /**
         * The moment from which lines are looked at: earlier ones cannot have changed since their invoices were read.
         * Null when all are read.
         */
        @Nullable
        Instant linesFrom() {
            return from == null || settled == null || settled.isBefore(from) ? from : settled;
        }

        /** Whether a record with this write date, which is here with the same one, need not be read. */
        boolean isSure(Instant stamp) {
            boolean old = from != null && stamp.isBefore(from);
            boolean readLater = settled != null && stamp.isBefore(settled);
            return (old || readLater) && from != null && !stamp.equals(Stamp.NEVER);
        }
    }

    /**
     * Has records that did not come read by the next run, and by every run until they come. Those that are here are
     * marked as not read, instead of holding the watermark back: they may never come, and must hold nothing else up.
     *
     * @param looksRead whether the next listing would take a record for read
     * @param here what the copy holds; for a record that is not here and looks read, the next run has to begin where this
     *     one did
     */
    @Blocking
    void notRead(RecordKind kind, Collection<Long> ids, LongPredicate looksRead, Set<Long> here)
            throws ProblemException {
        Set<Long> hidden = ids.stream().filter(looksRead::test).collect(Collectors.toCollection(TreeSet::new));
        if (!here.containsAll(hidden)) {
            tally.lookAgain();
        }
        hidden.retainAll(here);
        if (!hidden.isEmpty()) {
            copy.readAgain(id(), kind, hidden);
        }
    }

    /** The same work with another tally. */
    Work with(RunTally other) {
        return new Work(scope, source, copy, pages, other, steps);
    }

    /** The same work for everything, whatever its write date. */
    Work whole() {
        return new Work(new Scope(scope.id, scope.since, null, null, scope.recent, Listings.TWICE), source, copy, pages,
                tally, steps);
    }

    ConnectionId id() {
        return scope.id();
    }
}
