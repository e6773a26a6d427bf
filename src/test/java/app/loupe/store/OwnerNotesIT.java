package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.Secret;
import app.loupe.domain.Stamp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner wrote to invoices and partners, in the file. */
class OwnerNotesIT extends BookInFolder {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final InvoiceMark.Review REVIEW = new InvoiceMark.Review(NOW, "ab12", 7);

    private static InvoiceKey key(ConnectionId connection, long invoice) {
        return new InvoiceKey(connection, invoice);
    }

    private static InvoiceMark mark(OpenBook open, ConnectionId connection, long invoice) throws Exception {
        return open.book.marks(Set.of(connection)).getOrDefault(key(connection, invoice), InvoiceMark.NONE);
    }

    private static void write(OpenBook open, long invoice, MarkAct... acts) throws Exception {
        for (MarkAct act : acts) {
            open.book.mark(Map.of(key(SHOP, invoice), act));
        }
    }

    @Test
    void everyPartIsKeptAndLeavesTheOthersAsTheyAre() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            write(open, 1, new MarkAct.Flag(true), new MarkAct.Note("Anna, 14:00\nask for the order ✓"),
                    new MarkAct.Review(REVIEW), new MarkAct.Remind(DAY), new MarkAct.Open(true));
            open.book.notePartner(new PartnerKey(SHOP, 30), "pays late");
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            assertThat(open.book.marks(Set.of(SHOP, OTHER))).containsExactly(Map.entry(key(SHOP, 1),
                    new InvoiceMark(true, "Anna, 14:00\nask for the order ✓", REVIEW, DAY, true)));
            assertThat(open.book.partnerNotes(Set.of(SHOP)))
                    .containsExactly(Map.entry(new PartnerKey(SHOP, 30), "pays late"));
        }
    }

    @Test
    void anActGivesWhatUndoesItAndOnlyForThoseThatItChanged() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            write(open, 2, new MarkAct.Flag(true), new MarkAct.Note("before"));

            Map<InvoiceKey, MarkAct> undoing = open.book.mark(Map.of(key(SHOP, 1), new MarkAct.Flag(true),
                    key(SHOP, 2), new MarkAct.Flag(true), key(SHOP, 3), new MarkAct.Note("new")));
            assertThat(undoing).containsExactlyInAnyOrderEntriesOf(
                    Map.of(key(SHOP, 1), new MarkAct.Flag(false), key(SHOP, 3), new MarkAct.Note("")));
            write(open, 1, new MarkAct.Open(true));

            open.book.mark(undoing);

            assertThat(mark(open, SHOP, 1)).as("what came between stays")
                    .isEqualTo(new MarkAct.Open(true).on(InvoiceMark.NONE));
            assertThat(open.book.marks(Set.of(SHOP))).doesNotContainKey(key(SHOP, 3));
            assertThat(mark(open, SHOP, 2).note()).isEqualTo("before");
        }
    }

    @Test
    void anActThatCannotBeKeptIsRefusedAsAWhole() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            assertThatThrownBy(() -> open.book.mark(
                    Map.of(key(SHOP, 1), new MarkAct.Flag(true), key(OTHER, 1), new MarkAct.Flag(true))))
                    .hasMessage("notes-not-kept");
            String longest = "n".repeat(InvoiceMark.LONGEST_NOTE);
            assertThatThrownBy(() -> open.book.mark(
                    Map.of(key(SHOP, 1), new MarkAct.Flag(true), key(SHOP, 2), new MarkAct.Note(longest + "n"))))
                    .hasMessage("note-too-long");
            assertThatThrownBy(() -> open.book.notePartner(new PartnerKey(SHOP, 3), longest + "n"))
                    .hasMessage("note-too-long");
            assertThatThrownBy(() -> open.book.notePartner(new PartnerKey(OTHER, 3), "n"))
                    .hasMessage("notes-not-kept");
            assertThat(open.book.marks(Set.of(SHOP))).isEmpty();

            write(open, 2, new MarkAct.Note(longest));
            assertThat(mark(open, SHOP, 2).note()).isEqualTo(longest);
        }
    }

    @Test
    void aConnectionThatIsAddedAgainFindsThemAndADeletionTakesThem() throws Exception {
        twoSittings();
        try (var open = open()) {
            open.book.release(SHOP);
            assertThat(open.book.marks(Set.of(SHOP))).isEmpty();
            open.book.leadsTo(AGAIN, BOOKS);
            assertThat(mark(open, AGAIN, 1).note()).isEqualTo("call Anna");
            assertThat(open.book.partnerNotes(Set.of(AGAIN))).hasSize(1);
            open.book.leadsTo(OTHER, BOOKS);

            open.book.forget(AGAIN);

            assertThat(mark(open, OTHER, 1).note()).as("another connection leads there").isEqualTo("call Anna");
            open.book.forget(OTHER);
            open.book.leadsTo(SHOP, BOOKS);
            assertThat(open.book.marks(Set.of(SHOP))).isEmpty();
            assertThat(open.book.partnerNotes(Set.of(SHOP))).isEmpty();
        }
    }

    /** The same books were known under two addresses, and something was written under both. */
    @Test
    void whereTwoBooksBecomeOneNothingThatWasWrittenIsLost() throws Exception {
        twoSittings();
        try (var open = open()) {
            write(open, 1, new MarkAct.Remind(DAY), new MarkAct.Review(REVIEW));
            open.book.leadsTo(OTHER, SISTER);
            open.book.mark(Map.of(key(OTHER, 1), new MarkAct.Note("second"), key(OTHER, 9), new MarkAct.Flag(true)));
            open.book.mark(Map.of(key(OTHER, 1), new MarkAct.Flag(true)));
            open.book.mark(Map.of(key(OTHER, 1), new MarkAct.Remind(DAY.plusDays(1))));
            open.book.notePartner(new PartnerKey(OTHER, 30), "second");

            open.book.leadsTo(SHOP, SISTER);

            assertThat(mark(open, SHOP, 1))
                    .isEqualTo(new InvoiceMark(true, "second\ncall Anna", REVIEW, DAY, false));
            assertThat(mark(open, SHOP, 9).flagged()).isTrue();
            assertThat(mark(open, SHOP, 2).flagged()).isTrue();
            assertThat(open.book.partnerNotes(Set.of(SHOP))).containsValue("second\npays on Thursdays");
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
        }
    }

    @Test
    void theHistorySaysWhatCameAndWhatSaysSomethingElse() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.note(SHOP, Stamp.NEVER, List.of(change(1, Kind.NEW, InvoiceField.PRESENCE),
                    change(2, Kind.CHANGED, InvoiceField.PAYMENT_STATE), change(1, Kind.CHANGED, InvoiceField.DUE_DATE),
                    change(3, Kind.LINE_ADDED, InvoiceField.LINE), change(4, Kind.BACK, InvoiceField.PRESENCE)));

            assertThat(open.book.news(Set.of(SHOP, OTHER))).containsExactlyInAnyOrderEntriesOf(
                    Map.of(key(SHOP, 1), new InvoiceNews(1, 3), key(SHOP, 3), new InvoiceNews(0, 4)));
        }
    }

    private static InvoiceChange change(long invoice, Kind kind, InvoiceField field) {
        return new InvoiceChange(invoice, "INV/" + invoice, 1, 2, NOW, kind, field, 0, "a", "b", true);
    }

    /** Changes have a bound; what the owner wrote has none and must not push them out. */
    @Test
    void whatIsWrittenDoesNotCountAsChanges() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.note(SHOP, 1, 2, 3);
            for (long invoice = 1; invoice <= 9; invoice++) {
                write(open, invoice, new MarkAct.Flag(true));
            }
        }
        try (Secret key = OpenStore.key((byte) 9);
                var session = new BookSession(new H2File(FileProtection.of(folder), file("book.mv.db"), key.copy()))) {
            session.alone(H2File::open);
            session.run(connection -> {
                var tables = new BookTables(connection);
                tables.dropBeyond(3);
                return tables.settle(NOW);
            });
        }
        try (var open = open()) {
            assertThat(open.invoices(SHOP)).containsExactly(3L, 2L, 1L);
            assertThat(open.book.marks(Set.of(SHOP))).hasSize(9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE invoice_mark SET note = 'do not call Anna' WHERE invoice_id = 1",
        "UPDATE invoice_mark SET flagged = FALSE WHERE invoice_id = 2",
        "UPDATE invoice_mark SET remind_on = DATE '2026-06-02' WHERE invoice_id = 1",
        "UPDATE invoice_mark SET reviewed_change = 8 WHERE invoice_id = 1",
        "UPDATE invoice_mark SET reviewed_at = NULL WHERE invoice_id = 1",
        "UPDATE partner_note SET note = 'never pays'", "UPDATE partner_note SET partner_id = 31",
        "DELETE FROM invoice_mark WHERE invoice_id = 1", "DELETE FROM partner_note"})
    void whatSaysSomethingElseThanTheOwnerWroteIsDamageAndAFormerStateIsTaken(String change) throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            write(open, 1, new MarkAct.Note("call Anna"), new MarkAct.Remind(DAY), new MarkAct.Review(REVIEW));
            open.book.notePartner(new PartnerKey(SHOP, 30), "pays late");
            write(open, 2, new MarkAct.Flag(true));
        }
        open().close();
        try (Secret key = OpenStore.key((byte) 9);
                Connection connection = new H2Connector(file("book.mv.db"), key).connect(H2Connector.APPEND_ONLY)) {
            assertThat(connection.createStatement().executeUpdate(change)).isEqualTo(1);
        }

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(mark(open, SHOP, 1)).isEqualTo(new InvoiceMark(false, "call Anna", REVIEW, DAY, false));
            assertThat(mark(open, SHOP, 2).flagged()).isTrue();
            assertThat(open.book.partnerNotes(Set.of(SHOP))).containsValue("pays late");
        }
    }

    @Test
    void aNoteIsNeverInTheClear() throws Exception {
        twoSittings();
        open().close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains("call Anna")).as(file.toString()).isFalse();
                assertThat(bytes.contains("Thursdays")).as(file.toString()).isFalse();
            }
        }
    }
}
