package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import app.loupe.sync.Work.Listings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Everything that the server lists of a kind, ids ascending. A listing is always complete. */
record Listing(Stamps stamps) {
    /** Rows in one request. */
    static final int PAGE = 60_000;
    /**
     * The most records in a listing, more than in any books that Loupe is made for: a server that lists for ever must not
     * fill the memory.
     */
    static final int MOST = 2_000_000;

    /** How far the clocks of the web server and of the database, which may be two computers, may differ. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

    /** The server is doubted when more than one in this many records of the copy is older there. */
    private static final int DOUBTED_PART = 10;

    /**
     * Reads the listing part by part to its end.
     *
     * @param known the ids in the copy, if the copy was complete at some earlier moment: then a short part is the last
     *     one once all of these were listed. What such a part might leave out is newer than everything here, and shows
     *     through its lines or its write date. Empty when only an empty part proves the end.
     * @throws ProblemException of the first part that failed; {@link ProblemCode#ANSWER_MALFORMED} when the ids do not
     *     ascend, because such a walk might never end; {@link ProblemCode#ANSWER_TOO_LARGE} above {@link #MOST} records
     */
    @Blocking
    static Listing read(InvoiceSource source, Pages pages, RecordKind kind, @Nullable LocalDate since,
            Set<Long> known) throws ProblemException {
        var stamps = new Stamps.Builder();
        var size = new PageSize(PAGE);
        int left = known.size();
        boolean more = true;
        while (more) {
            long after = stamps.last();
            var asked = new AtomicInteger();
            List<Stamp> part = pages.ask(size, PAGE, limit -> {
                asked.set(limit);
                return source.list(kind, since, after, limit);
            });
            for (Stamp stamp : part) {
                if (stamp.id() <= stamps.last()) {
                    throw ProblemException.of(ProblemCode.ANSWER_MALFORMED, kind.model());
                }
                if (stamps.size() >= MOST) {
                    throw ProblemException.of(ProblemCode.ANSWER_TOO_LARGE, kind.model());
                }
                stamps.add(stamp);
                left -= known.contains(stamp.id()) ? 1 : 0;
            }
            // a short part alone proves no end: something on the way may have cut it
            boolean whole = !known.isEmpty() && left == 0 && part.size() < asked.get();
            more = !part.isEmpty() && !whole;
        }
        return new Listing(stamps.build());
    }

    /**
     * The listing. It is read a second time when it shows much less than the copy holds, when there is nothing to
     * compare it with, or when old records may come for the first time; what either of the two shows is there.
     *
     * @param local ids of the copy
     * @param first whether it is read a second time in any case
     */
    @Blocking
    static Listing sure(Work work, RecordKind kind, Set<Long> local, boolean first) throws ProblemException {
        Set<Long> known = first || work.scope().listings() != Listings.SHORT ? Set.of() : local;
        Listing once = read(work.source(), work.pages(), kind, work.scope().since(), known);
        long lost = local.stream().filter(id -> once.stamps.of(id) == null).count();
        if (!first && !Sweep.isUnlikely((int) lost, local.size())) {
            return once;
        }
        return new Listing(
                once.stamps.and(read(work.source(), work.pages(), kind, work.scope().since(), Set.of()).stamps));
    }

    /** The same with these records added: a new record that the listing left out shows nowhere else. */
    Listing with(Map<Long, Instant> written) {
        var more = new Stamps.Builder();
        new TreeMap<>(written).forEach((id, stamp) -> more.add(new Stamp(id, stamp, null)));
        return new Listing(more.build().and(stamps));
    }

    /**
     * Refuses a listing in which many records are older than here: a write date only goes back when a database was
     * restored, or rebuilt under the same name, where the ids mean other documents.
     *
     * @param local write dates of the copy
     * @throws ProblemException {@link ProblemCode#SERVER_REPLACED}
     */
    void checkSameServer(Map<Long, Instant> local) throws ProblemException {
        long older = stamps.stream().filter(stamp -> {
            Instant here = local.get(stamp.id());
            return here != null && stamp.writeDate().isBefore(here);
        }).count();
        if (older > Sweep.DOUBT_ABOVE && older * DOUBTED_PART > local.size()) {
            throw ProblemException.of(ProblemCode.SERVER_REPLACED, Long.toString(older),
                    Integer.toString(local.size()));
        }
    }

    /** How many records of the copy have another write date in this listing. */
    int written(Map<Long, Instant> local) {
        return (int) stamps.stream().filter(stamp -> {
            Instant here = local.get(stamp.id());
            return here != null && !stamp.writeDate().equals(here);
        }).count();
    }

    /** How many records of the copy it shows with the write date that they have there. */
    int unchanged(Map<Long, Instant> local) {
        return (int) stamps.stream().filter(stamp -> stamp.writeDate().equals(local.get(stamp.id()))).count();
    }

    /** Whether comparing the next listing with the copy would take this record for read. */
    boolean looksRead(long id, Map<Long, Instant> local) {
        Stamp listed = stamps.of(id);
        return listed == null || listed.writeDate().equals(local.get(id));
    }

    /**
     * The greatest plausible write date in it. A date far ahead of the server's own clock, which an import or a wrong
     * clock can leave, would hide for years whatever is written until then.
     *
     * @param now by the server's clock, or by this computer's when the server does not tell
     */
    Optional<Instant> newest(Instant now) {
        Instant latest = now.plus(CLOCK_ERROR);
        return stamps.stream().map(Stamp::writeDate).filter(stamp -> !stamp.isAfter(latest))
                .max(Comparator.naturalOrder());
    }
}
