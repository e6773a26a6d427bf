package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

class StoreFaultIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final InvoiceReader.Counts WHOLE = new InvoiceReader.Counts(400, 0, 1_200, 0, 1, 0);
    private static final int CUTS = 20;

    @TempDir
    Path temp;

    /** A closed folder with 400 invoices, written and flushed in pages. */
    private Path filled() throws ProblemException, IOException {
        Path folder = Files.createDirectory(temp.resolve("filled"));
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int page = 0; page < 8; page++) {
                open.copies().saveInvoices(SHOP, StoreRecords.invoices(1 + page * 50L, 50, 3));
                open.copies().flush();
            }
            open.copies().savePartners(SHOP, List.of(StoreRecords.partner(1, "Azure")));
            open.copies().publish(SHOP, NOW, null);
        }
        return folder;
    }

    private Path copy(Path folder, String name) throws IOException {
        Path target = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    /** How an opening ended: {@code whole}, a named state, or {@code SILENT}. */
    private static String outcome(Path folder) {
        try (var open = new OpenStore(folder)) {
            List<Problem> warnings = open.store.warnings();
            if (!warnings.isEmpty()) {
                assertThat(open.copies().watermark(SHOP)).isEmpty();
                return warnings.toString();
            }
            List<Problem> scrubbed = open.store.scrub();
            if (!scrubbed.isEmpty()) {
                assertThat(open.copies().watermark(SHOP)).isEmpty();
                return scrubbed.toString();
            }
            boolean whole = open.store.reader().counts(SHOP).equals(WHOLE)
                    && open.store.reader().rows(java.util.Set.of(SHOP)).size() == WHOLE.invoices()
                    && open.copies().watermark(SHOP).equals(java.util.Optional.of(NOW));
            return whole ? "whole" : "SILENT";
        } catch (ProblemException named) {
            return named.problem().code().name();
        }
    }

    @Test
    void c1_aTruncatedStoreIsNeverSilentlyShort() throws Exception {
        Path folder = filled();
        long length = Files.size(folder.resolve("invoices.mv.db"));
        var outcomes = new ArrayList<String>();
        for (int cut = 0; cut < CUTS; cut++) {
            Path damaged = copy(folder, "cut" + cut);
            try (var file = new RandomAccessFile(damaged.resolve("invoices.mv.db").toFile(), "rw")) {
                file.setLength(length * cut / CUTS + cut % 7);
            }
            outcomes.add(outcome(damaged));
        }
        assertThat(outcomes).hasSize(CUTS).doesNotContain("SILENT");
        assertThat(outcomes).anyMatch(outcome -> outcome.contains("STORE_"));
    }

    @Test
    void c2_zeroedPagesAndAnOlderCopyAreNoticed() throws Exception {
        Path folder = filled();
        Path older = copy(folder, "older");
        try (var open = new OpenStore(folder)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(401, 50, 3));
            open.copies().flush();
            open.copies().dropJournalItems(SHOP, java.util.Set.of());
        }
        Files.copy(older.resolve("invoices.mv.db"), folder.resolve("invoices.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(outcome(folder)).contains("STORE_SHORT").contains("400").contains("450").contains(SHOP.value());

        var random = new Random(20_260_401);
        for (int i = 0; i < 6; i++) {
            Path damaged = copy(older, "zero" + i);
            try (var file = new RandomAccessFile(damaged.resolve("invoices.mv.db").toFile(), "rw")) {
                file.seek(4_096L * random.nextInt((int) (file.length() / 4_096)));
                file.write(new byte[4_096]);
            }
            assertThat(outcome(damaged)).isNotEqualTo("SILENT");
        }
    }

    @Test
    void aShortStoreIsWholeAgainAfterTheNextSync() throws Exception {
        Path folder = filled();
        Path older = copy(folder, "before");
        try (var open = new OpenStore(folder)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(401, 1, 3));
            open.copies().flush();
        }
        Files.copy(older.resolve("invoices.mv.db"), folder.resolve("invoices.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            assertThat(open.copies().stamps(SHOP, app.loupe.domain.RecordKind.INVOICE).values())
                    .containsOnly(Instant.EPOCH);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 401, 3));
            open.copies().publish(SHOP, NOW, null);
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(401);
            assertThat(open.store.reader().counts(SHOP).lines()).isEqualTo(1_203);
        }
    }

    @Test
    void c3_anUnreadableStoreIsSetAsideAndReplaced() throws Exception {
        Path folder = filled();
        Path file = folder.resolve("invoices.mv.db");
        byte[] nonsense = "no database ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        Files.write(file, nonsense);

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_DAMAGED,
                    ProblemCode.STORE_SHORT);
            assertThat(open.store.reader().counts(SHOP).invoices()).isZero();
        }
        assertThat(folder.resolve("invoices.mv.db.damaged-20260506-070809")).hasBinaryContent(nonsense);
    }

    @Test
    void aWrongKeyIsRefusedAndTheFileLeftAsItIs() throws Exception {
        Path folder = filled();
        byte[] before = Files.readAllBytes(folder.resolve("invoices.mv.db"));

        assertThatThrownBy(() -> new OpenStore(folder, OpenStore.ANNA, (byte) 8)).isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KEY_FOREIGN));
        // without the vault's digest the two cannot be told apart: refused as well
        byte[] vault = Files.readAllBytes(folder.resolve("vault.mv.db"));
        Files.delete(folder.resolve("vault.mv.db"));
        assertThatThrownBy(() -> new OpenStore(folder, OpenStore.ANNA, (byte) 8)).isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KEY_FOREIGN));

        assertThat(folder.resolve("invoices.mv.db")).hasBinaryContent(before);
        Files.write(folder.resolve("vault.mv.db"), vault);
        assertThat(outcome(folder)).isEqualTo("whole");
    }

    @Test
    void c4_aMissingOrDamagedLedgerIsMadeAnew() throws Exception {
        Path folder = filled();
        Path ledger = folder.resolve("store.ledger");
        String good = Files.readString(ledger);
        for (String text : List.of("", "nonsense", good.substring(0, good.length() - 3), good.replace(" 400 ", " x "),
                good.replaceFirst("loupe-ledger 1 .*", "loupe-ledger 1 another-install"))) {
            Files.writeString(ledger, text);
            assertThat(outcome(folder)).isEqualTo("whole");
            assertThat(ledger).hasContent(good);
        }
        Files.write(ledger, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(outcome(folder)).isEqualTo("whole");
        Files.delete(ledger);
        assertThat(outcome(folder)).isEqualTo("whole");
    }

    @Test
    void aStoreOfALaterVersionIsRefusedAndNotWritten() throws Exception {
        Path folder = filled();
        Path file = folder.resolve("vault.mv.db");
        var properties = new Properties();
        properties.put("user", "LOUPE");
        properties.put("password", new char[0]);
        try (Connection connection = new Driver().connect("jdbc:h2:file:" + folder.resolve("vault"), properties);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                            INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                            "installed_by", "execution_time", "success") VALUES (2, '2', 'later', 'SQL', 'V2', 'x', 1, TRUE)""");
        }
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> new OpenStore(folder)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.STORE_TOO_NEW));

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aSecondAccountGetsItsOwnSealedFile() throws Exception {
        Path folder = filled();

        try (var bert = new OpenStore(folder, OpenStore.BERT, (byte) 9).knowing(SHOP)) {
            assertThat(bert.store.warnings()).isEmpty();
            assertThat(folder.resolve(bert.vault.invoiceStoreName() + ".mv.db")).exists();
            assertThat(bert.store.reader().counts(SHOP).invoices()).isZero();
            bert.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
            bert.copies().flush();
        }
        assertThat(outcome(folder)).isEqualTo("whole");
        try (var bert = new OpenStore(folder, OpenStore.BERT, (byte) 9)) {
            assertThat(bert.store.warnings()).isEmpty();
            assertThat(bert.store.reader().counts(SHOP).invoices()).isEqualTo(2);
        }
    }

    @Test
    void aFullDiskIsNamedHoweverDeepItHides() {
        var full = new IOException("No space left on device");
        var hidden = new org.hibernate.HibernateException("x",
                new java.sql.SQLException("database is closed", "90098", 90_098, new IllegalStateException(full)));

        assertThat(StoreProblems.code(hidden)).isEqualTo(ProblemCode.DISK_FULL);
    }

    @Test
    void readersWaitWhileTheFileIsRewritten() throws Exception {
        Path folder = filled();
        var failures = new java.util.concurrent.ConcurrentLinkedQueue<Object>();
        try (var open = new OpenStore(folder)) {
            var stop = new java.util.concurrent.atomic.AtomicBoolean();
            var first = new java.util.concurrent.CountDownLatch(2);
            Runnable reading = () -> {
                while (!stop.get()) {
                    try {
                        if (open.store.reader().rows(java.util.Set.of(SHOP)).size() != 400) {
                            failures.add("short");
                        }
                        first.countDown();
                    } catch (ProblemException failure) {
                        failures.add(failure);
                        first.countDown();
                    }
                }
            };
            var threads = List.of(Thread.ofPlatform().start(reading), Thread.ofPlatform().start(reading));
            first.await();
            for (int i = 0; i < 3; i++) {
                open.knowing(new ConnectionId("cccccccc"));
                open.copies().saveInvoices(new ConnectionId("cccccccc"), StoreRecords.invoices(1, 50, 2));
                assertThat(open.copies().delete(new ConnectionId("cccccccc"))).isEqualTo(50);
            }
            stop.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
    }
}
