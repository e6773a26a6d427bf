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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerBookIT {
    private static final ConnectionId SHOP = new ConnectionId("sh0psh0p");
    private static final ConnectionId AGAIN = new ConnectionId("aga1nt00");
    private static final ConnectionId OTHER = new ConnectionId("0therb00");
    private static final BookId BOOKS = new BookId("https://erp.example.com", "prod");
    private static final BookId SISTER = new BookId("https://erp.example.com", "sister");
    private static final Instant NOW = OpenBook.NOW;

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("data"));
    }

    private OpenBook open() throws ProblemException {
        return new OpenBook(folder);
    }

    private static Clock at(Instant when) {
        return Clock.fixed(when, ZoneOffset.UTC);
    }

    /** Two sittings: the newest good state has what the first one noted. */
    private void twoSittings() throws ProblemException {
        try (var first = open()) {
            first.book.leadsTo(SHOP, BOOKS);
            first.note(SHOP, 1);
        }
        try (var second = open()) {
            second.note(SHOP, 2);
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void ruin(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        for (int i = bytes.length / 4; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file(name), bytes);
    }

    private List<String> setAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(found -> found.getFileName().toString()).filter(name -> name.contains(".damaged-"))
                    .sorted().toList();
        }
    }

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
    void nothingIsKeptForAConnectionThatLeadsToNoBooks() throws Exception {
        try (var open = open()) {
            open.note(OTHER, 1);
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
    void beingToldTwiceIsHarmless() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            var up = OpenBook.change(1, NOW, "1.00", "2.00");
            var down = OpenBook.change(1, NOW, "2.00", "1.00");
            var paid = new InvoiceChange(1, "INV/2026/1", 1, 3, NOW, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, 77, "",
                    "2026-05-01 1.00 Bank", false);
            var paidToo = new InvoiceChange(1, "INV/2026/1", 1, 3, NOW, Kind.PAYMENT_ADDED, InvoiceField.PAYMENT, 77,
                    "", "2026-05-02 1.00 Bank", false);

            open.book.note(SHOP, List.of(up, paid, paidToo));
            open.book.note(SHOP, List.of(up, paid, paidToo));
            assertThat(open.all(SHOP)).hasSize(3);

            open.book.note(SHOP, List.of(down));
            open.book.note(SHOP, List.of(up));
            assertThat(open.all(SHOP)).hasSize(5);
        }
    }

    @Test
    void anotherKeyIsRefusedAndTheFileLeftAsItIs() throws Exception {
        twoSittings();
        byte[] before = Files.readAllBytes(file("book.mv.db"));

        assertThatThrownBy(() -> new OpenBook(folder, (byte) 10, OpenStore.CLOCK)).hasMessage("key-foreign");

        assertThat(file("book.mv.db")).hasBinaryContent(before);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void aDamagedFileGivesWayToTheNewestGoodStateAndTheOwnerIsTold() throws Exception {
        twoSittings();
        ruin("book.mv.db");

        try (var open = open()) {
            assertThat(open.book.warnings()).singleElement().satisfies(problem -> {
                assertThat(problem.code().name()).isEqualTo("BOOK_RESTORED");
                assertThat(problem.parameters()).containsExactly("2026-05-06 07:08",
                        "book.mv.db.damaged-20260506-070809");
            });
            assertThat(open.invoices(SHOP)).containsExactly(1L);
            open.note(SHOP, 3);
        }
        assertThat(setAside()).containsExactly("book.mv.db.damaged-20260506-070809");
        try (var next = open()) {
            assertThat(next.warnings()).isEmpty();
            assertThat(next.invoices(SHOP)).containsExactly(3L, 1L);
        }
    }

    @Test
    void aDamagedStateGivesWayToTheOneBeforeIt() throws Exception {
        twoSittings();
        open().close();
        ruin("book.mv.db");
        ruin("book-state-1.mv.db");

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(1L);
        }
        assertThat(setAside()).hasSize(2);
    }

    @Test
    void whenAllAreDamagedTheOwnerIsToldAndNothingElseIsLost() throws Exception {
        try (var copy = new OpenStore(folder).knowing(SHOP)) {
            assertThat(copy.store.profiles().profiles()).hasSize(1);
        }
        twoSittings();
        open().close();
        for (String name : List.of("book.mv.db", "book-state-1.mv.db", "book-state-2.mv.db")) {
            ruin(name);
        }

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_LOST");
            open.book.leadsTo(SHOP, BOOKS);
            assertThat(open.invoices(SHOP)).isEmpty();
            open.note(SHOP, 4);
        }
        assertThat(setAside()).hasSize(3);
        try (var copy = new OpenStore(folder)) {
            assertThat(copy.store.profiles().profiles()).hasSize(1);
            assertThat(copy.store.warnings()).isEmpty();
        }
        try (var next = open()) {
            assertThat(next.warnings()).isEmpty();
            assertThat(next.invoices(SHOP)).containsExactly(4L);
        }
    }

    @Test
    void aLostFileGivesWayToTheNewestGoodState() throws Exception {
        twoSittings();
        Files.delete(file("book.mv.db"));
        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(1L);
        }
        for (String name : List.of("book.mv.db", "book-state-1.mv.db", "book-state-2.mv.db", "book.ledger")) {
            Files.delete(file(name));
        }
        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_LOST");
        }
    }

    @Test
    void anOlderFileThatWasPutBackIsToldAndTheLaterOneIsTaken() throws Exception {
        twoSittings();
        Path older = temporary.resolve("older");
        Files.copy(file("book.mv.db"), older);
        try (var open = open()) {
            open.note(SHOP, 3);
        }
        open().close();
        byte[] newest = Files.readAllBytes(file("book-state-1.mv.db"));
        Files.write(file("book.mv.db"), Files.readAllBytes(older));
        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(3L, 2L, 1L);
        }
        assertThat(newest).isNotEmpty();
        assertThat(setAside()).hasSize(1);
        try (var open = open()) {
            open.note(SHOP, 4);
        }
        Files.write(file("book.mv.db"), Files.readAllBytes(file("book-state-1.mv.db")));
        try (var open = open()) {
            assertThat(open.warnings()).as("as good as the newest state, and older than the ledger")
                    .containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(3L, 2L, 1L);
        }
        try (var open = open()) {
            assertThat(open.warnings()).isEmpty();
        }
    }

    @Test
    void aFileOfALaterLoupeIsRefusedUntouched() throws Exception {
        twoSittings();
        try (Secret key = OpenStore.key((byte) 9);
                Connection connection = new H2Connector(file("book.mv.db"), key).connect(H2Connector.APPEND_ONLY)) {
            connection.createStatement().execute("UPDATE \"flyway_schema_history\" SET \"version\" = '99'");
        }
        byte[] before = Files.readAllBytes(file("book.mv.db"));

        assertThatThrownBy(this::open).hasMessage("store-too-new");

        assertThat(file("book.mv.db")).hasBinaryContent(before);
        assertThat(setAside()).isEmpty();
    }

    @Test
    void aPlantedTriggerIsRefusedUntouched() throws Exception {
        twoSittings();
        try (Secret key = OpenStore.key((byte) 9);
                Connection connection = new H2Connector(file("book.mv.db"), key).connect(H2Connector.APPEND_ONLY)) {
            connection.createStatement().execute("CREATE TABLE PLANTED(LOOTED BIGINT, WHERETO VARCHAR(99))");
        }
        byte[] before = Files.readAllBytes(file("book.mv.db"));

        assertThatThrownBy(this::open).hasMessage("store-hostile");

        assertThat(file("book.mv.db")).hasBinaryContent(before);
    }

    @Test
    void theBookOfAnotherFolderIsNeverTakenForThisOne() throws Exception {
        twoSittings();
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        try (var foreign = new OpenBook(elsewhere, (byte) 11, OpenStore.CLOCK)) {
            foreign.book.leadsTo(SHOP, BOOKS);
            foreign.note(SHOP, 99);
        }
        byte[] foreign = Files.readAllBytes(elsewhere.resolve("book.mv.db"));
        Files.write(file("book.mv.db"), foreign);

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(1L);
        }
        assertThat(setAside()).singleElement()
                .satisfies(name -> assertThat(file(name)).hasBinaryContent(foreign));

        Path empty = Files.createDirectory(temporary.resolve("empty"));
        Files.write(empty.resolve("book.mv.db"), foreign);
        assertThatThrownBy(() -> new OpenBook(empty)).hasMessage("key-foreign");
        assertThat(empty.resolve("book.mv.db")).hasBinaryContent(foreign);
    }

    @Test
    void noFlippedBitIsSilent() throws Exception {
        twoSittings();
        byte[] whole = Files.readAllBytes(file("book.mv.db"));
        byte[] state = Files.readAllBytes(file("book-state-1.mv.db"));
        byte[] ledger = Files.readAllBytes(file("book.ledger"));
        int told = 0;
        for (int i = 0; i < 40; i++) {
            byte[] flipped = whole.clone();
            flipped[(int) ((long) i * whole.length / 40) + i] ^= (byte) (1 << (i % 8));
            Files.write(file("book.mv.db"), flipped);
            Files.write(file("book-state-1.mv.db"), state);
            Files.write(file("book.ledger"), ledger);
            try (var open = open()) {
                boolean warned = open.warnings().equals(List.of("BOOK_RESTORED"));
                told += warned ? 1 : 0;
                assertThat(open.invoices(SHOP)).as("flip %d", i)
                        .isEqualTo(warned ? List.of(1L) : List.of(2L, 1L));
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void changesOlderThanTwoYearsGo() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            open.book.note(SHOP, List.of(OpenBook.change(1, NOW, "1", "2"),
                    OpenBook.change(2, NOW.plus(Duration.ofDays(1)), "1", "2")));
            open.book.see(SHOP, 2);
        }
        try (var later = new OpenBook(folder, (byte) 9,
                at(NOW.plus(OwnerBook.KEPT_FOR).plus(Duration.ofHours(1))))) {
            assertThat(later.invoices(SHOP)).containsExactly(2L);
        }
        try (var muchLater = new OpenBook(folder, (byte) 9,
                at(NOW.plus(OwnerBook.KEPT_FOR).plus(Duration.ofDays(9))))) {
            assertThat(muchLater.invoices(SHOP)).isEmpty();
            muchLater.note(SHOP, 3);
            assertThat(muchLater.all(SHOP)).singleElement()
                    .satisfies(noted -> assertThat(noted.number()).as("never one that was looked at").isEqualTo(3));
            assertThat(muchLater.warnings()).isEmpty();
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
