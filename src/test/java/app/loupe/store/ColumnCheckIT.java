package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.WRITTEN;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns are held against all rows of the tables, however many segments they fill. */
class ColumnCheckIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");

    @TempDir
    private Path folder;

    /** Years of payments: several segments of entries, whose rows the tables give at once. */
    @Test
    void manyEntriesAreHeldAgainstTheTables() throws Exception {
        int entries = 2 * SegmentWriter.ROWS + 10;
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            var items = new ArrayList<MoveLine>();
            for (int id = 1; id <= entries; id++) {
                items.add(ColumnSegmentsIT.entry(id, id));
            }
            open.copies().saveJournalItems(SHOP, items);
            open.copies().publish(SHOP, WRITTEN, WRITTEN);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
        try (Secret key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE move_line SET write_date = TIMESTAMP WITH TIME ZONE "
                    + "'1999-01-01 00:00:00+00:00' WHERE id = " + (ColumnSegmentsIT.FIRST_ENTRY + entries))).isOne();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.examine(new CancelToken())).extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.STORE_DAMAGED);
        }
    }
}
