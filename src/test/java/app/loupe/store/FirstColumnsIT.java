package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.WRITTEN;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** The columns that a first run writes page by page are those that are made of the tables. */
class FirstColumnsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId OTHER = new ConnectionId("bbbbbbbb");

    @TempDir
    private Path folder;

    /** Every row of every segment, and their list. */
    private Map<String, String> segments() throws Exception {
        var segments = new TreeMap<String, String>();
        try (Connection connection = ColumnSegmentsIT.raw(folder);
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("SELECT kind, first_id, part, document FROM column_segment "
                        + "WHERE connection_id = 'aaaaaaaa'")) {
            while (kept.next()) {
                segments.put(kept.getString(1) + " " + kept.getLong(2) + " " + kept.getInt(3),
                        HexFormat.of().formatHex(kept.getBytes(4)));
            }
        }
        return segments;
    }

    /** A page of every so many invoices, from one number to another. */
    private static void page(OpenStore open, int from, int step, int size) throws ProblemException {
        var invoices = new ArrayList<Invoice>();
        for (long id = from; invoices.size() < size; id += step) {
            invoices.add(ColumnSegmentsIT.owing(id, (int) id % 700, id % 9 == 0 ? MoveState.DRAFT : MoveState.POSTED));
        }
        open.copies().saveInvoices(SHOP, invoices);
    }

    private static void items(OpenStore open, int from, int to) throws ProblemException {
        open.copies().saveJournalItems(SHOP,
                LongStream.range(from, to).mapToObj(id -> ColumnSegmentsIT.entry(id, (int) id % 90)).toList());
    }

    /** Recent invoices, whose ids lie among those of the others; the process ends; the others; what is there comes again. */
    @Test
    void aFirstRunKeepsItsPagesAsTheyCome() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            open.copies().publish(SHOP, WRITTEN, null);
            page(open, 2, 3, 900);
            page(open, 2_702, 3, 900);
        }
        ColumnSegmentsIT.Read half;
        ColumnSegmentsIT.Read whole;
        try (var open = new OpenStore(folder)) {
            page(open, 1, 3, 1_000);
            items(open, 1_500, 2_700);
            assertThat(open.store.examine(new CancelToken())).as("segments that overlap are no damage").isEmpty();
            open.forgetStatements();
            half = ColumnSegmentsIT.read(open);
            assertThat(open.statements()).noneMatch(sql -> sql.contains("from invoice_lines"));

            page(open, 3_001, 3, 1_000);
            page(open, 2, 3, 100);
            items(open, 1, 1_500);
            open.copies().savePayments(SHOP, Map.of(5L, List.of(), 2_001L, List.of()));
            open.copies().publish(SHOP, WRITTEN, WRITTEN);
            whole = ColumnSegmentsIT.read(open);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
        Map<String, String> kept = segments();
        assertThat(half.rows()).hasSize(2_800);
        assertThat(whole.rows()).hasSize(3_800);
        assertThat(whole).isEqualTo(ColumnSegmentsIT.fromTables(folder));
        try (var open = new OpenStore(folder)) {
            open.copies().publish(SHOP, WRITTEN, WRITTEN);
        }
        assertThat(kept).isEqualTo(segments());
    }

    /** As over a server with a record that can never be read: no run of it is complete. */
    @Test
    void runsThatAreNeverCompleteKeepNoMoreThanOne() throws Exception {
        int runs = 150;
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            open.copies().publish(SHOP, WRITTEN, null);
            for (int run = 1; run <= runs; run++) {
                page(open, run, runs, 3);
                items(open, run * 2, run * 2 + 2);
                if (run == 120) {
                    open.copies().saveInvoices(SHOP, LongStream.rangeClosed(1, 100)
                            .flatMap(id -> LongStream.of(id, id + runs, id + 2L * runs))
                            .mapToObj(id -> ColumnSegmentsIT.owing(id, 9, MoveState.POSTED)).toList());
                }
                open.copies().endUnpublished(SHOP);
            }
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
        assertThat(segments()).as("six kinds in each of 150 runs").hasSizeLessThan(SegmentWriter.PAGES + 30);
        ColumnSegmentsIT.Read kept;
        try (var open = new OpenStore(folder)) {
            kept = ColumnSegmentsIT.read(open);
        }
        assertThat(kept.rows()).hasSize(3 * runs);
        assertThat(kept).isEqualTo(ColumnSegmentsIT.fromTables(folder));
    }

    /** Nor do those of a copy that was complete once: what has changed is written into the segments. */
    @Test
    void changesOfRunsThatAreNotCompleteAreWrittenToo() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            page(open, 1, 1, 900);
            open.copies().publish(SHOP, WRITTEN, WRITTEN);
            open.copies().saveInvoices(SHOP, LongStream.rangeClosed(1, 2L * SegmentWriter.FEW)
                    .mapToObj(id -> ColumnSegmentsIT.owing(id, 9, MoveState.POSTED)).toList());
            open.copies().endUnpublished(SHOP);
            open.forgetStatements();
            assertThat(open.store.reader().rows(Set.of(SHOP))).hasSize(900);
            assertThat(open.statements()).as("the tables are not asked")
                    .noneMatch(sql -> sql.contains("from invoice "));
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
    }

    @Test
    void aFirstRunOverWhatIsThereWithoutColumnsKeepsNone() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP, OTHER)) {
            open.copies().savePartners(SHOP, List.of(StoreRecords.partner(502, "Own")));
            page(open, 2, 3, 20);
            page(open, 1, 3, 20);
            assertThat(ColumnSegmentsIT.read(open).rows()).hasSize(40);
        }
        assertThat(segments()).isEmpty();
    }
}
