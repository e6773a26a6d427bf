package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.WRITTEN;
import static testkit.StoreRecords.line;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.OwedItem;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ReconciledItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.StoreRecords;

/** An item in every state that one can be in: which of them the columns say are owed, and which were reconciled. */
class ReconciledColumnsIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final List<LineKind> KINDS = List.of(LineKind.PAYMENT_TERM, LineKind.RECEIVABLE, LineKind.PAYABLE,
            LineKind.TAX);
    /** By the number of a state: three of these, four kinds, with a date or without, reconciled or not. */
    private static final int STATES = 3 * 4 * 2 * 2;
    private static final List<MoveState> MOVES = List.of(MoveState.DRAFT, MoveState.POSTED, MoveState.CANCELLED);
    private static final List<Presence> PRESENCES = List.of(Presence.PRESENT, Presence.REMOVED_IN_ODOO,
            Presence.NO_LONGER_ACCESSIBLE);
    /** The end of all numbers; more than a sync leaves noted. */
    private static final int ALL = 1 + STATES * 3;
    private static final long FIRST_ENTRY = 100_000;
    /** Other states: reconciled or not, with a date or without, of another kind, of another move, and all of it. */
    private static final List<Long> SHIFTS = List.of(1L, 2L, 4L, 16L, 23L);

    @TempDir
    private Path folder;

    private record State(MoveState move, LineKind kind, boolean dated, boolean reconciled) {
        static State of(long number) {
            int n = (int) (number % STATES);
            return new State(MOVES.get(n / 16), KINDS.get(n / 4 % 4), n / 2 % 2 == 0, n % 2 == 0);
        }

        MoveLine item(long id, JournalEntry entry) {
            MoveLine plain = line(id, entry.move().id(), 9, "EUR", "");
            MoveLine.Posting booked = plain.posting();
            return new MoveLine(id, plain.writeDate(), entry, kind, 9, "", plain.price(), plain.taxes(),
                    new MoveLine.Posting(booked.account(), booked.partner(), booked.company(), currency(id),
                            booked.debit(), booked.credit(), figure(id, 1), figure(id, 4), figure(id, 2),
                            figure(id, 7)),
                    dated ? LocalDate.of(2026, 2, 3) : null, LocalDate.of(2026, 12, 24),
                    new Matching(false, "", partials(id)));
        }

        /** A figure of an item: each of its own, other than those of other items and of this one in other states. */
        BigDecimal figure(long id, int times) {
            return BigDecimal.valueOf((id * MOVES.size() + MOVES.indexOf(move)) * times, 2);
        }

        List<Long> partials(long id) {
            return reconciled ? List.of(id, id + 1) : List.of();
        }

        /** What has to be said of an item in this state. */
        ReconciledItem told(long id, long invoice) {
            return new ReconciledItem(id, invoice, currency(id).id(),
                    plain(figure(id, 4).subtract(figure(id, 7))), partials(id));
        }

        boolean counts() {
            return move == MoveState.POSTED && dated;
        }

        boolean isItem() {
            return kind != LineKind.TAX;
        }
    }

    /** One of three by the id of an item. */
    private static Ref currency(long id) {
        int which = (int) (id % 3);
        return new Ref(3 + which, List.of("EUR", "KWD", "JPY").get(which));
    }

    /** A number without the zeros at its end, which say nothing. */
    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private static ReconciledItem plain(ReconciledItem item) {
        return new ReconciledItem(item.id(), item.invoice(), item.currency(), plain(item.settled()), item.partials());
    }

    private static Presence presence(long invoice) {
        return PRESENCES.get((int) (invoice / STATES % PRESENCES.size()));
    }

    private static Invoice invoice(long id, State state) {
        Invoice plain = StoreRecords.invoice(id, WRITTEN, "EUR", "120.00", "120.00", state.move(),
                PaymentState.NOT_PAID, 1);
        var lines = new ArrayList<>(plain.lines());
        lines.add(state.item(id * 100 + 50, JournalEntry.of(new Ref(id, plain.name()), state.move())));
        return plain.withLines(lines);
    }

    private static MoveLine entry(long id, State state) {
        return state.item(id, new JournalEntry(new Ref(id, "BNK/" + id), state.move(), new Ref(6, "Bank"), "R" + id));
    }

    /** Writes invoices and entries with these numbers, each in its state; those of other states when shifted. */
    private static void write(OpenStore open, long from, long to, long shift) throws Exception {
        save(open, from, to, shift);
        mark(open, from, to);
    }

    private static void save(OpenStore open, long from, long to, long shift) throws Exception {
        var copies = open.copies();
        copies.saveInvoices(SHOP,
                LongStream.range(from, to).mapToObj(id -> invoice(id, State.of(id + shift))).toList());
        copies.saveJournalItems(SHOP, LongStream.range(from, to)
                .mapToObj(id -> entry(FIRST_ENTRY + id, State.of(id + shift))).toList());
    }

    private static void mark(OpenStore open, long from, long to) throws Exception {
        var copies = open.copies();
        copies.markRemoved(SHOP, those(from, to, Presence.REMOVED_IN_ODOO), WRITTEN);
        copies.markInaccessible(SHOP, those(from, to, Presence.NO_LONGER_ACCESSIBLE), WRITTEN);
    }

    private static Set<Long> those(long from, long to, Presence presence) {
        return LongStream.range(from, to).boxed().filter(id -> presence(id) == presence).collect(Collectors.toSet());
    }

    /** What has to be there of what was written. */
    private static final class Expected {
        private final Map<Long, State> invoices = new TreeMap<>();
        private final Map<Long, State> entries = new TreeMap<>();

        Expected with(long from, long to, long shift) {
            LongStream.range(from, to).forEach(id -> invoices.put(id, State.of(id + shift)));
            LongStream.range(from, to).forEach(id -> entries.put(id, State.of(id + shift)));
            return this;
        }

        /** Those of posted moves with a date; of invoices those that are marked are gone. */
        Set<ReconciledItem> owed(boolean marked) {
            var items = new HashSet<ReconciledItem>();
            invoices.forEach((id, state) -> {
                if (state.counts() && state.kind() == LineKind.PAYMENT_TERM
                        && (!marked || presence(id) == Presence.PRESENT)) {
                    items.add(state.told(id * 100 + 50, id));
                }
            });
            entries.forEach((id, state) -> {
                if (state.counts() && state.isItem() && state.kind() != LineKind.PAYMENT_TERM) {
                    items.add(state.told(FIRST_ENTRY + id, 0));
                }
            });
            return items;
        }

        Set<ReconciledItem> reconciled() {
            var items = new HashSet<ReconciledItem>();
            invoices.forEach((id, state) -> {
                if (state.reconciled() && state.isItem()) {
                    items.add(state.told(id * 100 + 50, id));
                }
            });
            entries.forEach((id, state) -> {
                if (state.reconciled() && state.isItem()) {
                    items.add(state.told(FIRST_ENTRY + id, 0));
                }
            });
            return items;
        }

        /** What was read is this, and each item once. */
        void isSaid(List<OwedItem> owed, List<ReconciledItem> reconciled, boolean marked) {
            assertThat(owed).extracting(item -> plain(item.reconciled())).as("owed").doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(owed(marked));
            assertThat(reconciled).extracting(ReconciledColumnsIT::plain).as("reconciled").doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(reconciled());
        }
    }

    /** Ends a run, and reads the columns: they have to say what is expected, and what the tables say. */
    private void holds(OpenStore open, Expected expected) throws Exception {
        open.copies().publish(SHOP, WRITTEN, WRITTEN);
        open.forgetStatements();
        ColumnSegmentsIT.Read read = ColumnSegmentsIT.read(open);
        assertThat(open.statements()).as("all rows of the table")
                .noneMatch(sql -> sql.contains("from move_line") && sql.contains("fetch first"));
        assertThat(open.store.examine(new CancelToken())).as("nothing is damaged").isEmpty();
        expected.isSaid(read.owed(), read.asked().reconciled(), true);
    }

    /** What was read last is what the tables say. */
    private void agrees() throws Exception {
        ColumnSegmentsIT.Read byColumns;
        try (var open = new OpenStore(folder)) {
            byColumns = ColumnSegmentsIT.read(open);
        }
        assertThat(byColumns).isEqualTo(ColumnSegmentsIT.fromTables(folder));
    }

    @Test
    void aFirstFillingKeepsEveryStateAsItComes() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().publish(SHOP, WRITTEN, null);
            save(open, STATES, 2 * STATES, 0);
            save(open, 1, STATES, 0);
            var owed = new ArrayList<OwedItem>();
            var reconciled = new ArrayList<ReconciledItem>();
            open.forgetStatements();
            open.store.reader().owedItems(SHOP, owed::add);
            open.copies().eachReconciled(SHOP, reconciled::add);
            assertThat(open.statements()).as("of both pages nothing is read from the table")
                    .noneMatch(sql -> sql.contains("from move_line"));
            new Expected().with(1, 2 * STATES, 0).isSaid(owed, reconciled, false);
            mark(open, 1, 2 * STATES);
            open.copies().markRemoved(SHOP, Set.of(1L), WRITTEN);
            write(open, 1, 2, 0);
            holds(open, new Expected().with(1, 2 * STATES, 0));
        }
        agrees();
    }

    @Test
    void columnsMadeOfTheTablesHoldEveryState() throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().savePartners(SHOP, List.of(StoreRecords.partner(502, "Own")));
            write(open, 1, ALL, 0);
            holds(open, new Expected().with(1, ALL, 0));
        }
        agrees();
    }

    /** Few changes are read from the tables, many are written into the segments. */
    @ParameterizedTest
    @ValueSource(longs = {1 + STATES / 2, ALL})
    void whatChangesAndGoesLaterIsToldByBoth(long to) throws Exception {
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().savePartners(SHOP, List.of(StoreRecords.partner(502, "Own")));
            write(open, 1, ALL, 0);
            var expected = new Expected().with(1, ALL, 0);
            holds(open, expected);
            for (long shift : SHIFTS) {
                write(open, 1, to, shift);
                holds(open, expected.with(1, to, shift));
            }
            Set<Long> gone = LongStream.range(1, to).boxed().filter(id -> id % 2 == 0).collect(Collectors.toSet());
            open.copies().dropJournalItems(SHOP,
                    gone.stream().map(id -> FIRST_ENTRY + id).collect(Collectors.toSet()));
            expected.entries.keySet().removeAll(gone);
            open.copies().saveInvoices(SHOP, gone.stream()
                    .map(id -> StoreRecords.invoice(id, 1)).toList());
            expected.invoices.keySet().removeAll(gone);
            holds(open, expected);
        }
        agrees();
    }

    /** Its items and lines stay alone in tables and segments, and go when it comes again. */
    @Test
    void whatIsLeftOfALostInvoiceStandsNotTwiceWhenItComesAgain() throws Exception {
        long lost = 16;
        var invoices = LongStream.range(1, STATES).mapToObj(id -> invoice(id, State.of(lost))).toList();
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            open.copies().publish(SHOP, WRITTEN, null);
            open.copies().saveInvoices(SHOP, invoices);
        }
        try (Connection connection = ColumnSegmentsIT.raw(folder); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM invoice WHERE id = " + lost)).isOne();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).isNotEmpty();
        }
        try (var open = new OpenStore(folder)) {
            open.copies().endUnpublished(SHOP);
            assertThat(reconciled(open)).contains(lost * 100 + 50);

            open.copies().saveInvoices(SHOP, List.of(invoices.get((int) lost - 1)));

            assertThat(reconciled(open)).hasSize(STATES - 1).doesNotHaveDuplicates();
            assertThat(ColumnSegmentsIT.read(open).printed().get(lost)).hasSize(1);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
        agrees();
    }

    private static List<Long> reconciled(OpenStore open) throws Exception {
        var ids = new ArrayList<Long>();
        open.copies().eachReconciled(SHOP, item -> ids.add(item.id()));
        return ids;
    }
}
