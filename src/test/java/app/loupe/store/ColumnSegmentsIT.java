package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.line;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.NameKind;
import app.loupe.domain.Named;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.PaymentState;
import app.loupe.domain.PrintedLine;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.Secret;
import app.loupe.domain.WantedPayments;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** What is read by columns is what the tables say, whatever was written; and what is not what was stored is damage. */
class ColumnSegmentsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");
    /** The id of item 0. */
    static final long FIRST_ENTRY = 1_000_000;
    private static final int INVOICES = 2_600;

    @TempDir
    private Path folder;

    /** All that the books are read from, and what every sync asks. */
    record Read(Map<Long, InvoiceRow> rows, List<OwedItem> owed, Map<Long, List<PrintedLine>> printed,
            Asked asked) {}

    record Asked(Map<Long, Instant> invoices, Map<Long, Instant> items, List<WantedPayments> payments,
            Map<Long, Set<Long>> drafts, List<ReconciledItem> reconciled) {
        static Asked of(CopyRepository copies) throws ProblemException {
            var reconciled = new ArrayList<ReconciledItem>();
            copies.eachReconciled(SHOP, reconciled::add);
            reconciled.sort(Comparator.comparingLong(ReconciledItem::id));
            return new Asked(copies.stamps(SHOP, RecordKind.INVOICE), copies.stamps(SHOP, RecordKind.JOURNAL_ITEM),
                    copies.paymentsWanted(SHOP, false), copies.draftLines(SHOP), reconciled);
        }
    }

    static Read read(OpenStore open) throws ProblemException {
        var rows = new TreeMap<Long, InvoiceRow>();
        var owed = new ArrayList<OwedItem>();
        var printed = new TreeMap<Long, List<PrintedLine>>();
        open.store.reader().rows(Set.of(SHOP),
                row -> assertThat(rows.put(row.key().id(), row)).as("only once").isNull());
        open.store.reader().owedItems(SHOP, owed::add);
        open.store.reader().printedLines(Set.of(SHOP),
                line -> printed.computeIfAbsent(line.invoice().id(), any -> new ArrayList<>()).add(line));
        owed.sort(Comparator.comparingLong(OwedItem::id));
        return new Read(rows, owed, printed, Asked.of(open.copies()));
    }

    private Connection raw() throws Exception {
        return raw(folder);
    }

    /** The file of invoices in a folder. */
    static Connection raw(Path folder) throws Exception {
        try (Secret key = OpenStore.key((byte) 7)) {
            return new H2Connector(folder.resolve("invoices.mv.db"), key).connect(H2Connector.APPEND_ONLY);
        }
    }

    /** The same from the tables alone, and how many segments there were. */
    private Read fromTables() throws Exception {
        return fromTables(folder);
    }

    /** What a copy is without its columns; they are gone then. */
    static Read fromTables(Path folder) throws Exception {
        try (Connection connection = raw(folder); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM column_segment WHERE connection_id = 'aaaaaaaa'"))
                    .as("rows of segments, and their list").isGreaterThan(4);
        }
        try (var open = new OpenStore(folder)) {
            return read(open);
        }
    }

    private static MoveLine item(long id, LineKind kind, JournalEntry entry, int amount) {
        MoveLine line = line(id, entry.move().id(), 9, "EUR", "");
        var all = BigDecimal.valueOf(amount, 2);
        return new MoveLine(id, line.writeDate(), entry, kind, 9, "", line.price(), line.taxes(),
                new MoveLine.Posting(line.posting().account(), new Ref(500 + id % 50, "Partner " + id % 50),
                        line.posting().company(), line.posting().currency(), line.posting().debit(),
                        line.posting().credit(), all, all, all, all),
                line.date(), LocalDate.of(2026, 12, 24), new Matching(false, "", List.of(id, id + 1)));
    }

    static Invoice owing(long id, int amount, MoveState state) {
        String total = BigDecimal.valueOf(amount, 2).toPlainString();
        boolean open = id % 2 == 0;
        Invoice plain = StoreRecords.invoice(id, WRITTEN.plusSeconds(amount), "EUR", total, open ? total : "0.00",
                state,
                open ? PaymentState.NOT_PAID : PaymentState.PAID, 1 + (int) id % 3);
        var lines = new ArrayList<>(plain.lines());
        lines.add(
                item(id * 100 + 50, LineKind.PAYMENT_TERM, JournalEntry.of(new Ref(id, plain.name()), state), amount));
        return plain.withLines(lines);
    }

    /** A receivable or payable item of another entry, by its number. */
    static MoveLine entry(long id, int amount) {
        return item(FIRST_ENTRY + id, amount % 2 == 0 ? LineKind.RECEIVABLE : LineKind.PAYABLE, new JournalEntry(
                new Ref(FIRST_ENTRY + id, "BNK/" + id), MoveState.POSTED, new Ref(6, "Bank"), ""), amount);
    }

    private static void fill(OpenStore open) throws ProblemException {
        var copies = open.copies();
        var page = new ArrayList<Invoice>();
        for (long id = 1; id <= INVOICES; id++) {
            page.add(owing(id * 3, (int) id, id % 9 == 0 ? MoveState.DRAFT : MoveState.POSTED));
        }
        copies.saveInvoices(SHOP, page);
        copies.saveInvoices(OTHER, StoreRecords.invoices(1, 5, 2));
        var items = new ArrayList<MoveLine>();
        for (int id = 1; id <= 300; id++) {
            items.add(entry(id * 2L, id));
        }
        copies.saveJournalItems(SHOP, items);
        copies.savePartners(SHOP, List.of(behind(501, 900), StoreRecords.partner(502, "Own")));
        copies.publish(SHOP, WRITTEN, WRITTEN);
        copies.publish(OTHER, WRITTEN, WRITTEN);
    }

    private static Partner behind(long id, long commercial) {
        Partner own = StoreRecords.partner(id, "Partner " + id);
        return new Partner(id, WRITTEN.plusSeconds(commercial), own.name(),
                new Ref(commercial, "Company " + commercial),
                new Ref(commercial, "Company " + commercial), true, true, "BE" + commercial, "",
                own.contact(), 0);
    }

    @Test
    void whatASyncLeavesIsReadFromItsColumnsAlone() throws Exception {
        Read first;
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
            var copies = open.copies();
            copies.savePayments(SHOP, copies.paymentsWanted(SHOP, false).stream()
                    .collect(Collectors.toMap(WantedPayments::invoice, any -> List.of())));
            copies.saveInvoices(SHOP, Asked.of(copies).drafts().keySet().stream()
                    .map(id -> owing(id, id.intValue() / 3, MoveState.CANCELLED)).toList());
            copies.publish(SHOP, WRITTEN, WRITTEN);
            open.forgetStatements();
            first = read(open);
            assertThat(open.statements()).as("the tables are not asked")
                    .noneMatch(sql -> sql.contains("from invoice ") || sql.contains("from move_line")
                            || sql.contains("from invoice_lines"))
                    .anyMatch(sql -> sql.contains("from column_segment"));
        }
        assertThat(first.rows()).hasSize(INVOICES);
        assertThat(first.printed()).hasSize(INVOICES);
        assertThat(first.owed()).hasSize(INVOICES - INVOICES / 9 + 300);
        assertThat(first).isEqualTo(fromTables());
    }

    /** One of the ways in which a run changes the copy. */
    private static void change(OpenStore open, Random random, int round) throws ProblemException {
        var copies = open.copies();
        int first = 1 + random.nextInt(INVOICES * 3);
        var ids = new HashSet<Long>();
        random.ints(1 + random.nextInt(120), 1, 300).forEach(step -> ids.add((long) first + step));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> copies.saveInvoices(SHOP, ids.stream()
                    .map(id -> owing(id, round * 1_000 + id.intValue(), MoveState.POSTED)).toList());
            case 3 -> copies.saveInvoices(SHOP,
                    ids.stream().map(id -> owing(id, round, MoveState.CANCELLED)).toList());
            case 4 -> copies.markRemoved(SHOP, ids, WRITTEN);
            case 5 -> copies.markInaccessible(SHOP, ids, WRITTEN);
            case 6 -> copies.saveJournalItems(SHOP,
                    ids.stream().map(id -> entry(id % 700, round + id.intValue())).toList());
            case 7 -> {
                copies.dropJournalItems(SHOP, Set.of(FIRST_ENTRY + first % 700, FIRST_ENTRY + round));
                // an item of an entry that stands on an invoice from now on, and one the other way round
                copies.saveInvoices(SHOP, List.of(owing(first, round, MoveState.POSTED).withLines(List.of(
                        item(FIRST_ENTRY + round % 300, LineKind.PAYMENT_TERM,
                                JournalEntry.of(new Ref(first, "INV"), MoveState.POSTED), round)))));
                copies.saveJournalItems(SHOP, List.of(item((first / 3 * 3 + 3) * 100L + 50, LineKind.RECEIVABLE,
                        new JournalEntry(new Ref(9, "MISC"), MoveState.POSTED, new Ref(6, "Bank"), ""), round)));
            }
            case 8 -> copies.savePayments(SHOP, ids.stream().collect(Collectors.toMap(Function.identity(),
                    id -> List.of(StoreRecords.payment(LocalDate.EPOCH, id + ".00")))));
            case 9 -> {
                copies.doubtPayments(SHOP, ids);
                copies.readAgain(SHOP, RecordKind.JOURNAL_ITEM, Set.of(FIRST_ENTRY + first % 600 / 2 * 2L));
            }
            case 10 -> {
                copies.readAgain(SHOP, RecordKind.INVOICE, ids);
                copies.rename(SHOP, List.of(new Named(NameKind.JOURNAL, 6, 0, round % 2 == 0 ? "Bank" : "Till")));
            }
            default -> {
                copies.savePartners(SHOP, List.of(behind(500 + first % 50, 900 + round)));
                copies.rename(SHOP, List.of(new Named(NameKind.COMPANY, 1, 0, "Company of round " + round)));
                copies.doubt(SHOP, ids);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void afterEveryWriteTheColumnsSayWhatTheTablesSay(long seed) throws Exception {
        var random = new Random(seed);
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
        }
        for (int part = 0; part < 3; part++) {
            Read byColumns;
            try (var open = new OpenStore(folder)) {
                // the columns are gone after each comparison
                open.copies().publish(SHOP, WRITTEN, WRITTEN);
                for (int round = 1; round <= 25; round++) {
                    change(open, random, part * 25 + round);
                    if (random.nextInt(6) == 0) {
                        open.copies().publish(SHOP, WRITTEN, WRITTEN);
                    }
                }
                byColumns = read(open);
                assertThat(open.store.examine(new CancelToken())).as("nothing is damaged").isEmpty();
            }
            assertThat(byColumns).isEqualTo(fromTables());
        }
    }

    @Test
    void afterALossEverythingIsReadFromTheTables() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
        }
        try (Connection connection = raw(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id = 300");
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.STORE_SHORT);
            assertThat(read(open).rows()).hasSize(INVOICES - 1).doesNotContainKey(300L);
        }
    }

    /** Why a removed invoice is gone is in no hash and no count, but in the columns. */
    @Test
    void columnsThatSayOtherThanTheTablesAreDamage() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
            open.copies().markRemoved(SHOP, LongStream.rangeClosed(1, INVOICES).boxed()
                    .collect(Collectors.toSet()), WRITTEN);
            open.copies().publish(SHOP, WRITTEN, WRITTEN);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
        try (Connection connection = raw(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE invoice SET presence = 'NO_LONGER_ACCESSIBLE' WHERE connection_id = 'aaaaaaaa' "
                            + "AND id = 300");
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.examine(new CancelToken())).extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.STORE_DAMAGED);
        }
    }

    /** Its lines may stay alone: they are nobody's, and no damage. */
    @ParameterizedTest
    @ValueSource(longs = {3, 300, 6_144, INVOICES * 3L})
    void linesWhoseInvoiceWasLostAreNoDamage(long lost) throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
        }
        try (Connection connection = raw(); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM invoice WHERE connection_id = 'aaaaaaaa' AND id = " + lost))
                    .isOne();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).hasSize(1);
        }
        try (var open = new OpenStore(folder)) {
            open.copies().publish(SHOP, WRITTEN, WRITTEN);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
            assertThat(read(open).rows()).hasSize(INVOICES - 1);
        }
    }

    @Test
    void ofVeryManyChangesNothingIsKeptUntilTheEndOfTheRun() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
            open.copies().markRemoved(SHOP, LongStream.rangeClosed(1, 10_001).boxed()
                    .collect(Collectors.toSet()), WRITTEN);
            open.forgetStatements();
            assertThat(read(open).rows().values()).allMatch(row -> row.presence() == Presence.REMOVED_IN_ODOO);
            assertThat(open.statements()).anyMatch(sql -> sql.contains("from invoice "));

            open.copies().publish(SHOP, WRITTEN, WRITTEN);
            open.forgetStatements();
            assertThat(read(open).rows().values()).allMatch(row -> row.presence() == Presence.REMOVED_IN_ODOO);
            assertThat(open.statements()).noneMatch(sql -> sql.contains("from invoice "));
        }
    }

    @Test
    void anotherConnectionsColumnsGoWithItAlone() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
            open.copies().delete(SHOP);
        }
        try (Connection connection = raw();
                Statement statement = connection.createStatement();
                ResultSet left = statement.executeQuery("SELECT DISTINCT connection_id FROM column_segment")) {
            assertThat(left.next()).isTrue();
            assertThat(left.getString(1)).isEqualTo(OTHER.value());
            assertThat(left.next()).isFalse();
        }
    }

    /** Each is one byte or one row that is another one. */
    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE column_segment SET document = ? WHERE connection_id = 'aaaaaaaa' AND kind = 'INVOICES' AND first_id = 3",
        "UPDATE column_segment SET document = ? WHERE connection_id = 'aaaaaaaa' AND kind = 'LIST'",
        "UPDATE column_segment SET document = (SELECT document FROM column_segment WHERE kind = 'LIST' "
                + "AND connection_id = 'bbbbbbbb' AND ? IS NOT NULL) WHERE kind = 'LIST'",
        "DELETE FROM column_segment WHERE connection_id = 'aaaaaaaa' AND kind = 'INVOICES' AND first_id > 3 "
                + "AND ? IS NOT NULL"})
    void whatIsNotWhatWasStoredIsDamage(String change) throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            fill(open);
        }
        try (Connection connection = raw();
                Statement statement = connection.createStatement();
                PreparedStatement changing = connection.prepareStatement(change)) {
            byte[] document;
            try (ResultSet found = statement
                    .executeQuery("SELECT document FROM column_segment WHERE first_id IN (0, 3) "
                            + "AND kind = '" + (change.contains("LIST") ? "LIST" : "INVOICES")
                            + "' AND connection_id = 'aaaaaaaa'")) {
                assertThat(found.next()).isTrue();
                document = found.getBytes(1);
            }
            document[document.length / 2] ^= 4;
            changing.setBytes(1, document);
            assertThat(changing.executeUpdate()).isPositive();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> read(open))
                    .problem().code()).isEqualTo(ProblemCode.STORE_DAMAGED);
        }
    }
}
