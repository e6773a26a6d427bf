package app.loupe.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.h2.result.Row;
import org.h2.table.Table;
import org.h2.table.TableType;
import org.hibernate.StatelessSession;

/**
 * Looks every row of every table up by each index of it. H2 keeps an index beside its table and believes it: over a damaged
 * one a row that is there and whole is not found, and nothing says so. Reads rows of all users, and looks at no content.
 */
final class IndexCheck {
    private static final int ROWS_AT_ONCE = 1_000;

    private final SessionLocal session;

    private IndexCheck(SessionLocal session) {
        this.session = session;
    }

    /**
     * Checks all tables, as the session's transaction sees them.
     *
     * @return how many rows were looked up
     * @throws IllegalStateException when an index does not lead to a row, or to more than there are
     */
    static long all(StatelessSession session) {
        return session.doReturningWork(IndexCheck::all);
    }

    private static long all(Connection connection) throws SQLException {
        try {
            return allTables(connection);
        } catch (DbException | MVStoreException told) {
            // below its driver H2 does not speak SQL's language
            throw DbException.toSQLException(told);
        }
    }

    private static long allTables(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        long rows = 0;
        for (Table table : session.getDatabase().getMainSchema().getAllTablesAndViews(session)) {
            if (table.getTableType() == TableType.TABLE) {
                rows += new IndexCheck(session).check(table);
            }
        }
        return rows;
    }

    private long check(Table table) {
        long rows = 0;
        for (Cursor all = table.getScanIndex(session).find(session, null, null, false); all.next(); rows++) {
            Row row = all.get();
            for (Index index : table.getIndexes()) {
                demand(leadsTo(index, row));
            }
            if (rows % ROWS_AT_ONCE == 0) {
                // who needs the file for himself has told H2
                session.checkCanceled();
            }
        }
        for (Index index : table.getIndexes()) {
            demand(index.getRowCount(session) == rows);
        }
        return rows;
    }

    private boolean leadsTo(Index index, Row row) {
        if (index.getColumns() == null) {
            // the scan itself
            return true;
        }
        Cursor found = index.find(session, row, row, false);
        while (found.next()) {
            if (found.getSearchRow().getKey() == row.getKey()) {
                return true;
            }
        }
        return false;
    }

    private static void demand(boolean right) {
        if (!right) {
            throw new IllegalStateException("an index is not that of its table");
        }
    }
}
