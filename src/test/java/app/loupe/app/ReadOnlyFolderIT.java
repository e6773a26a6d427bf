package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Connections;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder that takes nothing, over real files: all of it can be read, and not a byte of it changes. */
class ReadOnlyFolderIT {
    @TempDir
    private Path temporary;

    private WholeLoupe bench;
    private ConnectionId sample;
    private int invoices;

    @BeforeEach
    void begin() throws Exception {
        bench = new WholeLoupe(folder());
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
            invoices = WholeLoupe.rows(loupe, sample).size();
        }
    }

    private Path folder() {
        return temporary.resolve("loupe");
    }

    private Map<String, Integer> files() throws IOException {
        var files = new TreeMap<String, Integer>();
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(folder().relativize(file) + " " + Files.getLastModifiedTime(file),
                        Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static ProblemCode refusal(ThrowingCallable act) {
        return catchThrowableOfType(ProblemException.class, act).problem().code();
    }

    @Test
    void isReadAsItIs() throws Exception {
        Map<String, Integer> before = files();

        try (OpenLoupe loupe = bench.openReadOnly()) {
            assertThat(loupe.isReadOnly()).isTrue();
            assertThat(loupe.warnings()).isEmpty();
            assertThat(WholeLoupe.rows(loupe, sample)).hasSize(invoices);
            assertThat(loupe.examine()).isEmpty();
            assertThat(loupe.checks().run()).isNotEmpty();
            assertThat(loupe.scrub()).isEmpty();
        }

        assertThat(files()).isEqualTo(before);
    }

    /** The keyring has one key for a folder and its snapshot: what retires it for the one would lock the other. */
    @Test
    void leavesAKeyThatWaitsToBeRetiredWhereItIs() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId id = sample;
            bench.keyring.refuse(ProblemCode.KEYRING_LOCKED);
            assertThat(loupe.connections().delete(id, Connections.Notes.GO, DeletionProgress.UNWATCHED).notice()
                    .map(Problem::code))
                    .contains(ProblemCode.REKEY_PENDING);
        }
        bench.keyring.behave();
        Map<String, Integer> before = files();
        int kept = bench.keyring.stores();

        try (OpenLoupe loupe = bench.openReadOnly()) {
            assertThat(loupe.connections().list()).isEmpty();
        }

        assertThat(bench.keyring.stores()).isEqualTo(kept);
        assertThat(files()).isEqualTo(before);
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().list()).isEmpty();
        }
        assertThat(bench.keyring.stores()).as("where it can be written").isGreaterThan(kept);
    }

    /** What an opening would mend, or begin anew, is neither mended nor read. */
    @ParameterizedTest
    @ValueSource(strings = {"vault.mv.db", "book.mv.db"})
    void refusesAFileThatIsOlderThanItsLedgerSays(String name) throws Exception {
        Path older = Files.copy(folder().resolve(name), temporary.resolve("older"));
        try (OpenLoupe loupe = bench.open()) {
            loupe.book().leadsTo(sample, new BookId("https://books.example", "books"));
            loupe.connections().delete(sample, Connections.Notes.GO, DeletionProgress.UNWATCHED);
        }
        Files.copy(older, folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        Map<String, Integer> before = files();

        assertThat(refusal(bench::openReadOnly)).isEqualTo(ProblemCode.DAMAGED_READ_ONLY);

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void tellsOfAnOlderCopyEachTime() throws Exception {
        Path ledger = folder().resolve("store.ledger");
        Files.writeString(ledger, Files.readString(ledger).replaceAll("generation \\d+", "generation 9999")
                .replaceAll("(connection \\S+) \\d+", "$1 99999"));
        Map<String, Integer> before = files();

        for (int opening = 0; opening < 2; opening++) {
            try (OpenLoupe loupe = bench.openReadOnly()) {
                assertThat(loupe.warnings()).extracting(Problem::code).containsExactly(ProblemCode.STORE_SHORT);
            }
        }

        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices.mv.db", "book.mv.db"})
    void refusesAFileThatIsDamagedOrTornAndSetsNothingAside(String name) throws Exception {
        Files.write(folder().resolve(name), new byte[7], StandardOpenOption.APPEND);
        Map<String, Integer> torn = files();

        assertThat(refusal(bench::openReadOnly)).isEqualTo(ProblemCode.DATA_FOLDER_READ_ONLY);

        assertThat(files()).isEqualTo(torn);
        Files.write(folder().resolve(name), new byte[16384]);
        Map<String, Integer> damaged = files();

        assertThat(refusal(bench::openReadOnly)).isEqualTo(ProblemCode.DAMAGED_READ_ONLY);

        assertThat(files()).isEqualTo(damaged);
    }

    /** The vault's damage is told as well, whose ledger tells of it. */
    @Test
    void tellsTheDamageOfTheVault() throws Exception {
        Files.write(folder().resolve("vault.mv.db"), new byte[16384]);
        Map<String, Integer> damaged = files();

        assertThat(refusal(bench::openReadOnly)).isEqualTo(ProblemCode.DAMAGED_READ_ONLY);

        assertThat(files()).isEqualTo(damaged);
    }

    @Test
    void refusesWhateverWouldChangeIt() throws Exception {
        Map<String, Integer> before = files();
        int kept = bench.keyring.stores();

        try (OpenLoupe loupe = bench.openReadOnly()) {
            InvoiceKey invoice = WholeLoupe.rows(loupe, sample).getFirst().key();
            List<ThrowingCallable> changes = List.of(
                    () -> loupe.connections().delete(sample, Connections.Notes.GO, DeletionProgress.UNWATCHED),
                    () -> loupe.notes().mark(Map.of(invoice, new MarkAct.Note("read again"))),
                    () -> loupe.book().leadsTo(sample, new BookId("https://books.example", "books")), loupe::changeKey);
            assertThat(changes).extracting(ReadOnlyFolderIT::refusal).containsOnly(ProblemCode.DATA_FOLDER_READ_ONLY);
            assertThat(loupe.notes().marks(Set.of(sample))).isEmpty();
        }

        assertThat(files()).isEqualTo(before);
        assertThat(bench.keyring.stores()).isEqualTo(kept);
    }

    /** What would be finished where it can be written is seen as done: a deleted connection is none. */
    @Test
    void showsNothingOfAConnectionWhoseDeletionBrokeOff() throws Exception {
        try (OpenLoupe loupe = bench.open()) {
            loupe.connections().noteDeletion(sample, Connections.Notes.GO);
        }
        Map<String, Integer> before = files();

        try (OpenLoupe loupe = bench.openReadOnly()) {
            assertThat(loupe.connections().list()).isEmpty();
            assertThat(loupe.connections().problems()).isEmpty();
            assertThat(loupe.warnings()).isEmpty();
        }

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void showsNoConnectionThatWasDeletedWhereAnOlderCopyWasPutBack() throws Exception {
        List<String> copy = List.of("invoices.mv.db", "store.ledger");
        for (String name : copy) {
            Files.copy(folder().resolve(name), temporary.resolve(name));
        }
        try (OpenLoupe loupe = bench.open()) {
            loupe.connections().delete(sample, Connections.Notes.GO, DeletionProgress.UNWATCHED);
        }
        for (String name : copy) {
            Files.copy(temporary.resolve(name), folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, Integer> before = files();

        try (OpenLoupe loupe = bench.openReadOnly()) {
            assertThat(loupe.connections().list()).isEmpty();
        }

        assertThat(files()).isEqualTo(before);
    }
}
