package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader.Counts;
import app.loupe.domain.MoveLine;
import app.loupe.domain.Partner;
import app.loupe.domain.Payment;
import app.loupe.domain.Product;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Ref;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** The numbers that are kept beside the rows, against the rows themselves, counted by plain SQL. */
class HoldingsIT {
    private static final List<ConnectionId> CONNECTIONS = List.of(new ConnectionId("aaaaaaaa"),
            new ConnectionId("bbbbbbbb"));
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final int OPERATIONS = 400;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_126);

    @Test
    void theNumbersAreThoseOfTheRowsAfterHundredsOfChanges() throws Exception {
        try (var open = new OpenStore(folder).knowing(CONNECTIONS.toArray(ConnectionId[]::new))) {
            var kinds = new HashSet<Integer>();
            for (int i = 0; i < OPERATIONS; i++) {
                int kind = random.nextInt(100);
                kinds.add(kind / 10);
                change(open, CONNECTIONS.get(random.nextInt(2)), kind);
                if (i % 50 == 49) {
                    assertThat(said(open)).as("after %d changes", i + 1).isEqualTo(counted());
                    assertThat(open.store.scrub()).isEmpty();
                }
            }
            assertThat(kinds).hasSize(10);
            assertThat(open.store.reader().counts(CONNECTIONS.getFirst()).lines()).isPositive();
            open.copies().flush();
        }
        try (var again = new OpenStore(folder)) {
            assertThat(again.store.warnings()).isEmpty();
            assertThat(said(again)).isEqualTo(counted());
            for (ConnectionId id : CONNECTIONS) {
                int run = again.store.journal().begin(id, NOW, SyncMode.FULL);
                assertThat(run).isPositive();
                assertThat(again.copies().referenced(id, RecordKind.PARTNER))
                        .isEqualTo(named(again, id, line -> line.posting().partner(), """
                                SELECT partner_id FROM invoice WHERE connection_id = '%1$s'
                                UNION SELECT commercial_partner_id FROM invoice WHERE connection_id = '%1$s'
                                UNION SELECT partner_id FROM move_line WHERE connection_id = '%1$s'"""));
                assertThat(again.copies().referenced(id, RecordKind.PRODUCT))
                        .isEqualTo(named(again, id, line -> line.price().product(),
                                "SELECT product_id FROM move_line WHERE connection_id = '%1$s'"));
            }
        }
    }

    private void change(OpenStore open, ConnectionId id, int kind) throws ProblemException {
        var copies = open.copies();
        long some = 1L + random.nextInt(60);
        if (kind < 25) {
            copies.saveInvoices(id, StoreRecords.invoices(some, 1 + random.nextInt(6), random.nextInt(4)));
        } else if (kind < 35) {
            // the same again: also what was gone comes back
            copies.saveInvoices(id, List.of(StoreRecords.invoice(some, 2), StoreRecords.invoice(some, 2)));
        } else if (kind < 45) {
            copies.markRemoved(id, Set.of(some, some + 1, some + 500), NOW);
        } else if (kind < 52) {
            copies.markInaccessible(id, Set.of(some, some + 2), NOW);
        } else if (kind < 65) {
            // ids of invoice lines are among them: those move
            var items = new ArrayList<MoveLine>();
            for (int i = 0; i < 4; i++) {
                items.add(StoreRecords.line(some * 100 + i, 9_000, i, "EUR", "item " + random.nextInt(3)));
            }
            copies.saveJournalItems(id, items);
        } else if (kind < 72) {
            copies.dropJournalItems(id, Set.of(some * 100, some * 100 + 1, some * 100 + 2));
        } else if (kind < 80) {
            Map<Long, List<Payment>> payments = new HashMap<>();
            payments.put(some, random.nextBoolean()
                    ? List.of()
                    : List.of(StoreRecords.payment(LocalDate.EPOCH, random.nextInt(3) + ".00")));
            copies.savePayments(id, payments);
        } else if (kind < 89) {
            copies.savePartners(id, List.<Partner>of(StoreRecords.partner(some, "a" + random.nextInt(3)),
                    StoreRecords.partner(some, "b")));
        } else if (kind < 98) {
            copies.saveProducts(id, List.<Product>of(StoreRecords.product(some, "p" + random.nextInt(3))));
        } else {
            copies.delete(id);
            open.knowing(id);
        }
    }

    private static Map<ConnectionId, Counts> said(OpenStore open) throws ProblemException {
        var said = new HashMap<ConnectionId, Counts>();
        for (ConnectionId id : CONNECTIONS) {
            said.put(id, open.store.reader().counts(id));
        }
        return said;
    }

    private Map<ConnectionId, Counts> counted() throws Exception {
        var counted = new HashMap<ConnectionId, Counts>();
        for (ConnectionId id : CONNECTIONS) {
            List<Long> six = numbers(
                    """
                            SELECT COUNT(*) FROM invoice WHERE connection_id = '%1$s' AND presence = 'PRESENT'
                            UNION ALL SELECT COUNT(*) FROM invoice WHERE connection_id = '%1$s' AND presence <> 'PRESENT'
                            UNION ALL SELECT (SELECT COUNT(*) FROM move_line WHERE connection_id = '%1$s' AND invoice_id IS NOT NULL)
                              + (SELECT COALESCE(SUM(lines), 0) FROM invoice_lines WHERE connection_id = '%1$s')
                            UNION ALL SELECT COUNT(*) FROM move_line WHERE connection_id = '%1$s' AND invoice_id IS NULL
                            UNION ALL SELECT COUNT(*) FROM partner WHERE connection_id = '%1$s'
                            UNION ALL SELECT COUNT(*) FROM product WHERE connection_id = '%1$s'"""
                            .formatted(id.value()));
            counted.put(id, new Counts(six.get(0), six.get(1), six.get(2), six.get(3), six.get(4), six.get(5)));
        }
        return counted;
    }

    /** What rows name, and packed lines. */
    private Set<Long> named(OpenStore open, ConnectionId id, Function<MoveLine, @Nullable Ref> what, String sql)
            throws Exception {
        var named = new TreeSet<>(numbers(sql.formatted(id.value())));
        open.store.reader().each(id, true, invoice -> invoice.lines().stream().map(what).filter(Objects::nonNull)
                .forEach(ref -> named.add(ref.id())));
        return named;
    }

    /** Asks the open database beside the store. */
    private List<Long> numbers(String sql) throws Exception {
        var numbers = new ArrayList<Long>();
        try (var key = OpenStore.key((byte) 7);
                Connection connection = connect(new H2Connector(folder.resolve("invoices.mv.db"), key));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static Connection connect(H2Connector connector) throws SQLException {
        return connector.connect(H2Connector.APPEND_ONLY);
    }
}
