package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.hibernate.StatelessSession;

/**
 * Removes what is too old from the log of one connection: requests first, runs later, and nothing of the newest syncs.
 * Runs are numbered in their order, so this starts with the oldest and stops at the first that stays: it reads no more
 * rows than it may remove. A run that only fetched a PDF is no sync: among the newest of these it goes by its age alone, and
 * keeps none of them from staying.
 */
final class OldRuns {
    /** The most runs looked at each time, so that a log that was never pruned does not delay one run. */
    static final int MOST_AT_ONCE = 25;

    private final StatelessSession session;
    private final String connection;

    OldRuns(StatelessSession session, ConnectionId connection) {
        this.session = session;
        this.connection = connection.value();
    }

    /** Removes what is too old at this moment. */
    void drop(Instant now) {
        int last = kept().orElse(1) - 1;
        first("select q.runNumber from RequestEntity q where q.connectionId = :c "
                + "order by q.userId, q.connectionId, q.runNumber, q.position")
                .ifPresent(first -> dropRequests(
                        oldest(first, last, now.minus(SyncJournal.REQUESTS_KEPT_FOR), now)));
        first("select r.number from RunEntity r where r.connectionId = :c "
                + "order by r.userId, r.connectionId, r.number").ifPresent(first -> {
                    int old = oldest(first, last, now.minus(SyncJournal.RUNS_KEPT_FOR), now);
                    // a run that is no longer listed must leave no requests behind
                    dropRequests(old);
                    drop("RunEntity e where e.connectionId = :c and e.number <= :old", old);
                });
        dropFetches(last, now);
    }

    /** The oldest of the syncs that always stay; none when there are fewer. */
    private OptionalInt kept() {
        return session.createSelectionQuery("select r.number from RunEntity r where r.connectionId = :c "
                + "and r.mode <> :fetch order by r.userId desc, r.connectionId desc, r.number desc", Integer.class)
                .setParameter("c", connection).setParameter("fetch", SyncMode.ORIGINAL.name())
                .setFirstResult(SyncJournal.RUNS_ALWAYS_KEPT - 1).setMaxResults(1)
                .stream().mapToInt(number -> number).findFirst();
    }

    /** Removes fetched PDFs that are too old from among the syncs that stay. */
    private void dropFetches(int last, Instant now) {
        dropEach("RequestEntity e where e.connectionId = :c and e.runNumber in (:old)",
                fetches("and exists (select 1 from RequestEntity q where q.connectionId = r.connectionId "
                        + "and q.runNumber = r.number) ", last, now.minus(SyncJournal.REQUESTS_KEPT_FOR), now));
        List<Integer> runs = fetches("", last, now.minus(SyncJournal.RUNS_KEPT_FOR), now);
        dropEach("RequestEntity e where e.connectionId = :c and e.runNumber in (:old)", runs);
        dropEach("RunEntity e where e.connectionId = :c and e.number in (:old)", runs);
    }

    /** Those before the first run that is young: after it a moment of long ago is one of a clock that was put back. */
    private List<Integer> fetches(String which, int last, Instant before, Instant now) {
        int young = session.createSelectionQuery("select r.number from RunEntity r where r.connectionId = :c "
                + "and r.number > :last and r.started >= :before and r.started <= :now "
                + "order by r.userId, r.connectionId, r.number", Integer.class).setParameter("c", connection)
                .setParameter("last", last).setParameter("before", before).setParameter("now", now).setMaxResults(1)
                .stream().findFirst().orElse(Integer.MAX_VALUE);
        return session.createSelectionQuery("select r.number from RunEntity r where r.connectionId = :c "
                + "and r.number > :last and r.number < :young and r.mode = :fetch and r.started < :before " + which
                + "order by r.userId, r.connectionId, r.number", Integer.class).setParameter("c", connection)
                .setParameter("last", last).setParameter("young", young).setParameter("fetch", SyncMode.ORIGINAL.name())
                .setParameter("before", before).setMaxResults(MOST_AT_ONCE).list();
    }

    private void dropEach(String from, List<Integer> old) {
        if (!old.isEmpty()) {
            session.createMutationQuery("delete from " + from).setParameter("c", connection).setParameter("old", old)
                    .executeUpdate();
        }
    }

    /** The order is that of the table's key: the first row is at hand. */
    private OptionalInt first(String query) {
        return session.createSelectionQuery(query, Integer.class).setParameter("c", connection).setMaxResults(1)
                .stream().mapToInt(number -> number).findFirst();
    }

    /**
     * The newest of the runs from this one on that were begun, one after the other, before this moment; 0 for none. One with a
     * moment that is still to come was begun by a clock that was ahead: it is as old as those behind it, and goes with them.
     */
    private int oldest(int first, int last, Instant before, Instant now) {
        List<Object[]> runs = session.createSelectionQuery("select r.number, r.started from RunEntity r "
                + "where r.connectionId = :c and r.number between :first and :last and r.started <= :now "
                + "order by r.userId, r.connectionId, r.number", Object[].class).setParameter("c", connection)
                .setParameter("first", first).setParameter("last", last).setParameter("now", now)
                .setMaxResults(MOST_AT_ONCE).list();
        return runs.stream().takeWhile(run -> ((Instant) run[1]).isBefore(before)).mapToInt(run -> (Integer) run[0])
                .max().orElse(0);
    }

    private void dropRequests(int old) {
        drop("RequestEntity e where e.connectionId = :c and e.runNumber <= :old", old);
    }

    private void drop(String from, int old) {
        if (old > 0) {
            session.createMutationQuery("delete from " + from).setParameter("c", connection).setParameter("old", old)
                    .executeUpdate();
        }
    }
}
