package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BookDamageIT extends BookInFolder {
    private static final int BLOCK = 4_096;

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
        VaultFile.open(empty, false, OpenStore.ANNA).close();
        Files.write(empty.resolve("book.mv.db"), foreign);
        assertThatThrownBy(() -> new OpenBook(empty)).hasMessage("key-foreign");
        assertThat(empty.resolve("book.mv.db")).hasBinaryContent(foreign);
    }

    @Test
    void aRowThatSaysSomethingElseThanWasStoredIsDamage() throws Exception {
        twoSittings();
        try (Secret key = OpenStore.key((byte) 9);
                Connection connection = new H2Connector(file("book.mv.db"), key).connect(H2Connector.APPEND_ONLY)) {
            connection.createStatement().execute("UPDATE invoice_change SET value_after = '9.00' WHERE number = 2");
        }

        try (var open = open()) {
            assertThat(open.warnings()).containsExactly("BOOK_RESTORED");
            assertThat(open.invoices(SHOP)).containsExactly(1L);
        }
    }

    @Test
    void noDamageOfAnyKindIsSilentOrADeadEnd() throws Exception {
        try (var first = open()) {
            first.book.leadsTo(SHOP, BOOKS);
            first.note(SHOP, 1);
        }
        List<String> names = List.of("book.mv.db", "book.ledger");
        var older = new ArrayList<byte[]>();
        for (String name : names) {
            older.add(Files.readAllBytes(file(name)));
        }
        try (var second = open()) {
            second.note(SHOP, 2);
        }
        var whole = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                whole.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            assertThat(Damages.faults(name, whole.getOrDefault(name, new byte[0]), older.get(i), (damage, damaged) -> {
                for (var file : whole.entrySet()) {
                    Files.write(file(file.getKey()), file.getValue());
                }
                Files.write(file(name), damaged);
                return outcome(damage);
            })).isEmpty();
        }
    }

    /** H2 keeps its header twice; with one of them gone it may find another state at each opening. */
    @Test
    void aDamagedHeaderIsNeverSilent() throws Exception {
        twoSittings();
        byte[] file = Files.readAllBytes(file("book.mv.db"));
        byte[] ledger = Files.readAllBytes(file("book.ledger"));
        byte[] state = Files.readAllBytes(file("book-state-1.mv.db"));
        for (int header : new int[] {BLOCK, 2 * BLOCK}) {
            for (int other = file.length - 4 * BLOCK; other < file.length; other += BLOCK) {
                byte[] damaged = file.clone();
                System.arraycopy(file, other, damaged, header, BLOCK);
                System.arraycopy(file, header, damaged, other, BLOCK);
                Files.write(file("book.mv.db"), damaged);
                Files.write(file("book.ledger"), ledger);
                Files.write(file("book-state-1.mv.db"), state);
                Files.deleteIfExists(file("book-state-2.mv.db"));
                assertThat(outcome("header " + header + " and block " + other)).isIn("right", "named");
            }
        }
    }

    @Test
    void bothHeadersSayTheSameUntilOneIsDamaged() throws Exception {
        twoSittings();
        byte[] file = Files.readAllBytes(file("book.mv.db"));
        try (Secret key = OpenStore.key((byte) 9)) {
            assertThat(RawFile.read(file("book.mv.db"), key, RawFile::hasEqualHeaders)).contains(true);
            for (int header : new int[] {BLOCK, 2 * BLOCK}) {
                byte[] damaged = file.clone();
                damaged[header + BLOCK / 2] ^= 1;
                Files.write(file("book.mv.db"), damaged);
                assertThat(RawFile.read(file("book.mv.db"), key, RawFile::hasEqualHeaders)).as("header at %d", header)
                        .contains(false);
            }
        }
    }

    /** The book as it was, or its last good state with a word to the owner; healed at the next opening. */
    private String outcome(String damage) throws Exception {
        String said;
        try (var open = open()) {
            said = open.warnings().toString();
            assertThat(said).as(damage).isIn("[]", "[BOOK_RESTORED]");
            assertThat(open.invoices(SHOP)).as(damage).isIn(List.of(2L, 1L),
                    said.equals("[]") ? List.of(2L, 1L) : List.of(1L));
            open.note(SHOP, 7);
        }
        try (var next = open()) {
            assertThat(next.warnings()).as("healed: " + damage).isEmpty();
            assertThat(next.invoices(SHOP)).as(damage).startsWith(7L);
        }
        return said.equals("[]") ? "right" : "named";
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
}
