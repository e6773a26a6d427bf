package app.loupe.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.Page;
import org.h2.mvstore.db.MVIndex;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.result.SearchRow;
import org.h2.table.IndexColumn;
import org.h2.table.Table;
import org.h2.table.TableType;
import org.h2.value.VersionedValue;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Checks that H2 finds every row. H2 trusts what it reads: when a key in the tree of a table or of an index is damaged,
 * an intact row is silently not found. Walks each tree once, from the root to the leaves: keys must ascend and stay
 * within the bounds above them, and a table and its indexes must hold the same entries. Does not look at contents.
 */
final class IndexCheck {
    private final SessionLocal session;

    private IndexCheck(SessionLocal session) {
        this.session = session;
    }

    /**
     * Whether every row is found. While somebody writes, a new row may seem missing, because each tree is read at another
     * moment.
     */
    static boolean findsAll(StatelessSession session) {
        return session.doReturningWork(IndexCheck::findsAll);
    }

    private static boolean findsAll(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var store = session.getDatabase().getStore().getMvStore();
        // what is read must not be written over meanwhile
        var usage = store.registerVersionUsage();
        try {
            return session.getDatabase().getMainSchema().getAllTablesAndViews(session).stream()
                    .filter(table -> table.getTableType() == TableType.TABLE).allMatch(new IndexCheck(session)::holds);
        } catch (DbException | MVStoreException told) {
            // below its driver H2 does not speak SQL's language
            throw DbException.toSQLException(told);
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    private boolean holds(Table table) {
        var scan = (MVIndex<?, ?>) table.getScanIndex(session);
        List<Index> indexes = table.getIndexes().stream().filter(MVSecondaryIndex.class::isInstance).toList();
        List<Sum> rows = indexes.stream().map(Sum::new).toList();
        boolean whole = walk(scan.getMVMap(),
                (key, row) -> rows.forEach(sum -> sum.add((Long) key, (SearchRow) row)));
        for (int i = 0; whole && i < rows.size(); i++) {
            var index = (MVSecondaryIndex) indexes.get(i);
            var entries = new Sum(index);
            whole = walk(index.getMVMap(), (entry, nothing) -> entries.add(entry.getKey(), entry))
                    && entries.isThatOf(rows.get(i));
        }
        return whole;
    }

    private <K, V> boolean walk(MVMap<K, VersionedValue<V>> tree, BiConsumer<K, V> each) {
        return ascends(tree, tree.flushAndGetRoot().root, null, null, each);
    }

    /**
     * @param least what no key is below; null for none
     * @param bound what every key is below; null for none
     */
    private <K, V> boolean ascends(MVMap<K, VersionedValue<V>> tree, Page<K, VersionedValue<V>> page, @Nullable K least,
            @Nullable K bound, BiConsumer<K, V> each) {
        // work that needs the file to itself has told H2 so
        session.checkCanceled();
        int keys = page.getKeyCount();
        K former = null;
        for (int i = 0; i < keys; i++) {
            K key = page.getKey(i);
            if (former == null ? isBelow(tree, key, least) : !isBelow(tree, former, key)) {
                return false;
            }
            former = key;
        }
        if (former != null && bound != null && !isBelow(tree, former, bound)) {
            return false;
        }
        if (page.isLeaf()) {
            for (int i = 0; i < keys; i++) {
                V value = page.getValue(i).getCurrentValue();
                if (value != null) {
                    each.accept(page.getKey(i), value);
                }
            }
            return true;
        }
        for (int i = 0; i <= keys; i++) {
            if (!ascends(tree, page.getChildPage(i), i == 0 ? least : page.getKey(i - 1),
                    i == keys ? bound : page.getKey(i),
                    each)) {
                return false;
            }
        }
        return true;
    }

    private static <K> boolean isBelow(MVMap<K, ?> tree, K key, @Nullable K other) {
        return other != null && tree.getKeyType().compare(key, other) < 0;
    }

    /** How many entries there are, and a sum over them that does not know their order. */
    private static final class Sum {
        private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

        private final int[] columns;
        private long count;
        private long sum;

        Sum(Index index) {
            IndexColumn[] indexed = index.getIndexColumns();
            columns = new int[indexed.length];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = indexed[i].column.getColumnId();
            }
        }

        void add(long key, SearchRow row) {
            long hash = key;
            for (int column : columns) {
                hash = (hash ^ row.getValue(column).hashCode()) * SPREAD;
                hash ^= hash >>> 29;
            }
            count++;
            sum += hash * SPREAD;
        }

        boolean isThatOf(Sum other) {
            return count == other.count && sum == other.sum;
        }
    }
}
