package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Secret;
import app.loupe.domain.SystemAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file of any version becomes one of the newest, whichever versions it was before: H2 names a key by what is free in the
 * sitting that makes it, so that one table has other names in a file that grew than in a new one.
 */
class FormerVersionsIT {
    private static final int MANY_STOPS = 3;

    @TempDir
    Path folder;

    /**
     * Ways up to the newest version, as the versions at which the file was closed: up to three of them, or all. Every way
     * there is would be twice as many with each version more.
     */
    static Stream<List<Object>> ways() {
        return Arrays.stream(Migrations.values()).flatMap(file -> IntStream.range(1, 1 << (file.newest() - 1))
                .filter(way -> Integer.bitCount(way) <= MANY_STOPS || Integer.bitCount(way) == file.newest() - 1)
                .mapToObj(way -> List.of(file, IntStream.range(1, file.newest())
                        .filter(version -> (way & 1 << (version - 1)) != 0).boxed().toList())));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFileThatGrewIsOneOfTheNewestVersion(List<Object> way) throws Exception {
        var migrations = (Migrations) way.getFirst();
        var stops = new ArrayList<Integer>();
        ((List<?>) way.getLast()).forEach(version -> stops.add((Integer) version));
        Path file = folder.resolve("grown.mv.db");
        try (Secret key = OpenStore.key((byte) 7);
                var vault = VaultFile.open(folder, false, new SystemAccount("anna", "1000"))) {
            for (int version : stops) {
                grow(file, key, migrations, version);
                assertThat(StoreInspector.inspect(file, key, migrations).schemaVersion()).isEqualTo(version);
            }

            new FileMigration(vault.folder(), file, key, migrations).admit(true);

            assertThat(StoreInspector.inspect(file, key, migrations).schemaVersion()).isEqualTo(migrations.newest());
        }
    }

    /** An invoice that Odoo has, one that is gone there, and a partner, by a version that did not know of accounts. */
    @Test
    void whatVersionSevenKnowsMoreOfIsReadAgainAndWhatIsGoneKeepsItsDay() throws Exception {
        Path file = folder.resolve("grown.mv.db");
        try (Secret key = OpenStore.key((byte) 7);
                var vault = VaultFile.open(folder, false, new SystemAccount("anna", "1000"))) {
            grow(file, key, Migrations.INVOICES, 6);
            try (Connection connection = source(file, key).getConnection();
                    Statement statement = connection.createStatement()) {
                insert(statement, "INVOICE", Map.of("ID", "1", "PRESENCE", "'PRESENT'"));
                insert(statement, "INVOICE", Map.of("ID", "2", "PRESENCE", "'REMOVED_IN_ODOO'"));
                insert(statement, "PARTNER", Map.of("ID", "3"));
                statement.execute("SHUTDOWN COMPACT");
            }

            new FileMigration(vault.folder(), file, key, Migrations.INVOICES).admit(true);

            try (Connection connection = source(file, key).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("""
                            SELECT id, content_hash, EXTRACT(YEAR FROM write_date), payments_at IS NULL FROM invoice
                            UNION ALL SELECT id, content_hash, EXTRACT(YEAR FROM write_date), TRUE FROM partner
                            ORDER BY 1""")) {
                var rows = new ArrayList<String>();
                while (found.next()) {
                    rows.add(found.getLong(1) + " " + found.getLong(2) + " " + found.getInt(3) + " "
                            + found.getBoolean(4));
                }
                assertThat(rows).containsExactly("1 0 1970 true", "2 0 2026 false", "3 0 1970 true");
            }
        }
    }

    /** What a former version kept by columns lacks what this one asks of them: an empty answer would pass for an empty copy. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 9})
    void columnsOfAFormerVersionAreMadeAnew(int version) throws Exception {
        Path file = folder.resolve("grown.mv.db");
        try (Secret key = OpenStore.key((byte) 7);
                var vault = VaultFile.open(folder, false, new SystemAccount("anna", "1000"))) {
            grow(file, key, Migrations.INVOICES, version);
            try (Connection connection = source(file, key).getConnection();
                    Statement statement = connection.createStatement()) {
                insert(statement, "COLUMN_SEGMENT", Map.of("DOCUMENT", "X'00'"));
                statement.execute("SHUTDOWN COMPACT");
            }

            new FileMigration(vault.folder(), file, key, Migrations.INVOICES).admit(true);

            try (Connection connection = source(file, key).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet left = statement.executeQuery("SELECT COUNT(*) FROM column_segment")) {
                assertThat(left.next()).isTrue();
                assertThat(left.getInt(1)).isZero();
            }
        }
    }

    /** A row of any values but these, in every column that there is. */
    private static void insert(Statement statement, String table, Map<String, String> given) throws Exception {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        try (ResultSet columns = statement.executeQuery("SELECT column_name, data_type FROM information_schema.columns "
                + "WHERE table_name = '" + table + "'")) {
            while (columns.next()) {
                String name = columns.getString(1);
                names.add(name);
                values.add(given.getOrDefault(name, switch (columns.getString(2)) {
                    case "CHARACTER VARYING" -> "'x'";
                    case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP WITH TIME ZONE '2026-03-01 08:00:00+00:00'";
                    case "DATE" -> "DATE '2026-03-01'";
                    case "BOOLEAN" -> "FALSE";
                    default -> "5";
                }));
            }
        }
        statement.execute("INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", values) + ")");
    }

    private static JdbcDataSource source(Path file, Secret key) {
        String name = file.toString();
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + name.substring(0, name.length() - FileProtection.STORE_SUFFIX.length())
                + ";CIPHER=AES");
        source.setUser("LOUPE");
        source.setPassword(new String(H2Connector.hex(key)) + " ");
        return source;
    }

    /** What the program of that version did: new tables, and the former ones are still counted in the file. */
    private static void grow(Path file, Secret key, Migrations migrations, int version) throws Exception {
        JdbcDataSource source = source(file, key);
        Flyway.configure().dataSource(source).locations("classpath:app/loupe/store/"
                + migrations.name().toLowerCase(Locale.ROOT)).target(Integer.toString(version))
                .loggers("slf4j").load().migrate();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            if (migrations == Migrations.INVOICES && version > 1) {
                new FormerLines(connection).pack();
            }
            statement.execute("SHUTDOWN COMPACT");
        }
    }
}
