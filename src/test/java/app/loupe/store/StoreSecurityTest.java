package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Stamp;
import app.loupe.domain.SyncMode;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.Secret;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.UserId;
import app.loupe.domain.VaultChange;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import testkit.Profiles;
import testkit.FolderSearch;
import testkit.StoreRecords;

class StoreSecurityTest {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final String CANARY = "Q0FOQVJZLVpxOSF4N0twTDJ2V3Q4c0huNGZSajZt";

    @TempDir
    Path folder;

    private static StoredConnection row(String sealed) throws ProblemException {
        return new StoredConnection(SHOP, new Endpoint(OdooAddress.parse("erp.example"), "db", "bot"),
                new SealedPassword(sealed));
    }

    private static ConnectionProfile profile(String name) {
        return new ConnectionProfile(SHOP, ConnectionProfile.Kind.ODOO, name, null, null, "19.0", NOW);
    }

    static Connection plain(Path file, String more) throws SQLException {
        var properties = new Properties();
        properties.put("user", "LOUPE");
        properties.put("password", new char[0]);
        String name = file.toString().replace(".mv.db", "");
        return new Driver().connect("jdbc:h2:file:" + name + more, properties);
    }

    private static void fill(OpenStore open) throws ProblemException {
        var copies = open.copies();
        open.vault.insert(row(CANARY), Map.of());
        open.vault.apply(VaultChange.ofFacts(Map.of(VaultFact.KEY_ID, "1")));
        open.store.profiles().put(profile("Shop"));
        copies.saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
        copies.saveJournalItems(SHOP, List.of(StoreRecords.line(9_000, 99, 0, "EUR", "item")));
        copies.savePartners(SHOP, List.of(StoreRecords.partner(5, "Azure")));
        copies.saveProducts(SHOP, List.of(StoreRecords.product(6, "Desk")));
        copies.savePayments(SHOP, Map.of(1L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00"))));
        copies.publish(SHOP, NOW, null);
        int run = open.store.journal().begin(SHOP, NOW, SyncMode.FULL);
        open.store.journal().end(SHOP, run, NOW, new SyncReport.Done(SyncCounts.NONE));
        open.store.journal().keep(SHOP, run, List.of(new RequestRecord(NOW, "erp", "account.move", "read", 1, 1, 200,
                Duration.ZERO, "ok", "TLSv1.3")));
    }

    private static List<PrintedLine> lines(InvoiceReader reader) throws ProblemException {
        var lines = new ArrayList<PrintedLine>();
        reader.printedLines(Set.of(SHOP), lines::add);
        reader.printedLines(SHOP, Set.of(1L), lines::add);
        return lines;
    }

    /** Everything that a user can see of a connection by any public reading method. */
    private static List<Object> seen(OpenStore open) throws ProblemException {
        var reader = open.store.reader();
        var copies = open.copies();
        var key = new InvoiceKey(SHOP, 1);
        var each = new ArrayList<>();
        reader.each(SHOP, true, each::add);
        var journal = open.store.journal();
        var all = new ArrayList<Object>(List.of(open.vault.connections(), open.vault.find(SHOP), open.vault.facts(),
                open.store.profiles().profiles(), open.store.profiles().profile(SHOP), reader.rows(Set.of(SHOP)),
                lines(reader)));
        all.addAll(List.of(reader.invoice(key), reader.payments(key), reader.partner(SHOP, 5), each,
                reader.counts(SHOP), copies.paymentsWanted(SHOP, true), copies.draftLines(SHOP),
                copies.watermark(SHOP)));
        for (RecordKind kind : RecordKind.values()) {
            all.add(copies.stamps(SHOP, kind));
            all.add(copies.referenced(SHOP, kind));
        }
        all.addAll(List.of(journal.runs(9), journal.requests(SHOP, 1), journal.totals()));
        return all;
    }

    @Test
    void s14_anotherUserSeesAndChangesNothingEvenInsideTheSameFiles() throws Exception {
        try (var anna = new OpenStore(folder)) {
            fill(anna);
            List<Object> before = seen(anna);
            var shared = new H2File(FileProtection.of(folder), folder.resolve("invoices.mv.db"),
                    OpenStore.key((byte) 7));
            var stranger = new UserId("stranger");
            try (var bert = BorrowedStore.open(anna, shared, stranger)) {
                assertThat(bert.reader().rows(Set.of(SHOP))).isEmpty();
                assertThat(bert.reader().rows(SHOP, Set.of(1L))).isEmpty();
                assertThat(lines(bert.reader())).isEmpty();
                assertThat(bert.reader().invoice(new InvoiceKey(SHOP, 1))).isEmpty();
                assertThat(bert.reader().payments(new InvoiceKey(SHOP, 1))).isEmpty();
                assertThat(bert.reader().partner(SHOP, 5)).isEmpty();
                assertThat(bert.reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(0, 0, 0, 0, 0, 0));
                bert.reader().each(SHOP, true, invoice -> assertThat(invoice).isNull());
                for (RecordKind kind : RecordKind.values()) {
                    assertThat(bert.copies().stamps(SHOP, kind)).isEmpty();
                    assertThat(bert.copies().referenced(SHOP, kind)).isEmpty();
                }
                assertThat(bert.copies().paymentsWanted(SHOP, true)).isEmpty();
                assertThat(bert.copies().draftLines(SHOP)).isEmpty();
                assertThat(bert.copies().watermark(SHOP)).isEmpty();
                assertThat(bert.profiles().profiles()).isEmpty();
                assertThat(bert.profiles().profile(SHOP)).isEmpty();
                assertThat(bert.journal().runs(9)).isEmpty();
                assertThat(bert.journal().requests(SHOP, 1)).isEmpty();
                assertThat(bert.journal().totals().callsByMethod()).isEmpty();
                assertThatThrownBy(() -> bert.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 1, 9)))
                        .hasMessage("connection-unknown");
                bert.profiles().put(Profiles.of(SHOP));
                bert.profiles().synced(SHOP, NOW.plusSeconds(99), "14.0");
                bert.profiles().edit(SHOP, new ConnectionDetails(row("x").endpoint(), "Bert's",
                        new CertificatePin("ab".repeat(32)), null), null);
                assertThat(bert.copies().markRemoved(SHOP, Set.of(1L), NOW)).isZero();
                assertThat(bert.copies().markInaccessible(SHOP, Set.of(1L), NOW)).isZero();
                assertThat(bert.copies().dropJournalItems(SHOP, Set.of(9_000L))).isZero();
                bert.copies().savePayments(SHOP, Map.of(1L, List.of()));
                bert.journal().end(SHOP, 1, NOW, new SyncReport.Cancelled(SyncCounts.NONE));
                assertThat(bert.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 1, 9)).added()).isEqualTo(1);
                bert.copies().publish(SHOP, NOW.plusSeconds(99), null);
            } finally {
                shared.close();
            }

            assertThat(seen(anna)).isEqualTo(before);
        }
    }

    @Test
    void s14_aDeletionLeavesTheRowsOfAnotherUserInTheSameFile() throws Exception {
        var stranger = new UserId("stranger");
        List<Object> before;
        try (var anna = new OpenStore(folder)) {
            fill(anna);
            before = seen(anna);
            // the rewrite needs the file for itself
            anna.store.close();
            var shared = new H2File(FileProtection.of(folder), folder.resolve("invoices.mv.db"),
                    OpenStore.key((byte) 7));
            try (var bert = BorrowedStore.open(anna, shared, stranger)) {
                bert.profiles().put(Profiles.of(SHOP));
                bert.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 2, 9));
                bert.copies().savePartners(SHOP, List.of(StoreRecords.partner(5, "Bert's")));

                assertThat(bert.copies().delete(SHOP)).isEqualTo(2);

                assertThat(bert.profiles().profiles()).isEmpty();
                assertThat(bert.reader().rows(Set.of(SHOP))).isEmpty();
                assertThat(bert.reader().partner(SHOP, 5)).isEmpty();
            } finally {
                shared.close();
            }
        }
        try (var anna = new OpenStore(folder)) {
            assertThat(anna.store.warnings()).isEmpty();
            assertThat(seen(anna)).isEqualTo(before);
            assertThat(anna.store.scrub()).isEmpty();
        }
    }

    @Test
    void s14_aSecondSystemAccountSeesNothingOfTheVault() throws Exception {
        try (var anna = new OpenStore(folder)) {
            fill(anna);
        }
        try (var bert = new OpenStore(folder, OpenStore.BERT, (byte) 9)) {
            assertThat(bert.vault.connections()).isEmpty();
            assertThat(bert.vault.find(SHOP)).isEmpty();
            assertThat(bert.vault.facts()).isEmpty();
            bert.vault.apply(new VaultChange(Set.of(SHOP), List.of(), Map.of(VaultFact.KEY_ID, "")));
            assertThatThrownBy(() -> bert.vault.apply(new VaultChange(Set.of(), List.of(row("x")), Map.of())))
                    .isInstanceOf(ProblemException.class);
            bert.vault.insert(row("bert"), Map.of());
        }
        try (var anna = new OpenStore(folder)) {
            assertThat(anna.vault.find(SHOP)).contains(row(CANARY));
            assertThat(anna.vault.facts()).containsEntry(VaultFact.KEY_ID, "1");
        }
    }

    @Test
    void s15_everyStatementNamesTheUser() throws Exception {
        try (var open = new OpenStore(folder)) {
            fill(open);
            seen(open);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(2, 3, 1));
            open.copies().markRemoved(SHOP, Set.of(2L), NOW);
            open.copies().markInaccessible(SHOP, Set.of(3L), NOW);
            open.copies().dropJournalItems(SHOP, Set.of(9_000L));
            open.copies().delete(SHOP);
            open.vault.apply(new VaultChange(Set.of(SHOP), List.of(), Map.of()));

            assertThat(open.statements()).hasSizeGreaterThan(40).allSatisfy(StoreSecurityTest::namesTheUser);
        }
    }

    private static void namesTheUser(String sql) {
        String low = sql.toLowerCase(Locale.ROOT);
        if (low.startsWith("insert into")) {
            assertThat(low).contains("user_id");
        } else {
            String where = low.contains(" where ") ? low.substring(low.indexOf(" where ")) : "";
            long tables = java.util.regex.Pattern.compile("\\b(from|join|update) [a-z_]+ ").matcher(low + " ").results()
                    .count();
            long named = java.util.regex.Pattern.compile("user_id ?= ?\\?").matcher(low).results().count();
            assertThat(where.isEmpty() ? 0 : named).as(sql).isEqualTo(tables);
        }
    }

    @Test
    void s17_theTableHasExactlySixColumns() throws Exception {
        try (var open = new OpenStore(folder)) {
            fill(open);
        }
        var columns = new ArrayList<String>();
        try (Connection connection = plain(folder.resolve("vault.mv.db"), "");
                var found = connection.getMetaData().getColumns(null, null, "ODOO_CONNECTIONS", null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        assertThat(columns).containsExactlyInAnyOrder("id", "user_id", "url", "database", "username",
                "encrypted_password");
    }

    @Test
    void s35_nothingOfADeletedConnectionStaysInTheFiles() throws Exception {
        try (var open = new OpenStore(folder)) {
            fill(open);
            for (int i = 0; i < 5; i++) {
                open.vault.apply(new VaultChange(Set.of(), List.of(row(CANARY + i)), Map.of()));
            }
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(100, 2_000, 2));
            open.copies().flush();
            assertThat(filesWith(CANARY.substring(8, 24))).isNotEmpty();
            long before = Files.size(folder.resolve("invoices.mv.db"));

            open.vault.apply(new VaultChange(Set.of(SHOP), List.of(), Map.of()));
            open.vault.compact();
            open.copies().delete(SHOP);

            assertThat(filesWith(CANARY.substring(8, 24))).isEmpty();
            assertThat(filesWith(SHOP.value())).isEmpty();
            assertThat(Files.size(folder.resolve("invoices.mv.db"))).isLessThan(before / 4);
            assertThat(open.store.profiles().profiles()).isEmpty();
        }
        assertThat(filesWith(CANARY.substring(8, 24))).isEmpty();
    }

    private List<Path> filesWith(String text) throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void theSealedFileShowsNothingOfItsContent() throws Exception {
        try (var open = new OpenStore(folder)) {
            fill(open);
        }
        assertThat(filesWith("INV/2026/1")).isEmpty();
        assertThat(filesWith("Azure")).isEmpty();
        assertThat(filesWith("CREATE CACHED TABLE")).extracting(path -> path.getFileName().toString())
                .containsExactly("vault.mv.db");
    }

    @Test
    void theBookAndItsFormerStatesShowNothingOfTheirContent() throws Exception {
        for (int sitting = 0; sitting < 3; sitting++) {
            try (var open = new OpenBook(folder)) {
                open.book.leadsTo(SHOP, new BookId("https://erp.canary-books.example", "canary-database"));
                open.book.note(SHOP, Stamp.NEVER,
                        List.of(OpenBook.change(1000 + sitting, NOW, CANARY, "after " + CANARY)));
                assertThat(open.invoices(SHOP)).hasSize(sitting + 1);
                modesAreClosed(folder);
                nothingOfTheBookIsInTheClear();
            }
            nothingOfTheBookIsInTheClear();
        }
        assertThat(folder.resolve("book.mv.db")).exists();
        assertThat(folder.resolve("book-state-1.mv.db")).exists();
        assertThat(folder.resolve("book-state-2.mv.db")).exists();
        modesAreClosed(folder);
    }

    private void nothingOfTheBookIsInTheClear() throws IOException {
        for (String text : List.of(CANARY.substring(8, 24), "canary-books", "canary-database", "INV/2026/100",
                "AMOUNT_TOTAL", "INVOICE_CHANGE")) {
            assertThat(FolderSearch.finds(folder, text)).as(text).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes of Unix")
    void s44_theFilesAreTheOwnersAlone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (int round = 0; round < 2; round++) {
            try (var open = new OpenStore(data).knowing(SHOP)) {
                modesAreClosed(data);
                open.vault.compact();
                open.copies().publish(SHOP, NOW, null);
                open.copies().delete(SHOP);
                modesAreClosed(data);
            }
            modesAreClosed(data);
            Files.setPosixFilePermissions(data.resolve("vault.mv.db"), PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }

    private static void modesAreClosed(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.toList()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
    }

    @Test
    void failuresTellTheLogNoValues() throws Exception {
        var failure = StoreProblems.of(folder.resolve("x.mv.db"),
                new SQLException("Unique index violation: (" + CANARY + ")", "23505", 23505));

        assertThat(failure).hasStackTraceContaining("23505");
        var stack = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(stack));
        assertThat(stack.toString()).doesNotContain(CANARY);
    }

    @Test
    void theKeyIsWipedWhenTheStoreCloses() throws Exception {
        Secret key = OpenStore.key((byte) 7);
        byte[] live = key.bytes();
        var file = new H2File(FileProtection.of(folder), folder.resolve("x.mv.db"), key);
        file.open();

        file.close();

        assertThat(live).containsOnly(0);
    }
}
