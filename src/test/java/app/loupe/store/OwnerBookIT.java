package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Stamp;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnerBookIT extends BookInFolder {
    @Test
    void keepsWhatItWasTold() throws Exception {
        twoSittings();

        try (var third = open()) {
            assertThat(third.warnings()).isEmpty();
            assertThat(third.invoices(SHOP)).containsExactly(2L, 1L);
            assertThat(third.all(SHOP).getLast().change()).isEqualTo(OpenBook.change(1, NOW, "1.00", "2.00"));
            third.book.see(SHOP, 2);
            third.book.see(SHOP, 1);
        }
        try (var fourth = open()) {
            assertThat(fourth.book.seen(SHOP)).isEqualTo(2);
            assertThat(fourth.book.seen(OTHER)).isZero();
        }
    }

    @Test
    void aMarkGoesBackUnlessItHasMovedOn() throws Exception {
        twoSittings();
        try (var open = open()) {
            open.book.see(SHOP, 1);
            open.book.see(SHOP, 2);
            open.book.unsee(SHOP, 1, 0);
            assertThat(open.book.seen(SHOP)).isEqualTo(2);

            open.book.unsee(SHOP, 2, 1);
            open.book.unsee(OTHER, 0, 1);
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
            assertThat(open.book.seen(SHOP)).isEqualTo(1);
            assertThat(open.book.seen(OTHER)).isZero();
        }
    }

    @Test
    void aWalkEndsWhereItIsToldTo() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.note(SHOP, 1, 2, 3);
            var walked = new ArrayList<Long>();

            open.book.walk(Set.of(SHOP), Instant.EPOCH, 0, noted -> {
                walked.add(noted.number());
                return noted.number() > 2;
            });

            assertThat(walked).containsExactly(3L, 2L);
        }
    }

    /** It is not as if it were: a run that found a change says so, and finds it again. */
    @Test
    void nothingIsKeptForAConnectionThatLeadsToNoBooks() throws Exception {
        try (var open = open()) {
            assertThatThrownBy(() -> open.note(OTHER, 1)).hasMessage("notes-not-kept");
            open.book.see(OTHER, 5);

            assertThat(open.invoices(OTHER)).isEmpty();
            assertThat(open.book.seen(OTHER)).isZero();
        }
    }

    @Test
    void aConnectionThatIsAddedAgainFindsItsBook() throws Exception {
        twoSittings();
        try (var open = open()) {
            open.book.see(SHOP, 1);
            open.book.release(SHOP);
            assertThat(open.invoices(SHOP)).isEmpty();

            open.book.leadsTo(AGAIN, BOOKS);

            assertThat(open.invoices(AGAIN)).containsExactly(2L, 1L);
            assertThat(open.book.seen(AGAIN)).isEqualTo(1);
            open.book.leadsTo(OTHER, SISTER);
            assertThat(open.invoices(OTHER)).isEmpty();
        }
    }

    @Test
    void whatWasDeletedIsInNoStateOfTheFile() throws Exception {
        twoSittings();
        ruin("book.mv.db");
        try (var open = open()) {
            open.book.leadsTo(OTHER, SISTER);
            open.note(OTHER, 7);
            assertThat(setAside()).hasSize(1);

            open.book.forget(SHOP);

            assertThat(open.invoices(SHOP)).isEmpty();
            assertThat(open.invoices(OTHER)).containsExactly(7L);
            assertThat(setAside()).isEmpty();
            assertThat(file("book-state-2.mv.db")).doesNotExist();
            open.book.forget(SHOP);
        }
        ruin("book.mv.db");
        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            open.book.leadsTo(AGAIN, BOOKS);
            assertThat(open.invoices(AGAIN)).isEmpty();
            assertThat(open.invoices(OTHER)).containsExactly(7L);
        }
    }

    @Test
    void booksThatAnotherConnectionLeadsToStay() throws Exception {
        twoSittings();
        try (var open = open()) {
            open.book.leadsTo(AGAIN, BOOKS);

            open.book.forget(SHOP);

            assertThat(open.invoices(AGAIN)).containsExactly(2L, 1L);
            open.book.forget(AGAIN);
            open.book.leadsTo(SHOP, BOOKS);
            assertThat(open.invoices(SHOP)).isEmpty();
        }
    }

    @Test
    void anAddressThatChangesTakesTheBookAlong() throws Exception {
        twoSittings();
        try (var open = open()) {
            open.book.leadsTo(SHOP, SISTER);
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
            open.book.leadsTo(OTHER, BOOKS);
            assertThat(open.invoices(OTHER)).isEmpty();
            open.note(OTHER, 9);
            open.book.see(OTHER, 3);

            open.book.leadsTo(OTHER, SISTER);

            assertThat(open.invoices(OTHER)).containsExactly(9L, 2L, 1L).isEqualTo(open.invoices(SHOP));
            assertThat(open.book.seen(SHOP)).isEqualTo(3);
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
        }
    }

    @Test
    void changesOlderThanTwoYearsGo() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.note(SHOP, Stamp.NEVER, List.of(OpenBook.change(1, NOW, "1", "2"),
                    OpenBook.change(2, NOW.plus(Duration.ofDays(1)), "1", "2")));
            open.book.see(SHOP, 2);
        }
        Instant later = NOW.plus(OwnerBook.KEPT_FOR).plus(Duration.ofHours(1));
        try (var open = new OpenBook(folder, (byte) 9, at(later))) {
            assertThat(open.invoices(SHOP)).as("nothing newer says how late it is").containsExactly(2L, 1L);
            noteOnDays(open, 3, later, 2);
        }
        try (var open = new OpenBook(folder, (byte) 9, at(later.plus(Duration.ofDays(2))))) {
            assertThat(open.invoices(SHOP)).as("two days may have been of a wrong clock").containsExactly(4L, 3L, 2L,
                    1L);
            noteOnDays(open, 5, later.plus(Duration.ofDays(4)), 1);
        }
        try (var open = new OpenBook(folder, (byte) 9, at(later.plus(Duration.ofDays(4))))) {
            assertThat(open.invoices(SHOP)).containsExactly(5L, 4L, 3L, 2L);
        }
        Instant muchLater = later.plus(OwnerBook.KEPT_FOR).plus(Duration.ofDays(9));
        try (var open = new OpenBook(folder, (byte) 9, at(muchLater))) {
            noteOnDays(open, 6, muchLater, 3);
        }
        try (var open = new OpenBook(folder, (byte) 9, at(muchLater.plus(Duration.ofDays(6))))) {
            assertThat(open.invoices(SHOP)).containsExactly(8L, 7L, 6L);
            assertThat(open.all(SHOP).getLast().number()).as("never one that was looked at").isEqualTo(6);
            assertThat(open.warnings()).isEmpty();
        }
    }

    /** Changes of invoices from this one on, each noted two days after the one before. */
    private static void noteOnDays(OpenBook open, long invoice, Instant first, int days) throws ProblemException {
        for (int day = 0; day < days; day++) {
            open.book.note(SHOP, Stamp.NEVER,
                    List.of(OpenBook.change(invoice + day, first.plus(Duration.ofDays(2L * day)), "1", "2")));
        }
    }

    @Test
    void aClockThatStandsYearsAheadTakesNothingAway() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.note(SHOP, Stamp.NEVER, List.of(OpenBook.change(1, NOW, "1", "2")));
        }
        for (int years = 3; years < 6; years++) {
            try (var open = new OpenBook(folder, (byte) 9, at(NOW.plus(Duration.ofDays(365L * years))))) {
                assertThat(open.invoices(SHOP)).containsExactly(1L);
            }
        }
        try (var open = open()) {
            assertThat(open.invoices(SHOP)).containsExactly(1L);
            assertThat(open.warnings()).isEmpty();
        }
    }

    /** As with a certificate that is trusted for years: syncs go on under such a clock. */
    @Test
    void whatIsNotedUnderSuchAClockTakesNothingAwayEither() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            noteOnDays(open, 1, NOW, 5);
        }
        Instant ahead = NOW.plus(Duration.ofDays(365L * 4));
        try (var open = new OpenBook(folder, (byte) 9, at(ahead))) {
            noteOnDays(open, 9, ahead, 2);
        }
        try (var open = new OpenBook(folder, (byte) 9, at(ahead.plus(Duration.ofDays(3))))) {
            assertThat(open.invoices(SHOP)).hasSize(7);
        }
        try (var open = open()) {
            assertThat(open.invoices(SHOP)).hasSize(7);
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.note(SHOP, 1, 2, 3, 4, 5);
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
            assertThat(open.warnings()).isEmpty();
            assertThat(open.invoices(SHOP)).containsExactly(5L, 4L, 3L);
        }
    }

    @Test
    void whatHappensToOneBookCostsAnotherNothing() throws Exception {
        var other = new ConnectionId("cccccccc");
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.leadsTo(other, new BookId("https://elsewhere.example", "other"));
            open.note(SHOP, 1);
            open.note(other, 11, 12, 13, 14, 15);
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
            assertThat(open.invoices(SHOP)).containsExactly(1L);
            assertThat(open.invoices(other)).containsExactly(15L, 14L);
        }
    }

    /** A state from before a deletion knows a connection that is none any more. */
    @Test
    void whatIsNoConnectionAnyMoreKeepsNoHistoryAlive() throws Exception {
        var gone = new ConnectionId("cccccccc");
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.leadsTo(gone, BOOKS);
            open.note(SHOP, 1);

            open.book.ledByOnly(Set.of(SHOP));
            open.book.forget(SHOP);
            open.book.leadsTo(SHOP, BOOKS);

            assertThat(open.invoices(SHOP)).isEmpty();
        }
    }

    @Test
    void aNumberThatWouldFillTheBookIsCut() {
        var change = new InvoiceChange(1, "N".repeat(1_000_000), 1, 3, NOW, Kind.NEW, InvoiceField.PAYMENT, 77, "", "",
                false);

        assertThat(change.name()).hasSize(InvoiceChange.LONGEST).endsWith("…");
    }

    @Test
    void aWindowThatStaysOpenKeepsAGoodStateEachDay() throws Exception {
        var now = new ArrayList<>(List.of(NOW));
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.getLast();
            }
        };
        try (var open = new OpenBook(folder, (byte) 9, clock)) {
            open.book.leadsTo(SHOP, BOOKS);
            open.note(SHOP, 1);
            byte[] first = Files.readAllBytes(file("book-state-1.mv.db"));
            now.add(NOW.plus(Duration.ofDays(1)));
            open.note(SHOP, 2);

            assertThat(file("book-state-2.mv.db")).hasBinaryContent(first);
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        }
        ruin("book.mv.db");
        try (var open = open()) {
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }

    @Test
    void eachAccountHasABookOfItsOwn() throws Exception {
        twoSittings();

        try (var bert = new OpenBook(folder, OpenStore.BERT, (byte) 12, OpenStore.CLOCK)) {
            bert.book.leadsTo(SHOP, BOOKS);
            assertThat(bert.invoices(SHOP)).isEmpty();
            assertThat(file("book-" + bert.vault.user().value() + ".mv.db")).exists();
        }
        try (var anna = open()) {
            assertThat(anna.warnings()).isEmpty();
            assertThat(anna.invoices(SHOP)).containsExactly(2L, 1L);
        }
    }
}
