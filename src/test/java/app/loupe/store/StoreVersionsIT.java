package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.engine.DbObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** A folder that Loupe 0.1.0 left, sealed with the key of {@link OpenStore}: this Loupe opens it and loses nothing. */
class StoreVersionsIT {
    private static final int NEWEST = Migrations.INVOICES.newest();
    private static final Path KEPT = Path.of("src/test/resources/store/version-1");
    private static final Path LISTS = Path.of("src/main/resources/app/loupe/store");
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path temp;

    private Path folder;
    private Path file;

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectory(temp.resolve("kept"));
        file = folder.resolve("invoices.mv.db");
        try (Stream<Path> files = Files.list(KEPT)) {
            for (Path one : files.toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
    }

    private static void fill(OpenStore open) throws ProblemException {
        var copies = open.copies();
        copies.saveInvoices(SHOP, StoreRecords.invoices(1, 12, 3));
        copies.saveInvoices(OTHER, StoreRecords.invoices(1, 2, 1));
        copies.saveJournalItems(SHOP, List.of(StoreRecords.line(5_000, 99, 0, "EUR", "receivable")));
        copies.savePartners(SHOP, List.of(StoreRecords.partner(1, "Azure"), StoreRecords.partner(2, "Deco")));
        copies.saveProducts(SHOP, List.of(StoreRecords.product(1, "Desk")));
        copies.savePayments(SHOP, Map.of(3L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00"))));
    }

    private static List<String> definitions(Path file) throws ProblemException {
        try (var key = OpenStore.key((byte) 7)) {
            return RawFile.read(file, key, RawFile::definitions).orElseThrow().stream()
                    .filter(found -> found.getObjectType() != DbObject.USER
                            && found.getObjectType() != DbObject.SETTING)
                    .map(found -> OwnDefinitions.line(found.getObjectType(), found.getSQL())).toList();
        }
    }

    private static List<String> list(int version) throws IOException {
        return Files.readAllLines(LISTS.resolve("definitions-invoices-" + version + ".txt"));
    }

    private void showsEverything(OpenStore open) throws Exception {
        InvoiceReader reader = open.store.reader();
        try (var fresh = new OpenStore(Files.createDirectories(temp.resolve("fresh"))).knowing(SHOP, OTHER)) {
            fill(fresh);
            fresh.copies().markRemoved(SHOP, Set.of(12L), NOW);
            assertThat(new HashSet<>(reader.rows(Set.of(SHOP, OTHER)))).hasSize(14)
                    .isEqualTo(new HashSet<>(fresh.store.reader().rows(Set.of(SHOP, OTHER))));
            for (ConnectionId id : List.of(SHOP, OTHER)) {
                assertThat(reader.counts(id)).isEqualTo(fresh.store.reader().counts(id));
                for (RecordKind kind : List.of(RecordKind.PARTNER, RecordKind.PRODUCT)) {
                    assertThat(open.copies().referenced(id, kind)).isNotEmpty()
                            .isEqualTo(fresh.copies().referenced(id, kind));
                }
            }
            // when it was written is forgotten, so that it is read again
            assertThat(reader.invoice(new InvoiceKey(SHOP, 3)).orElseThrow()).usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("(.*\\.)?writeDate", "(.*\\.)?(p|commercialP)artner\\.name")
                    .isEqualTo(fresh.store.reader().invoice(new InvoiceKey(SHOP, 3)).orElseThrow());
            assertThat(reader.payments(new InvoiceKey(SHOP, 3))).hasSize(1)
                    .isEqualTo(fresh.store.reader().payments(new InvoiceKey(SHOP, 3)));
            assertThat(reader.partner(SHOP, 2).orElseThrow()).usingRecursiveComparison().ignoringFields("writeDate")
                    .isEqualTo(StoreRecords.partner(2, "Deco"));
        }
        assertThat(open.store.profiles().profiles()).containsExactly(
                new ConnectionProfile(SHOP, ConnectionProfile.Kind.ODOO, "Shop", LocalDate.of(2025, 1, 1),
                        new CertificatePin("ab".repeat(32)), "17.0", NOW),
                new ConnectionProfile(OTHER, ConnectionProfile.Kind.ODOO, "Other", null, null, "", null));
        assertThat(open.store.journal().runs(9)).hasSize(1);
    }

    @Test
    void theKeptFileIsOneOfTheFirstVersion() throws Exception {
        assertThat(definitions(file)).containsExactlyInAnyOrderElementsOf(list(1));
        assertThat(list(1)).isNotEqualTo(list(NEWEST));
    }

    @Test
    void aFileOfTheFirstVersionIsMigratedAndShowsTheSameRows() throws Exception {
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            showsEverything(open);
            assertThat(open.store.scrub()).isEmpty();
        }
        assertThat(definitions(file)).containsExactlyInAnyOrderElementsOf(list(NEWEST));
        assertThat(folder).isDirectoryNotContaining("glob:**migration**");
        Object migrated = Files.readAttributes(file, "fileKey,creationTime");
        try (var again = new OpenStore(folder)) {
            assertThat(again.store.warnings()).isEmpty();
            showsEverything(again);
        }
        assertThat((Object) Files.readAttributes(file, "fileKey,creationTime")).as("once").isEqualTo(migrated);
    }

    @Test
    void theNextSyncReadsAllOfItAgain() throws Exception {
        try (var open = new OpenStore(folder)) {
            var copies = open.copies();
            assertThat(copies.watermark(SHOP)).isEmpty();
            for (RecordKind kind : RecordKind.values()) {
                assertThat(copies.stamps(SHOP, kind).values()).as(kind.name()).isNotEmpty()
                        .containsOnly(Instant.EPOCH);
            }

            assertThat(copies.saveInvoices(SHOP, StoreRecords.invoices(1, 11, 3)).changed()).isEqualTo(11);
            fill(open);
            copies.publish(SHOP, NOW, null);

            for (RecordKind kind : RecordKind.values()) {
                assertThat(copies.stamps(SHOP, kind).values()).containsOnly(StoreRecords.WRITTEN);
            }
            assertThat(open.store.reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(12, 0, 36, 1, 2, 1));
            assertThat(open.store.scrub()).isEmpty();
        }
    }

    @Test
    void aMigrationThatWasKilledBeginsAgainFromTheFileThatItDidNotTouch() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Path half = Files.copy(file, folder.resolve("invoices-migration.mv.db"));
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(half, key).connect(H2Connector.FILL_HOLES);
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE move_line");
            statement.execute("CREATE TABLE holding (user_id INTEGER)");
        }
        Files.write(folder.resolve("invoices-migration.mv.db.tempFile"), new byte[100]);
        assertThat(file).hasBinaryContent(before);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            showsEverything(open);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**migration**");
    }

    @Test
    void aMigrationThatFailsLeavesTheFileAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Path obstacle = Files.createDirectory(folder.resolve("invoices-migration.mv.db"));
        Path inTheWay = Files.createFile(obstacle.resolve("in-the-way"));

        assertThatThrownBy(() -> new OpenStore(folder)).isInstanceOf(ProblemException.class);

        assertThat(file).hasBinaryContent(before);
        Files.delete(inTheWay);
        try (var open = new OpenStore(folder)) {
            showsEverything(open);
        }
    }

    @Test
    void aFileOfTheFirstVersionThatIsShortIsNamed() throws Exception {
        Path ledger = folder.resolve("store.ledger");
        Files.writeString(ledger, Files.readString(ledger).replace(" 12 ", " 13 "));

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            assertThat(open.store.warnings().getFirst().parameters()).containsExactly("12", "13", SHOP.value());
        }
    }

    @Test
    void aFileOfTheFirstVersionWithAValueThatIsNoneIsSetAsideAsDamaged() throws Exception {
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(file, key).connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE move_line SET kind = 'PRODUCU' WHERE invoice_id = 3"))
                    .isPositive();
        }

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).contains(ProblemCode.STORE_DAMAGED);
        }
        assertThat(folder).isDirectoryContaining("glob:**invoices.mv.db.damaged-*");
    }

    @Test
    void aFileOfALaterVersionIsRefusedAndNotWritten() throws Exception {
        historySays(NEWEST + 1);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> new OpenStore(folder)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.STORE_TOO_NEW));

        assertThat(file).hasBinaryContent(before);
    }

    /** What a flipped bit makes of the file's own word for its version is damage and not an attack. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void tablesOfAnotherVersionThanTheFileSaysAreDamage(int says) throws Exception {
        if (says < NEWEST) {
            new OpenStore(folder).close();
            // the start after the migration, which lets go of the file from before: otherwise that takes the place
            try (var open = new OpenStore(folder)) {
                open.store.dropFormer();
            }
            change("DELETE FROM \"flyway_schema_history\" WHERE CAST(\"version\" AS INTEGER) > " + says);
        } else {
            historySays(says);
        }

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).contains(ProblemCode.STORE_DAMAGED);
        }
        assertThat(folder).isDirectoryContaining("glob:**invoices.mv.db.damaged-20260506-070809");
    }

    private void historySays(int version) throws Exception {
        change("UPDATE \"flyway_schema_history\" SET \"version\" = '" + version + "'");
    }

    private void change(String sql) throws Exception {
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(file, key).connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
