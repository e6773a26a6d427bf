package app.loupe.store;

import org.hibernate.StatelessSession;

/** Counts the committed changes of the session's user; the number tells which of two states is later. */
final class Generations {
    private static final String GENERATION = "store";

    private Generations() {}

    /** How many there are. */
    static long of(StatelessSession session) {
        return session.createSelectionQuery("select g.generation from GenerationEntity g", Long.class)
                .uniqueResultOptional().orElse(0L);
    }

    /** Counts one more. */
    static void next(StatelessSession session) {
        int found = session.createMutationQuery("update GenerationEntity g set g.generation = g.generation + 1")
                .executeUpdate();
        if (found == 0) {
            var first = new GenerationEntity();
            first.name = GENERATION;
            first.generation = 1;
            session.insert(first);
        }
    }

    /** Raises the number above this one, so that this state is the later one. */
    static void beyond(StatelessSession session, long newest) {
        next(session);
        session.createMutationQuery("update GenerationEntity g set g.generation = :newest + 1 "
                + "where g.generation <= :newest").setParameter("newest", newest).executeUpdate();
    }
}
