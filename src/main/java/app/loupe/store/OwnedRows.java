package app.loupe.store;

import app.loupe.domain.ConnectionId;
import jakarta.persistence.Table;
import java.util.Objects;
import org.hibernate.StatelessSession;

/**
 * The rows of one connection in all tables, which go with it. Their bytes stay in the file until it is rewritten. A table in
 * which nothing is of another connection, or of another user, is emptied at once: row by row, each is read, locked and written
 * again, and what was deleted takes several times the room of the file meanwhile. Emptying a table commits what was done
 * before it; whoever deletes a connection finishes a deletion that broke off.
 */
record OwnedRows(StatelessSession session, ConnectionId connection) {
    /** Deletes them; returns how many invoices there were. */
    int delete() {
        long invoices = session.createSelectionQuery("select count(*) from " + StoredTable.INVOICES.query()
                + " e where e.connectionId = :c", Long.class).setParameter("c", connection.value()).getSingleResult();
        StoredTable.ofConnections().forEach(this::delete);
        return Math.toIntExact(invoices);
    }

    private void delete(StoredTable table) {
        String name = Objects.requireNonNull(table.entity().getAnnotation(Table.class)).name();
        // in plain SQL, which sees the rows of every user
        long others = session
                .createNativeQuery("select count(*) from " + name + " where not (user_id = ?1 and connection_id = ?2)",
                        Long.class)
                .setParameter(1, session.getTenantIdentifierValue()).setParameter(2, connection.value())
                .getSingleResult();
        if (others == 0) {
            session.createNativeMutationQuery("truncate table " + name).executeUpdate();
        } else {
            session.createMutationQuery("delete from " + table.query() + " e where e.connectionId = :c")
                    .setParameter("c", connection.value()).executeUpdate();
        }
    }
}
