package app.loupe.store;

import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** How far the copy of one connection is known to be as the books were, by the server's clock. */
record Watermarks(StatelessSession session, String connection) {
    private static final String OF_A_WHOLE_COPY = "from WatermarkEntity w where w.connectionId = :c "
            + "and w.listedAt is not null";

    /** From when on to ask for what changed; while more is to be kept than was, that is the last whole listing. */
    Optional<Instant> reached() {
        return session
                .createSelectionQuery("from WatermarkEntity w where w.connectionId = :c", WatermarkEntity.class)
                .setParameter("c", connection).uniqueResultOptional()
                .map(row -> Stamp.NEVER.equals(row.reached) && row.listedAt != null ? row.listedAt : row.reached);
    }

    /** When the books were last listed as a whole; empty before the first whole run. */
    Optional<Instant> listedAt() {
        return session.createSelectionQuery("select w.listedAt " + OF_A_WHOLE_COPY, Instant.class)
                .setParameter("c", connection).uniqueResultOptional();
    }

    /** A first run notes its watermark before it is through, and a loss takes it back: the server's time is of a whole one. */
    Optional<WatermarkEntity> ofWholeCopy() {
        return session.createSelectionQuery(OF_A_WHOLE_COPY, WatermarkEntity.class).setParameter("c", connection)
                .uniqueResultOptional();
    }

    /** A run got this far. */
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
     * More of the books is to be kept from now on than the last run was to bring. Of a copy that was never whole nothing is
     * told anyway: it stays as it is.
     *
     * @return how many rows say so now
     */
    int takeBack() {
        return session.createMutationQuery("update WatermarkEntity w set w.reached = :never "
                + "where w.connectionId = :c and w.listedAt is not null").setParameter("never", Stamp.NEVER)
                .setParameter("c", connection).executeUpdate();
    }
}
