package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.NameSample;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/**
 * How H2 goes about questions by ids while the tables are empty: it keeps that plan while they grow, so that a wrong one
 * makes the last page of a first sync many times as dear as the first.
 */
class PlansIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path temp;

    /** The statements of a sync and of what reads all of a copy that have this in them. */
    private Set<String> asked(String words) throws Exception {
        try (var open = new OpenStore(Files.createDirectory(temp.resolve("filled"))).knowing(SHOP)) {
            open.statements.clear();
            for (String name : List.of("a", "b")) {
                sync(open, name);
            }
            readAll(open);
            // takes the columns away: from the tables, too
            open.copies().widen(SHOP);
            readAll(open);
            var asked = new TreeSet<>(open.statements());
            asked.removeIf(sql -> !sql.contains(words));
            return asked;
        }
    }

    private static void readAll(OpenStore open) throws ProblemException {
        var copies = open.copies();
        copies.stamps(SHOP, RecordKind.INVOICE);
        copies.eachReconciled(SHOP, item -> {});
        copies.sampleAnew(SHOP, copies.names(SHOP).stream().map(NameSample::named).toList());
        open.store.reader().rows(Set.of(SHOP), row -> {});
        open.store.reader().owedItems(SHOP, item -> {});
        open.store.reader().printedLines(Set.of(SHOP), line -> {});
        open.store.examine(new CancelToken());
    }

    private static void sync(OpenStore open, String name) throws ProblemException {
        var copies = open.copies();
        copies.saveInvoices(SHOP, StoreRecords.invoices(1, 3, name.length()));
        copies.saveInvoices(SHOP, StoreRecords.invoices(1, 3, 2));
        copies.saveJournalItems(SHOP, List.of(StoreRecords.line(9_000, 99, 0, "EUR", name)));
        copies.savePartners(SHOP, List.of(StoreRecords.partner(1, name)));
        copies.saveProducts(SHOP, List.of(StoreRecords.product(1, name)));
        copies.savePayments(SHOP,
                Map.of(3L, List.of(StoreRecords.payment(LocalDate.EPOCH, name.equals("a") ? "1" : "2"))));
        copies.doubtPayments(SHOP, Set.of(3L));
        copies.counterparts(SHOP, Set.of(9_000L));
        copies.paymentsWanted(SHOP, true);
        copies.paymentsWanted(SHOP, false);
        copies.dropJournalItems(SHOP, Set.of(9_000L));
        copies.markRemoved(SHOP, Set.of(2L), NOW);
        open.store.reader().each(SHOP, true, invoice -> {});
    }

    @Test
    void askingByIdsGoesByTheIdsAlsoInAnEmptyTable() throws Exception {
        Set<String> asked = asked(" in (");
        // of kinds, and in parts: below
        asked.removeIf(sql -> sql.contains(">?") && !sql.contains("id in ("));
        assertThat(asked).hasSizeGreaterThan(12);
        for (String table : List.of("invoice", "move_line", "invoice_lines", "known_lines", "payment", "partner",
                "product", "shown_name")) {
            assertThat(asked).anyMatch(sql -> sql.matches("(?s).*\\b" + table + "\\b.*"));
        }
        Path empty = Files.createDirectory(temp.resolve("empty"));
        new OpenStore(empty).close();
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(empty.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY)) {
            for (String sql : asked) {
                assertThat(plan(connection, sql)).as(sql).containsPattern(
                        "/\\* PUBLIC\\.(PRIMARY_KEY_\\w+|MOVE_LINE_BY_INVOICE): [^*]*\\b(INVOICE_ID|SEGMENT|ID)( IN\\(| = )");
            }
        }
    }

    /** A part of very many rows must not cost as much as all: neither reading those before it nor putting them in order. */
    @Test
    void readingInPartsGoesOnWhereTheLastPartEnded() throws Exception {
        Set<String> asked = asked(" fetch first ");
        asked.removeIf(sql -> !sql.contains(" order by "));
        for (String table : List.of("invoice", "move_line", "invoice_lines", "payment", "partner", "product",
                "original_pdf")) {
            assertThat(asked).anyMatch(sql -> sql.matches("(?s).* from " + table + " .*"));
        }
        assertThat(asked).as("items of invoices and of other entries at once")
                .anyMatch(sql -> sql.contains("partials<>") && !sql.contains("invoice_id,0)"));
        Path empty = Files.createDirectory(temp.resolve("empty"));
        new OpenStore(empty).close();
        try (var key = OpenStore.key((byte) 7);
                Connection connection = new H2Connector(empty.resolve("invoices.mv.db"), key)
                        .connect(H2Connector.APPEND_ONLY)) {
            for (String sql : asked) {
                assertThat(plan(connection, sql)).as(sql)
                        .containsPattern("/\\* PUBLIC\\.PRIMARY_KEY_\\w+: [^*]*\\b(INVOICE_)?ID >")
                        .contains("index sorted");
            }
        }
    }

    private static String plan(Connection connection, String sql) throws Exception {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setString(i, "1");
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return plan.getString(1).replaceAll("\\s+", " ");
            }
        }
    }
}
