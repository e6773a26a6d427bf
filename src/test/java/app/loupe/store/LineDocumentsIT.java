package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.NameKind;
import app.loupe.domain.Named;
import app.loupe.domain.RecordKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** The packed lines of invoices in a store: very many of them, and lines that move. */
class LineDocumentsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");

    @TempDir
    Path folder;

    private OpenStore open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenStore(folder).knowing(SHOP);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static Invoice with(long id, List<MoveLine> lines) {
        return StoreRecords.invoice(id, 0).withLines(lines);
    }

    private List<Long> lines(long invoice) throws Exception {
        return open.store.reader().invoice(new InvoiceKey(SHOP, invoice)).orElseThrow().lines().stream()
                .map(MoveLine::id).toList();
    }

    @Test
    void linesThatFillSeveralPartsComeBackInTheirOrder() throws Exception {
        var random = new Random(7);
        var lines = new ArrayList<MoveLine>();
        for (int i = 0; i < 60; i++) {
            byte[] noise = new byte[40_000];
            random.nextBytes(noise);
            lines.add(StoreRecords.line(1_000 + i, 1, i, "EUR", HexFormat.of().formatHex(noise)));
        }
        open.copies().saveInvoices(SHOP, List.of(with(1, lines), StoreRecords.invoice(2, 3)));

        assertThat(LineDocuments.rows(SHOP.value(), 1, lines.stream()
                .map(line -> LineMapper.row(SHOP.value(), 1L, line, new ContentHashing().of(line))).toList()))
                .hasSizeGreaterThan(2);
        assertThat(open.store.reader().invoice(new InvoiceKey(SHOP, 1)).orElseThrow().lines()).isEqualTo(lines);
        assertThat(open.store.reader().counts(SHOP).lines()).isEqualTo(63);
        var printed = new ArrayList<String>();
        open.store.reader().printedLines(Set.of(SHOP), line -> printed.add(line.label()));
        assertThat(printed).hasSize(63);
        assertThat(open.store.examine(new CancelToken())).isEmpty();

        open.copies().saveInvoices(SHOP, List.of(with(1, lines.subList(0, 1))));

        assertThat(lines(1)).containsExactly(1_000L);
        assertThat(open.store.reader().counts(SHOP).lines()).isEqualTo(4);
        assertThat(open.store.scrub()).isEmpty();
    }

    @Test
    void aLineThatMovedIsOnItsNewInvoiceAloneAndTheOtherIsReadAgain() throws Exception {
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 3, 3));
        MoveLine moved = StoreRecords.line(101, 3, 9, "EUR", "moved");

        open.copies().saveInvoices(SHOP,
                List.of(with(3, List.of(StoreRecords.line(300, 3, 0, "EUR", "own"), moved))));

        assertThat(lines(1)).containsExactly(100L, 102L);
        assertThat(lines(3)).containsExactly(300L, 101L);
        assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE).get(1L)).isEqualTo(Instant.EPOCH);
        assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE).get(2L)).isEqualTo(StoreRecords.WRITTEN);
        assertThat(open.store.reader().counts(SHOP).lines()).isEqualTo(7);
        assertThat(open.store.scrub()).isEmpty();
    }

    @Test
    void aLineThatBecameAnItemOfAnotherEntryLeavesItsInvoiceAndComesBack() throws Exception {
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 2, 2));

        open.copies().saveJournalItems(SHOP, List.of(StoreRecords.line(201, 77, 0, "EUR", "item")));

        assertThat(lines(2)).containsExactly(200L);
        assertThat(open.store.reader().counts(SHOP).journalItems()).isEqualTo(1);

        open.copies().saveInvoices(SHOP, List.of(StoreRecords.invoice(2, 2)));

        assertThat(lines(2)).containsExactly(200L, 201L);
        assertThat(open.store.reader().counts(SHOP).journalItems()).isZero();
        assertThat(open.store.scrub()).isEmpty();
    }

    /** What an owner owes or is owed is a row, not packed. */
    private static MoveLine owed(long id, long move) {
        MoveLine line = StoreRecords.line(id, move, 90, "EUR", "instalment");
        return new MoveLine(line.id(), line.writeDate(), line.entry(), LineKind.PAYMENT_TERM, line.sequence(),
                line.label(), line.price(), line.taxes(), line.posting(), line.date(), line.dueDate(), line.matching());
    }

    @Test
    void anInvoiceThatLostAnOwedItemIsReadAgainAndIsNoDamage() throws Exception {
        Invoice first = with(1, List.of(StoreRecords.line(100, 1, 0, "EUR", "own"), owed(101, 1)));
        open.copies().saveInvoices(SHOP, List.of(first, with(2, List.of(owed(201, 2)))));

        open.copies().saveJournalItems(SHOP, List.of(owed(101, 77)));
        open.copies().saveInvoices(SHOP, List.of(with(3, List.of(owed(201, 3)))));

        assertThat(lines(1)).containsExactly(100L);
        assertThat(lines(2)).isEmpty();
        assertThat(open.store.examine(new CancelToken())).isEmpty();
        assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE)).containsEntry(1L, Instant.EPOCH)
                .containsEntry(2L, Instant.EPOCH);
    }

    /** A disk lost the row of the invoice alone; meanwhile Odoo made its lines anew, or deleted one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void theLinesOfAnInvoiceThatWasLostDoNotStandInItsWay(long later) throws Exception {
        List<MoveLine> lines = List.of(StoreRecords.line(100, 1, 0, "EUR", "one"),
                StoreRecords.line(101, 1, 1, "EUR", "two"), owed(102, 1));
        open.copies().saveInvoices(SHOP, List.of(with(1, lines), StoreRecords.invoice(2, 2)));
        try (var key = OpenStore.key((byte) 7);
                var connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM invoice WHERE id = 1")).isEqualTo(1);
        }
        List<MoveLine> now = List.of(StoreRecords.line(100 + later, 1, 0, "EUR", "one"), owed(102 + later, 1));

        open.copies().saveInvoices(SHOP, List.of(with(1, now)));
        open.copies().saveInvoices(SHOP, List.of(with(1, now)));

        assertThat(lines(1)).containsExactly(100L + later, 102L + later);
    }

    @Test
    void aNameIsLookedForOnInvoicesThatAreStillThere() throws Exception {
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
        Named account = new Named(NameKind.ACCOUNT, 40, 1, "400000 Sales");
        open.copies().sampleAnew(SHOP, List.of(account));
        assertThat(sample(account)).isEqualTo(301);
        open.copies().markRemoved(SHOP, Set.of(3L), StoreRecords.WRITTEN);

        open.copies().sampleAnew(SHOP, List.of(account));
        assertThat(sample(account)).isEqualTo(201);
        open.copies().sampleAnew(SHOP, List.of(account));
        assertThat(sample(account)).as("not the one that said nothing").isEqualTo(200);
    }

    private long sample(Named named) throws Exception {
        return open.copies().names(SHOP).stream().filter(one -> one.named().equals(named)).findFirst()
                .orElseThrow().record();
    }

    @Test
    void onlyLinesThatMovedAreLookedForAmongAllInvoices() throws Exception {
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 3, 3));
        open.forgetStatements();

        open.copies().saveInvoices(SHOP, StoreRecords.invoices(4, 3, 3));
        open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));

        assertThat(open.statements()).noneMatch(LineDocumentsIT::readsAllDocuments);

        open.copies().saveInvoices(SHOP, List.of(with(9, List.of(StoreRecords.line(201, 9, 0, "EUR", "moved")))));

        assertThat(open.statements()).anyMatch(LineDocumentsIT::readsAllDocuments);
    }

    private static boolean readsAllDocuments(String sql) {
        return sql.contains("from invoice_lines") && sql.contains("document") && !sql.contains(" in (");
    }
}
