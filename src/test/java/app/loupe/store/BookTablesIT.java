package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Secret;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No table of the book is forgotten by what is done to all of them, found by the columns of the file itself. */
class BookTablesIT extends BookInFolder {
    private static final Set<String> OF_THE_FILE = Set.of("BOOK_STATE", "flyway_schema_history");

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T raw(Use<T> use) throws Exception {
        try (Secret key = OpenStore.key((byte) 9);
                Connection connection = new H2Connector(file("book.mv.db"), key).connect(H2Connector.APPEND_ONLY)) {
            return use.of(connection);
        }
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        try (ResultSet found = connection.createStatement().executeQuery(query)) {
            var names = new TreeSet<String>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    private static Set<String> hashed(Connection connection) throws SQLException {
        return names(connection, "SELECT table_name FROM information_schema.columns WHERE column_name = 'ROW_HASH'");
    }

    @Test
    void everyTableOfWhatIsTheOwnersHasARowsDigest() throws Exception {
        twoSittings();

        Set<String> tables = raw(connection -> names(connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"));

        tables.removeAll(OF_THE_FILE);
        assertThat(tables).isEqualTo(raw(BookTablesIT::hashed)).hasSizeGreaterThan(1);
    }

    @Test
    void aRowThatIsAnotherOrGoneFromAnyTableIsDamage() throws Exception {
        twoSittings();
        byte[] whole = Files.readAllBytes(file("book.mv.db"));
        for (String table : raw(BookTablesIT::hashed)) {
            for (String change : List.of("UPDATE " + table + " SET row_hash = row_hash + 1",
                    "DELETE FROM " + table + " FETCH FIRST ROW ONLY")) {
                Files.write(file("book.mv.db"), whole);
                raw(connection -> connection.createStatement().executeUpdate(change));

                try (var open = open()) {
                    assertThat(open.warnings()).as(change).containsExactly("BOOK_RESTORED");
                }
            }
        }
    }

    @Test
    void ofForgottenBooksNoTableHasARow() throws Exception {
        twoSittings();
        assertThat(rows()).as("each table has one").allSatisfy((table, rows) -> assertThat(rows).isPositive());

        try (var open = open()) {
            open.book.forget(SHOP);
        }

        assertThat(rows()).allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
    }

    private Map<String, Long> rows() throws Exception {
        return raw(connection -> {
            var rows = new TreeMap<String, Long>();
            for (String table : hashed(connection)) {
                try (ResultSet found = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
                    found.next();
                    rows.put(table, found.getLong(1));
                }
            }
            return rows;
        });
    }
}
