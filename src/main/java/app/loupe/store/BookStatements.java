package app.loupe.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs the statements of one transaction of the book, and counts what they add and remove. */
final class BookStatements {
    private final Connection connection;
    private long rows;
    private long sum;
    private boolean changed;

    BookStatements(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> all(String query, Reader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values); ResultSet found = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (found.next()) {
                all.add(reader.of(found));
            }
            return all;
        }
    }

    private PreparedStatement prepared(String query, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    void run(String change, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(change, values)) {
            statement.executeUpdate();
        }
    }

    /** Counts a new or changed row: by its hash, or by the difference of the hashes. */
    void count(long moreRows, long moreSum) {
        rows += moreRows;
        sum += moreSum;
        changed |= moreRows != 0 || moreSum != 0;
    }

    /** Deletes the rows of a table for which a condition holds. */
    void remove(String table, String condition, Object... values) throws SQLException {
        long[] found = all("SELECT COUNT(*), COALESCE(SUM(row_hash), 0) FROM " + table + " WHERE " + condition,
                row -> new long[] {row.getLong(1), row.getBigDecimal(2).toBigInteger().longValue()}, values).getFirst();
        count(-found[0], -found[1]);
        run("DELETE FROM " + table + " WHERE " + condition, values);
    }

    /** Whether anything was added, taken away or replaced. */
    boolean changed() {
        return changed;
    }

    /** How many rows more there are. */
    long rows() {
        return rows;
    }

    /** By how much the sum of their hashes changed. */
    long sum() {
        return sum;
    }
}
