package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk with room for what the owner notes, and none for another copy of the whole book. */
class BookOnAFullDiskIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final InvoiceKey FIRST = new InvoiceKey(SHOP, 1);

    @TempDir
    Path folder;

    private Instant now = OpenBook.NOW;
    private boolean full;
    private int tried;

    /** Takes no state while the disk is full. */
    private final class Narrow extends BookStates {
        Narrow(VaultFile vault) {
            super(vault.folder(), vault.bookName());
        }

        @Override
        void take(H2File book) throws ProblemException {
            tried++;
            if (full) {
                throw ProblemException.of(ProblemCode.DISK_FULL, "book");
            }
            super.take(book);
        }

        @Override
        void putBack(Path state, Path book) throws ProblemException {
            if (full) {
                throw ProblemException.of(ProblemCode.DISK_FULL, "book");
            }
            super.putBack(state, book);
        }
    }

    @Test
    void whatIsNotedStaysAndTheStateIsTriedOnceADay() throws Exception {
        InstantSource moving = () -> now;
        Clock clock = moving.withZone(ZoneOffset.UTC);
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA);
                var key = OpenStore.key((byte) 9);
                var book = OwnerBookFile.open(vault, key, (id, invoices) -> Map.of(), clock, new Narrow(vault))) {
            book.leadsTo(SHOP, new BookId("https://shop.example", "books"));
            int before = tried;
            full = true;
            now = now.plus(Duration.ofDays(2));

            Map<InvoiceKey, MarkAct> undoing = book.mark(Map.of(FIRST, new MarkAct.Note("ask Bea")));
            book.note(SHOP, Stamp.NEVER, List.of(OpenBook.change(1, now, "1", "2")));

            assertThat(undoing).containsKey(FIRST);
            assertThat(book.marks(Set.of(SHOP)).keySet()).containsExactly(FIRST);
            assertThat(tried - before).isEqualTo(1);
            assertThat(book.warnings()).extracting(Problem::code).containsExactly(ProblemCode.DISK_FULL);

            full = false;
            now = now.plus(Duration.ofDays(1));
            book.note(SHOP, Stamp.NEVER, List.of(OpenBook.change(2, now, "1", "2")));
            book.note(SHOP, Stamp.NEVER, List.of(OpenBook.change(3, now, "1", "2")));
            assertThat(tried - before).as("taken on the next day, once").isEqualTo(2);
        }
        try (var open = new OpenBook(folder)) {
            assertThat(open.invoices(SHOP)).containsExactly(3L, 2L, 1L);
            assertThat(open.book.marks(Set.of(SHOP)).keySet()).containsExactly(FIRST);
        }
    }

    /** An older file was put back, and there is no room for the later state: nothing of what there is goes away. */
    @Test
    void aBookThatCannotBeReplacedStaysWhereItIs() throws Exception {
        for (long invoice = 1; invoice <= 2; invoice++) {
            try (var open = new OpenBook(folder)) {
                open.book.leadsTo(SHOP, new BookId("https://shop.example", "books"));
                open.note(SHOP, invoice);
            }
        }
        Path book = folder.resolve("book.mv.db");
        byte[] older = Files.readAllBytes(book);
        try (var open = new OpenBook(folder)) {
            open.note(SHOP, 3);
        }
        new OpenBook(folder).close();
        Files.write(book, older);
        full = true;

        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA); var key = OpenStore.key((byte) 9)) {
            assertThatThrownBy(() -> OwnerBookFile.open(vault, key, (id, invoices) -> Map.of(), OpenStore.CLOCK,
                    new Narrow(vault)))
                    .hasMessage("disk-full");
        }

        assertThat(book).exists();
        try (var open = new OpenBook(folder)) {
            assertThat(open.invoices(SHOP)).as("as soon as there is room").containsExactly(3L, 2L, 1L);
        }
    }
}
