package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.SyncMode;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Partner;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.VaultFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.Profiles;
import testkit.StoreRecords;

/** What becomes of a copy that turns out to be damaged while it is in use. */
class CopyDamageIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final List<Invoice> INVOICES = StoreRecords.invoices(1, 150, 3);
    private static final ConnectionProfile PROFILE = Profiles.of(SHOP);
    private static final int FLIPS = 24;

    @TempDir
    Path temp;

    private Path healthy;
    private byte[] older;
    private byte[] olderLedger;
    private All whole;

    /** Everything that screens and syncs read. */
    private record All(Set<InvoiceRow> rows, List<Invoice> invoices, Set<Object> found, Map<Long, Instant> stamps,
            List<Partner> partners) {
        static All of(OpenStore open) throws ProblemException {
            var invoices = new ArrayList<Invoice>();
            open.store.reader().each(SHOP, true, invoices::add);
            var partners = new ArrayList<Partner>();
            for (long id = 1; id <= 20; id++) {
                open.store.reader().partner(SHOP, id).ifPresent(partners::add);
            }
            var lines = new HashSet<Object>();
            open.store.reader().printedLines(Set.of(SHOP), lines::add);
            return new All(new HashSet<>(open.store.reader().rows(Set.of(SHOP))), invoices,
                    lines,
                    open.copies().stamps(SHOP, RecordKind.INVOICE), partners);
        }

        /** Whether both say the same; a write date that differs only has its record read again. */
        boolean saysWhat(All other) {
            return rows.equals(other.rows) && undated(invoices).equals(undated(other.invoices))
                    && undated(partners).equals(undated(other.partners));
        }

        private static String undated(List<?> records) {
            return records.toString().replaceAll("writeDate=[^,\\]]*", "");
        }
    }

    private static Path prepared(Path folder, String change) throws Exception {
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isPositive();
        }
        return folder;
    }

    private static void fill(OpenStore open) throws ProblemException {
        for (int from = 0; from < INVOICES.size(); from += 50) {
            open.copies().saveInvoices(SHOP, INVOICES.subList(from, from + 50));
        }
        var partners = new ArrayList<Partner>();
        for (long id = 1; id <= 20; id++) {
            partners.add(StoreRecords.partner(id, "Partner " + id));
        }
        open.copies().savePartners(SHOP, partners);
        open.copies().publish(SHOP, NOW, NOW);
    }

    @BeforeEach
    void fill() throws Exception {
        healthy = Files.createDirectory(temp.resolve("healthy"));
        try (var open = open(healthy)) {
            open.store.profiles().put(PROFILE);
            open.copies().saveInvoices(SHOP, INVOICES.subList(0, 50));
            open.copies().flush();
        }
        older = Files.readAllBytes(healthy.resolve("invoices.mv.db"));
        olderLedger = Files.readAllBytes(healthy.resolve("store.ledger"));
        try (var open = open(healthy)) {
            fill(open);
        }
        try (var open = open(healthy)) {
            whole = All.of(open);
            assertThat(whole.invoices).isEqualTo(INVOICES);
        }
    }

    private static OpenStore open(Path folder) throws ProblemException {
        return new OpenStore(folder, List.of(PROFILE));
    }

    private Path copy(String name) throws IOException {
        Path target = Files.createDirectories(temp.resolve(name));
        try (Stream<Path> files = Files.list(healthy)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    private static boolean isDamage(Problem problem) {
        return problem.code() == ProblemCode.STORE_DAMAGED || problem.code() == ProblemCode.STORE_SHORT;
    }

    /** Opens a damaged folder and reads everything: whole, or named, mended in place and whole after the next sync. */
    private String outcome(Path folder, String damage) throws Exception {
        String said = "right";
        try (var open = open(folder)) {
            boolean told = !open.store.warnings().isEmpty();
            assertThat(open.store.warnings()).as(damage).allMatch(CopyDamageIT::isDamage);
            try {
                said = All.of(open).saysWhat(whole) ? "right" : "SILENT";
            } catch (ProblemException met) {
                assertThat(met.problem().code()).as(damage).isEqualTo(ProblemCode.STORE_DAMAGED);
                assertThat(met.getSuppressed()).as(damage).isEmpty();
                told = true;
            }
            if (!told) {
                // what an opening does not look for: nothing is silent after it
                List<Problem> scrubbed = open.store.examine(new CancelToken());
                assertThat(scrubbed).as(damage).allMatch(CopyDamageIT::isDamage);
                if (scrubbed.isEmpty()) {
                    return said;
                }
            }
            assertThat(open.vault.facts().get(VaultFact.COPY_UNFILLED)).as(damage).isIn("*", SHOP.value());
            // as the next sync does, without a restart
            assertThat(open.store.profiles().profiles()).as(damage).hasSizeLessThanOrEqualTo(1);
            try {
                assertThat(synced(open)).as(damage).isEqualTo(whole);
            } catch (ProblemException met) {
                // damage that only a write or the reading after it meets: named once more, and then there is a new file
                assertThat(met.problem().code()).as(damage).isEqualTo(ProblemCode.STORE_DAMAGED);
                assertThat(synced(open)).as(damage).isEqualTo(whole);
            }
        }
        try (var again = open(folder)) {
            assertThat(again.store.warnings()).as("healed: " + damage).isEmpty();
            assertThat(All.of(again)).as(damage).isEqualTo(whole);
        }
        return "named";
    }

    private static All synced(OpenStore open) throws ProblemException {
        open.store.profiles().put(PROFILE);
        fill(open);
        return All.of(open);
    }

    @Test
    void c2_aFlippedBitGivesRightDataOrIsNamedAndTheNextSyncHeals() throws Exception {
        byte[] file = Files.readAllBytes(healthy.resolve("invoices.mv.db"));
        var random = new Random(302_568);
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < FLIPS; i++) {
            int at = 4_096 + random.nextInt(file.length - 4_096);
            byte[] damaged = file.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Path folder = copy("flip" + i);
            Files.write(folder.resolve("invoices.mv.db"), damaged);
            outcomes.merge(outcome(folder, "byte " + at), 1, Integer::sum);
        }
        assertThat(outcomes).containsOnlyKeys("named", "right");
    }

    @Test
    void c2_noDamageOfAnyKindIsSilentOrADeadEnd() throws Exception {
        for (var file : Map.of("invoices.mv.db", older, "store.ledger", olderLedger).entrySet()) {
            byte[] bytes = Files.readAllBytes(healthy.resolve(file.getKey()));
            assertThat(Damages.faults(file.getKey(), bytes, file.getValue(), (damage, damaged) -> {
                Path folder = Files.createTempDirectory(temp, "damaged");
                Path before = copy(folder.getFileName().toString());
                Files.write(before.resolve(file.getKey()), damaged);
                String said = outcome(before, damage);
                assertThat(said).as(damage).isIn("named", "right");
                return said;
            })).isEmpty();
        }
    }

    @Test
    void aLedgerOfAConnectionThatCannotBeOneIsWrittenAnew() throws Exception {
        Path folder = copy("ledger");
        Path ledger = folder.resolve("store.ledger");
        String said = Files.readString(ledger);
        Files.writeString(ledger, said.replace("connection aaaaaaaa", "connection aaaa/aaa"));

        assertThat(outcome(folder, "ledger")).isEqualTo("right");
        assertThat(ledger).hasContent(said);
    }

    /** A value that cannot be one, for our own reading: what a flipped bit leaves of a word or a date. */
    @Test
    void aValueThatIsNoneOfItsKindIsDamage() throws Exception {
        for (String change : List.of("UPDATE invoice SET move_type = 'customer_invoica' WHERE id = 77",
                "UPDATE invoice SET payment_state = '' WHERE id = 77", "UPDATE invoice SET presence = '?' WHERE id = 3",
                "UPDATE shown_name SET shown_by = 'x' WHERE kind = 'JOURNAL'",
                // whoever writes these out or adds to them never comes to an end
                "UPDATE invoice SET amount_total = 1E+900000000 WHERE id = 77",
                "UPDATE invoice SET amount_residual = 1E-900000000 WHERE id = 78",
                "UPDATE invoice SET amount_tax = 1.5E+300 WHERE id = 79")) {
            assertThat(outcome(prepared(copy("word" + change.hashCode()), change), change)).isEqualTo("named");
        }
    }

    /** Another value that can be one: what a flipped bit leaves of an amount, a name or a text. */
    @Test
    void aReadableValueThatIsNotWhatWasStoredIsFoundByWhoeverLooksAtEveryRow() throws Exception {
        for (String change : List.of("UPDATE invoice SET amount_total = amount_total + 1 WHERE id = 77",
                "UPDATE invoice SET printed_name = 'Printed 49' WHERE id = 98",
                "UPDATE invoice SET company_id = company_id + 1 WHERE id = 98",
                "UPDATE invoice SET due_date = DATEADD(DAY, 1, due_date) WHERE id = 3",
                "UPDATE invoice SET narration = narration || ' ' WHERE id = 4",
                "UPDATE invoice_lines SET document = SUBSTRING(document FROM 1 FOR OCTET_LENGTH(document) - 1) "
                        + "WHERE invoice_id = 9",
                "UPDATE invoice_lines SET document = (SELECT d.document FROM invoice_lines d WHERE d.invoice_id = 11) "
                        + "WHERE invoice_id = 9",
                "UPDATE invoice_lines SET invoice_id = 900 WHERE invoice_id = 12",
                "UPDATE invoice_lines SET lines = lines + 1 WHERE invoice_id = 13",
                "UPDATE shown_name SET name = 'Own compans' WHERE kind = 'COMPANY'",
                "UPDATE shown_name SET name = '400001 Sales' WHERE kind = 'ACCOUNT'",
                "UPDATE partner SET city = 'Ghenu' WHERE id = 3",
                "UPDATE partner SET parent_id = 2 WHERE id = 3",
                "UPDATE shown_name SET name = 'Parenu' WHERE name = 'Parent'",
                "UPDATE shown_name SET name = 'Belgiun' WHERE kind = 'COUNTRY'")) {
            assertThat(outcome(prepared(copy("value" + change.hashCode()), change), change)).isEqualTo("named");
        }
    }

    /** What is about to be replaced is read within the write, to tell what changed. */
    @Test
    void damageThatAWriteMeetsIsDamage() throws Exception {
        for (String change : List.of("UPDATE shown_name SET name = '400001 Sales' WHERE kind = 'ACCOUNT'",
                "UPDATE invoice SET state = 'x' WHERE id = 9",
                "UPDATE invoice_lines SET document = X'0201' WHERE invoice_id = 9",
                "UPDATE shown_name SET shown_by = 'x' WHERE kind = 'ACCOUNT'")) {
            Path folder = copy("write" + change.hashCode());
            try (var open = open(folder)) {
                open.copies().publish(SHOP, NOW, NOW);
            }
            prepared(folder, change);
            try (var open = open(folder)) {
                open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
                assertThatThrownBy(() -> open.copies().saveInvoices(SHOP, List.of(StoreRecords.invoice(9, 7))))
                        .as(change).isInstanceOfSatisfying(ProblemException.class,
                                e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED));
            }
        }
    }

    @Test
    void theFileThatIsSetAsideIsKeptAndTheProfileStays() throws Exception {
        Path folder = copy("aside");
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE invoice SET state = 'x' WHERE id = 5");
        }
        try (var open = open(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            int run = open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
            try {
                // the row itself: lists are read from the columns
                open.store.reader().invoice(new InvoiceKey(SHOP, 5));
            } catch (ProblemException met) {
                assertThat(met.problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
            }
            assertThat(folder).isDirectoryContaining("glob:**invoices.mv.db.damaged-20260506-070809");
            assertThat(open.store.profiles().profiles()).containsExactly(PROFILE);
            // a run that had begun before must not pass for a whole one
            assertThat(refused(() -> open.copies().saveInvoices(SHOP, INVOICES.subList(0, 1)))).isTrue();
            assertThat(refused(() -> open.copies().publish(SHOP, NOW, null))).isTrue();
            assertThat(refused(() -> open.store.profiles().synced(SHOP, NOW, "19.0"))).isTrue();
            open.store.journal().end(SHOP, run, NOW,
                    new app.loupe.domain.SyncReport.Cancelled(app.loupe.domain.SyncCounts.NONE));
            open.store.journal().begin(SHOP, NOW, SyncMode.CHANGES);
            open.copies().saveInvoices(SHOP, INVOICES.subList(0, 1));
            assertThat(open.store.reader().rows(Set.of(SHOP))).hasSize(1);
        }
    }

    private interface Write {
        void run() throws ProblemException;
    }

    private static boolean refused(Write write) {
        try {
            write.run();
            return false;
        } catch (ProblemException refused) {
            return refused.problem().code() == ProblemCode.STORE_DAMAGED;
        }
    }
}
