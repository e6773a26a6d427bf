package app.loupe.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.OriginalPdf;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncMode;
import app.loupe.domain.Verification;
import app.loupe.domain.Verified;
import app.loupe.store.StoredTable.Loss;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** No table of a file is forgotten by what is done to all of them: what each is said to be is held against the file itself. */
class StoredTableIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final Set<String> MIGRATIONS = Set.of("FLYWAY_SCHEMA_HISTORY");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws ProblemException {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open, SHOP);
            fill(open, OTHER);
        }
    }

    private static void fill(OpenStore open, ConnectionId id) throws ProblemException {
        var journal = open.store.journal();
        int run = journal.begin(id, NOW, SyncMode.CHANGES);
        var copies = open.copies();
        copies.saveInvoices(id, StoreRecords.invoices(1, 3, 2));
        copies.saveJournalItems(id, List.of(StoreRecords.line(9_000, 99, 0, "EUR", "item")));
        copies.savePartners(id, List.of(StoreRecords.partner(1, "a")));
        copies.saveProducts(id, List.of(StoreRecords.product(1, "a")));
        copies.savePayments(id, Map.of(3L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1"))));
        copies.publish(id, NOW, NOW);
        open.store.originals().keep(new InvoiceKey(id, 1),
                OriginalPdf.of("%PDF-1.4 sent".getBytes(UTF_8), NOW).orElseThrow());
        open.store.profiles().verified(id, new Verification(NOW, NOW, Verified.NONE));
        journal.keep(id, run, List.of(new RequestRecord(NOW, "erp:443", "account.move", "read", 1, 1, 200,
                Duration.ZERO, "ok", "")));
    }

    private static String nameOf(Class<?> entity) {
        return entity.getAnnotation(Table.class).name().toUpperCase(Locale.ROOT);
    }

    private static Set<String> names(List<Class<?>> entities) {
        return entities.stream().map(StoredTableIT::nameOf).collect(Collectors.toSet());
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T raw(String file, Use<T> use) throws Exception {
        try (Secret key = file.startsWith("vault") ? null : OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve(file), key).connect(H2Connector.APPEND_ONLY)) {
            return use.of(connection);
        }
    }

    private static Set<String> strings(Connection connection, String query) throws SQLException {
        try (ResultSet found = connection.createStatement().executeQuery(query)) {
            var all = new TreeSet<String>();
            while (found.next()) {
                all.add(found.getString(1).toUpperCase(Locale.ROOT));
            }
            return all;
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = strings(connection,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
        tables.removeAll(MIGRATIONS);
        return tables;
    }

    private static Set<String> with(Connection connection, String column) throws SQLException {
        return strings(connection, "SELECT table_name FROM information_schema.columns WHERE table_schema = 'PUBLIC' "
                + "AND column_name = '" + column + "'");
    }

    private static Set<String> said(Stream<StoredTable> tables) {
        return tables.map(table -> nameOf(table.entity())).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTablesOfANewFileAreThoseOfTheList() throws Exception {
        assertThat(raw("invoices.mv.db", StoredTableIT::tables)).isEqualTo(names(StoredTable.entities()));
        assertThat(raw("vault.mv.db", StoredTableIT::tables)).isEqualTo(names(VaultFile.ENTITIES));
    }

    @Test
    void everyEntityIsInOneOfTheFiles() {
        Set<String> entities = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("app.loupe").stream().filter(type -> type.isAnnotatedWith(Entity.class))
                .map(JavaClass::getName).collect(Collectors.toSet());
        var listed = new ArrayList<>(StoredTable.entities());
        listed.addAll(VaultFile.ENTITIES);
        assertThat(listed.stream().map(Class::getName)).containsExactlyInAnyOrderElementsOf(entities);
    }

    @Test
    void whatIsSaidOfATableIsWhatItsColumnsAreFor() throws Exception {
        raw("invoices.mv.db", connection -> {
            assertThat(with(connection, "CONNECTION_ID")).isEqualTo(said(StoredTable.ofConnections().stream()));
            assertThat(with(connection, "ROW_HASH")).isEqualTo(
                    said(Arrays.stream(StoredTable.values()).filter(table -> table.counted().isPresent())));
            assertThat(with(connection, "CONTENT_HASH")).isEqualTo(said(StoredTable.after(Loss.READ_AGAIN).stream()));
            return true;
        });
        assertThat(Arrays.stream(StoredTable.values()).flatMap(table -> table.counted().stream()))
                .as("each way to count is that of one table").containsExactlyInAnyOrder(CountedRows.values());
    }

    private Map<String, Long> rows(ConnectionId id) throws Exception {
        return raw("invoices.mv.db", connection -> {
            var rows = new TreeMap<String, Long>();
            for (String table : with(connection, "CONNECTION_ID")) {
                try (ResultSet found = connection.createStatement().executeQuery(
                        "SELECT COUNT(*) FROM " + table + " WHERE connection_id = '" + id.value() + "'")) {
                    found.next();
                    rows.put(table, found.getLong(1));
                }
            }
            return rows;
        });
    }

    @Test
    void aDeletionLeavesNoRowOfTheConnectionInAnyTable() throws Exception {
        Map<String, Long> before = rows(SHOP);
        assertThat(before.values()).as("each table has one: %s", before).allMatch(rows -> rows > 0);

        try (var open = new OpenStore(folder)) {
            assertThat(open.copies().delete(SHOP)).isEqualTo(3);
        }

        assertThat(rows(SHOP).values()).containsOnly(0L);
        assertThat(rows(OTHER)).isEqualTo(before);
    }

    /** One row less, at the same generation: what damage to a page does. */
    @Test
    void aRowThatIsGoneFromAnyTableThatCountsIsMissed() throws Exception {
        Set<String> counting = raw("invoices.mv.db", connection -> with(connection, "ROW_HASH"));
        for (String table : counting) {
            raw("invoices.mv.db", connection -> connection.createStatement().executeUpdate(
                    "DELETE FROM " + table + " WHERE connection_id = 'aaaaaaaa' FETCH FIRST ROW ONLY"));

            try (var open = new OpenStore(folder)) {
                assertThat(open.store.scrub()).as(table).singleElement()
                        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.STORE_SHORT));
                assertThat(open.copies().watermark(SHOP)).as(table).isEmpty();
                assertThat(open.copies().watermark(OTHER)).as(table).contains(NOW);
                assertThat(open.store.scrub()).as("told once").isEmpty();
            }
        }
    }
}
