package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.result.Row;
import org.h2.table.Column;
import org.h2.table.Table;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueVarchar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.StoreRecords;

/** A row that is there, and that an index does not lead to any more. */
class IndexCheckIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            var copies = open.copies();
            copies.saveInvoices(SHOP, StoreRecords.invoices(1, 20, 2));
            // two of each: H2 fills an empty index anew when it opens
            copies.saveJournalItems(SHOP, List.of(StoreRecords.line(9_000, 99, 0, "EUR", "item"),
                    StoreRecords.line(9_001, 99, 1, "EUR", "item")));
            copies.savePartners(SHOP, List.of(StoreRecords.partner(1, "Azure"), StoreRecords.partner(2, "Gemini")));
            copies.saveProducts(SHOP, List.of(StoreRecords.product(1, "Desk"), StoreRecords.product(2, "Lamp")));
            copies.savePayments(SHOP, Map.of(3L, List.of(StoreRecords.payment(LocalDate.EPOCH, "1.00")), 4L,
                    List.of(StoreRecords.payment(LocalDate.EPOCH, "2.00"))));
            copies.publish(SHOP, NOW, null);
        }
    }

    /** What is done to an index. */
    enum Harm {
        /** One entry goes. */
        LOST {
            @Override
            void to(Index index, SessionLocal session, Row row) {
                index.remove(session, row);
            }
        },
        /** One entry leads to another row. */
        ASTRAY {
            @Override
            void to(Index index, SessionLocal session, Row row) {
                index.remove(session, row);
                row.setKey(row.getKey() + 1_000_000);
                index.add(session, row);
            }
        },
        /** One entry leads to no row. */
        ONE_MORE {
            @Override
            void to(Index index, SessionLocal session, Row row) {
                row.setKey(row.getKey() + 1_000_000);
                Column first = index.getIndexColumns()[0].column;
                row.setValue(first.getColumnId(), first.getType().getValueType() == Value.VARCHAR
                        ? ValueVarchar.get("1234567")
                        : ValueBigint.get(1_234_567));
                index.add(session, row);
            }
        };

        abstract void to(Index index, SessionLocal session, Row row);
    }

    private interface Use {
        void of(Table table, Index index, SessionLocal session) throws Exception;
    }

    private void eachIndex(Use use) throws Exception {
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY)) {
            connection.setAutoCommit(false);
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            for (Table table : session.getDatabase().getMainSchema().getAllTablesAndViews(session)) {
                for (Index index : table.getIndexes()) {
                    boolean leadsByNumber = Stream.of("INVOICE", "MOVE_LINE", "INVOICE_LINES", "PAYMENT", "PARTNER",
                            "PRODUCT", "SHOWN_NAME", "KNOWN_LINES").anyMatch(table.getName()::equals);
                    // a key of one number is the table's own order, no index beside it
                    boolean beside = index instanceof MVSecondaryIndex;
                    if (beside && leadsByNumber) {
                        use.of(table, index, session);
                    }
                }
            }
            connection.commit();
        }
    }

    private List<Problem> scrubbed() throws Exception {
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            return open.store.scrub();
        }
    }

    @Test
    void wholeIndexesAreLeftInPeace() throws Exception {
        assertThat(scrubbed()).isEmpty();
    }

    @Test
    void rowsThatComeMeanwhileAreNoDamage() throws Exception {
        try (var open = new OpenStore(folder); var other = Executors.newSingleThreadExecutor()) {
            var done = new AtomicBoolean();
            Future<Integer> writer = other.submit(() -> {
                int pages = 0;
                for (; !done.get(); pages++) {
                    open.copies().saveInvoices(SHOP, StoreRecords.invoices(1 + pages % 40 * 20, 20, 2));
                }
                return pages;
            });
            for (int i = 0; i < 30; i++) {
                assertThat(open.store.scrub()).isEmpty();
            }
            done.set(true);
            assertThat(writer.get()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHarmToAnyIndexIsFound(Harm harm) throws Exception {
        var names = new ArrayList<String>();
        eachIndex((table, index, session) -> names.add(table.getName() + " " + index.getName()));
        assertThat(names).hasSizeGreaterThan(8);
        Path whole = folder.resolve("invoices.mv.db");
        byte[] before = Files.readAllBytes(whole);
        byte[] ledger = Files.readAllBytes(folder.resolve("store.ledger"));
        for (String name : names) {
            Files.write(whole, before);
            Files.write(folder.resolve("store.ledger"), ledger);
            eachIndex((table, index, session) -> {
                if (name.equals(table.getName() + " " + index.getName())) {
                    Cursor rows = table.getScanIndex(session).find(session, null, null, false);
                    assertThat(rows.next()).isTrue();
                    harm.to(index, session, rows.get());
                }
            });

            assertThat(scrubbed()).as(name).extracting(Problem::code).containsExactly(ProblemCode.STORE_DAMAGED);
        }
    }
}
