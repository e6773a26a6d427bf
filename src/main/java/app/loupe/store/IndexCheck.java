package app.loupe.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
     * Whether every row is found by all indexes of its table. Beside a writer a row that has just come may not be: H2 shows
     * table and index as they are at the moment of each look, not of the transaction.
     */
    static boolean findsAll(StatelessSession session) {
        return session.doReturningWork(IndexCheck::findsAll);
    }

    private static boolean findsAll(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        try {
            return session.getDatabase().getMainSchema().getAllTablesAndViews(session).stream()
                    .filter(table -> table.getTableType() == TableType.TABLE).allMatch(new IndexCheck(session)::holds);
        } catch (DbException | MVStoreException told) {
            // below its driver H2 does not speak SQL's language
            throw DbException.toSQLException(told);
        }
    }

    private boolean holds(Table table) {
        List<Index> indexes = table.getIndexes();
        long rows = 0;
        for (Cursor all = table.getScanIndex(session).find(session, null, null, false); all.next(); rows++) {
            Row row = all.get();
            if (!indexes.stream().allMatch(index -> leadsTo(index, row))) {
                return false;
            }
            if (rows % ROWS_AT_ONCE == 0) {
                // who needs the file for himself has told H2
                session.checkCanceled();
            }
        }
        long counted = rows;
        return indexes.stream().allMatch(index -> index.getRowCount(session) == counted);
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
}
