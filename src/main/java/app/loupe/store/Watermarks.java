package app.loupe.store;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Up to when the copy of one connection is known to agree with the books, by the server's clock. */
record Watermarks(StatelessSession session, String connection) {
    private static final String OF_A_WHOLE_COPY = "from WatermarkEntity w where w.connectionId = :c "
            + "and w.listedAt is not null";

    /** The moment from which to ask for changes; while more is to be kept than before, that of the last complete listing. */
    Optional<Instant> reached() {
        return session
                .createSelectionQuery("from WatermarkEntity w where w.connectionId = :c", WatermarkEntity.class)
                .setParameter("c", connection).uniqueResultOptional()
                .flatMap(row -> Stamp.NEVER.equals(row.reached)
                        ? Optional.ofNullable(row.listedAt)
                        : Optional.of(row.reached));
    }

    /** When the books were last listed completely; empty before the first complete run. */
    Optional<Instant> listedAt() {
        return session.createSelectionQuery("select w.listedAt " + OF_A_WHOLE_COPY, Instant.class)
                .setParameter("c", connection).uniqueResultOptional();
    }

    /** The watermark of a complete copy; empty while the first run is under way and after a loss. */
    Optional<WatermarkEntity> ofWholeCopy() {
        return session.createSelectionQuery(OF_A_WHOLE_COPY, WatermarkEntity.class).setParameter("c", connection)
                .uniqueResultOptional();
    }

    /** Notes how far a run got. Once one is complete, all that is to be kept is here. */
    void set(Instant reached, @Nullable Instant listedAt) {
        LocalDate from = listedAt == null ? keptFrom().orElse(null) : null;
        session.createMutationQuery("delete from WatermarkEntity w where w.connectionId = :c")
                .setParameter("c", connection).executeUpdate();
        var row = new WatermarkEntity();
        row.connectionId = connection;
        row.reached = reached;
        row.listedAt = listedAt;
        row.keptFrom = from;
        session.insert(row);
    }

    /**
     * Notes that from now on more of the books is to be kept than the last run brought, and where that begins: a second
     * time before the next run brings no more. A copy that was never complete stays as it is.
     *
     * @param former the first day until now
     * @return how many rows were changed
     */
    int takeBack(@Nullable LocalDate former) {
        return session.createMutationQuery("update WatermarkEntity w set w.reached = :never, "
                + "w.keptFrom = coalesce(w.keptFrom, :former) where w.connectionId = :c and w.listedAt is not null")
                .setParameter("never", Stamp.NEVER).setParameter("former", former, LocalDate.class)
                .setParameter("c", connection).executeUpdate();
    }

    /**
     * Forgets how far the copies of these connections agree with the books, because records are missing. Where a copy
     * begins while more is to come stays true.
     */
    static void forget(StatelessSession session, Set<String> connections) {
        session.createMutationQuery(
                "delete from WatermarkEntity w where w.connectionId in (:ids) and w.keptFrom is null")
                .setParameter("ids", connections).executeUpdate();
        session.createMutationQuery("update WatermarkEntity w set w.reached = :never, w.listedAt = null "
                + "where w.connectionId in (:ids)").setParameter("never", Stamp.NEVER).setParameter("ids", connections)
                .executeUpdate();
    }

    /** The first day of what is here while more is to be kept; empty otherwise. */
    Optional<LocalDate> keptFrom() {
        return session
                .createSelectionQuery("select w.keptFrom from WatermarkEntity w where w.connectionId = :c "
                        + "and w.keptFrom is not null", LocalDate.class)
                .setParameter("c", connection).uniqueResultOptional();
    }
}
