package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;

/**
 * A data folder that was copied while Loupe wrote in it, as a snapshot or a backup does: what it opens with, as it is and where
 * it can be mended. With {@code -Dsnapshots=100} as many copies in each order.
 */
@EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "Windows keeps others from reading a file that is locked")
class SnapshotIT {
    /** What became of the copies. */
    private static final Path OUTCOMES = Path.of("target", "snapshots");
    private static final int INVOICES = 40;
    private static final int ROUNDS = 4;
    /** So many of the copies that were made are opened. */
    private static final int OPENED = Integer.getInteger("snapshots", 8);
    /** What an opening that mends says of a file that is older than another, or was cut in the middle of a write. */
    private static final Set<ProblemCode> TOLD = Set.of(ProblemCode.STORE_DAMAGED, ProblemCode.STORE_SHORT,
            ProblemCode.COPY_UNFILLED, ProblemCode.VAULT_MENDED, ProblemCode.BOOK_RESTORED);
    /** What one says that changes nothing, where it would have to. */
    private static final Set<ProblemCode> REFUSED = Set.of(ProblemCode.DAMAGED_READ_ONLY,
            ProblemCode.DATA_FOLDER_READ_ONLY);

    @TempDir
    Path temporary;

    private final Random chance = new Random(20_261_128);
    private final List<Map<Path, byte[]>> chosen = new ArrayList<>();
    private Map<Path, Integer> last = Map.of();
    /** So many that differ from the one before. */
    private int made;
    private volatile boolean writing = true;
    private WholeLoupe bench;
    private FakeOdoo odoo;
    private ConnectionId shop;

    /** In which order the files of the folder are copied. */
    enum Order {
        STORES_FIRST,
        LEDGERS_FIRST;

        Comparator<Path> files() {
            return Comparator.comparing((Path file) -> file.toString().endsWith(".ledger") != (this == LEDGERS_FIRST))
                    .thenComparing(Comparator.naturalOrder());
        }
    }

    @BeforeEach
    void fill() throws Exception {
        bench = new WholeLoupe(temporary.resolve("loupe"));
        odoo = FakeOdoo.start(FakeOdoo.Version.V19);
        odoo.books().addPartner(10, "Azure Interior");
        for (int id = 1; id <= INVOICES; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-01-15", 100 * id);
        }
        try (OpenLoupe loupe = bench.open()) {
            shop = WholeLoupe.add(loupe, odoo, FakeOdoo.API_KEY).id();
            WholeLoupe.sync(loupe, shop);
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private synchronized void copy(Order order) {
        Map<Path, byte[]> files = new TreeMap<>();
        Path folder = temporary.resolve("loupe");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted(order.files()).toList()) {
                try {
                    files.put(folder.relativize(file), Files.readAllBytes(file));
                } catch (NoSuchFileException goneMeanwhile) {
                    // it took another one's place
                }
            }
        } catch (IOException | UncheckedIOException changing) {
            return;
        }
        Map<Path, Integer> digests = files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> Arrays.hashCode(file.getValue())));
        if (digests.equals(last)) {
            return;
        }
        last = digests;
        // as many as are opened, each of all with the same chance
        made++;
        if (chosen.size() < OPENED) {
            chosen.add(files);
        } else if (chance.nextInt(made) < OPENED) {
            chosen.set(chance.nextInt(OPENED), files);
        }
    }

    private Path layOut(int number) throws IOException {
        Path copy = temporary.resolve("copy-" + number);
        write(number, copy);
        return copy;
    }

    /** Where a copy stays as it was before it was opened: no other run makes the same one. */
    private Path kept(int number, Order order) throws IOException {
        Path kept = OUTCOMES.resolve("failed-" + order + "-" + Instant.now().toEpochMilli());
        write(number, kept);
        return kept;
    }

    private void write(int number, Path copy) throws IOException {
        for (var file : chosen.get(number).entrySet()) {
            Path target = copy.resolve(file.getKey().toString());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    private static Map<String, Integer> digests(Path folder) throws IOException {
        var digests = new TreeMap<String, Integer>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                digests.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    /** Changes invoices and notes, and has a copy made at every step and in between. */
    private void write(Order order) throws Exception {
        var eye = new Thread(() -> {
            while (writing) {
                copy(order);
            }
        });
        try (OpenLoupe loupe = bench.open()) {
            eye.start();
            for (int round = 1; round <= ROUNDS; round++) {
                for (int id = 1; id <= INVOICES; id++) {
                    odoo.books().set("account.move", id, "ref", "round " + round);
                }
                loupe.sync().run(shop, SyncMode.CHANGES, new CancelToken(), at -> copy(order));
                loupe.notes().mark(Map.of(new InvoiceKey(shop, round), new MarkAct.Note("note " + round)));
                loupe.book().leadsTo(shop, new BookId("https://books.example", "round-" + round));
            }
        } finally {
            writing = false;
            eye.join();
        }
    }

    private WholeLoupe of(Path copy) {
        return new WholeLoupe(copy, WholeLoupe.CLOCK, bench.keyring);
    }

    /** All rows are those of a state that was stored: an invoice was read whole or not at all. */
    private void whole(OpenLoupe loupe) throws ProblemException {
        List<InvoiceRow> rows = WholeLoupe.rows(loupe, shop);
        assertThat(rows).hasSize(INVOICES);
        assertThat(loupe.invoices().counts(shop).invoices()).isEqualTo(INVOICES);
        assertThat(loupe.examine()).isEmpty();
    }

    private String readOnly(Path copy) throws Exception {
        Map<String, Integer> before = digests(copy);
        String outcome;
        try (OpenLoupe loupe = of(copy).openReadOnly()) {
            assertThat(loupe.connections().list()).hasSize(1);
            if (loupe.warnings().isEmpty()) {
                whole(loupe);
                assertThat(loupe.checks().run()).isNotEmpty();
            }
            assertThat(loupe.sync().run(shop, SyncMode.VERIFY, new CancelToken(), at -> {})).isInstanceOfSatisfying(
                    SyncReport.Failed.class,
                    report -> assertThat(report.problem().code()).isEqualTo(ProblemCode.DATA_FOLDER_READ_ONLY));
            outcome = codes(loupe).toString();
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isIn(REFUSED);
            outcome = refused.problem().code().toString();
        }
        assertThat(digests(copy)).as("not a byte changes").isEqualTo(before);
        return outcome;
    }

    private static List<ProblemCode> codes(OpenLoupe loupe) {
        return loupe.warnings().stream().map(Problem::code).collect(Collectors.toList());
    }

    private String mended(Path copy, Order order) throws Exception {
        String outcome;
        try (OpenLoupe loupe = of(copy).open()) {
            // no ledger tells of more than the file that was copied after it holds
            assertThat(codes(loupe)).isSubsetOf(order == Order.LEDGERS_FIRST ? Set.of() : TOLD);
            outcome = codes(loupe).toString();
            assertThat(loupe.connections().list()).hasSize(1);
            if (loupe.warnings().isEmpty()) {
                whole(loupe);
            }
            WholeLoupe.sync(loupe, shop);
            whole(loupe);
            assertThat(WholeLoupe.invoice(loupe, shop, 1).otherInfo().ref()).isEqualTo("round " + ROUNDS);
        }
        try (OpenLoupe again = of(copy).open()) {
            assertThat(again.warnings()).as("healed").isEmpty();
        }
        return outcome;
    }

    @ParameterizedTest
    @EnumSource
    void isReadAtAStateThatWasOrSaysWhatIsWrongAndIsWholeAfterASync(Order order) throws Exception {
        write(order);
        assertThat(made).isGreaterThan(OPENED);
        var outcomes = new TreeMap<String, Integer>();

        for (int i = 0; i < OPENED; i++) {
            Path copy = layOut(i);
            try {
                outcomes.merge(readOnly(copy) + " then " + mended(copy, order), 1, Integer::sum);
            } catch (AssertionError | ProblemException failed) {
                throw new AssertionError(kept(i, order) + " of " + made + " after " + outcomes, failed);
            }
        }

        Files.writeString(Files.createDirectories(OUTCOMES).resolve(order + ".txt"),
                made + " copies: " + outcomes + "\n");
    }
}
