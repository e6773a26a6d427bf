package app.loupe.store;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.MVIndex;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.result.SearchRow;
import org.h2.table.Column;
import org.h2.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the rows of one connection of one user, and their index entries, out of a file that is rewritten, and counts the
 * invoices left out. Two columns of a row tell its owner; every index of such a table holds them too. For one rewrite, by
 * one thread.
 */
final class ConnectionEntries implements PackedFile.Choice {
    private static final String USER = "USER_ID";
    private static final String CONNECTION = "CONNECTION_ID";

    private final String user;
    private final String connection;
    private final DeletionProgress progress;
    private final Map<String, Owner> owners = new HashMap<>();
    private String invoiceRows = "";
    private long total;
    private long seen;
    private int invoices;

    /** Where an entry of a map holds its owner: in the value for the rows of a table, in the key for an index. */
    private record Owner(int user, int connection, boolean rows) {}

    /** Ends the writing in the middle of the file; only {@link H2File} handles it. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private ConnectionEntries(UserId user, ConnectionId connection, DeletionProgress progress) {
        this.user = user.value();
        this.connection = connection.value();
        this.progress = progress;
    }

    /**
     * The choice for the file to which this connection is open; the progress counts all entries of the file, whoever owns
     * them.
     */
    static ConnectionEntries of(Connection open, UserId user, ConnectionId connection, DeletionProgress progress)
            throws SQLException {
        var session = (SessionLocal) open.unwrap(JdbcConnection.class).getSession();
        var entries = new ConnectionEntries(user, connection, progress);
        try {
            for (StoredTable table : StoredTable.ofConnections()) {
                entries.add(table, session.getDatabase().getMainSchema().getTableOrView(session, table.table()),
                        session);
            }
        } catch (DbException | MVStoreException told) {
            // below its driver H2 does not speak SQL's language
            throw DbException.toSQLException(told);
        }
        return entries;
    }

    private void add(StoredTable stored, Table table, SessionLocal session) {
        MVMap<?, ?> rows = ((MVIndex<?, ?>) table.getScanIndex(session)).getMVMap();
        Column ofUser = table.getColumn(USER);
        Column ofConnection = table.getColumn(CONNECTION);
        owners.put(rows.getName(), new Owner(ofUser.getColumnId(), ofConnection.getColumnId(), true));
        if (stored == StoredTable.INVOICES) {
            invoiceRows = rows.getName();
        }
        for (Index index : table.getIndexes()) {
            if (index instanceof MVSecondaryIndex secondary) {
                demandHolds(index, ofUser);
                demandHolds(index, ofConnection);
                owners.put(secondary.getMVMap().getName(),
                        new Owner(ofUser.getColumnId(), ofConnection.getColumnId(), false));
            }
        }
    }

    /** Fails for an index that does not tell the owner of its entries: it would still lead to rows that are gone. */
    private static void demandHolds(Index index, Column column) {
        if (index.getColumnIndex(column) < 0) {
            throw new IllegalStateException("an index without " + column.getName());
        }
    }

    @Override
    public void begins(long entries) {
        total = entries;
    }

    @Override
    public boolean keeps(String map, Object key, @Nullable Object value) {
        if (progress.isStopped()) {
            throw new StoppedException();
        }
        progress.at(++seen, total);
        Owner owner = owners.get(map);
        if (owner == null || !((owner.rows() ? value : key) instanceof SearchRow row) || !isTheirs(row, owner)) {
            return true;
        }
        if (map.equals(invoiceRows)) {
            invoices++;
        }
        return false;
    }

    private boolean isTheirs(SearchRow row, Owner owner) {
        return connection.equals(row.getValue(owner.connection()).getString())
                && user.equals(row.getValue(owner.user()).getString());
    }

    /** How many invoices were left out so far. */
    int invoices() {
        return invoices;
    }
}
