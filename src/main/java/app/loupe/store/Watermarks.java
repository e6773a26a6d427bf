package app.loupe.store;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
                .map(row -> Stamp.NEVER.equals(row.reached) && row.listedAt != null ? row.listedAt : row.reached);
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

    /** Notes how far a run got. */
    void set(Instant reached, @Nullable Instant listedAt) {
        session.createMutationQuery("delete from WatermarkEntity w where w.connectionId = :c")
                .setParameter("c", connection).executeUpdate();
        var row = new WatermarkEntity();
        row.connectionId = connection;
        row.reached = reached;
        row.listedAt = listedAt;
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

    /** The first day of what is here while more is to be kept; empty otherwise. */
    Optional<LocalDate> keptFrom() {
        return session
                .createSelectionQuery("select w.keptFrom from WatermarkEntity w where w.connectionId = :c "
                        + "and w.keptFrom is not null", LocalDate.class)
                .setParameter("c", connection).uniqueResultOptional();
    }
}
