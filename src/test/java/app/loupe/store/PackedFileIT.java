package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.Page;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.value.VersionedValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import testkit.StoreRecords;

/** A file that is written anew holds the same in fewer pages. */
class PackedFileIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final int INVOICES = 1_520;
    private static final int LINES = 3;
    private static final int PAGE = 40;

    @TempDir
    Path folder;

    private Path file;
    private Path packed;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("invoices.mv.db");
        packed = folder.resolve("invoices-packed.mv.db");
        try (var open = new OpenStore(folder).knowing(SHOP)) {
            for (int first = 1; first < INVOICES; first += PAGE) {
                open.copies().saveInvoices(SHOP, StoreRecords.invoices(first, PAGE, LINES));
            }
            open.copies().flush();
        }
    }

    @Test
    void everyRowAndEveryEntryIsInItAndNothingElse() throws Exception {
        Map<String, List<String>> before = content(file);

        pack();

        assertThat(before).anySatisfy((map, entries) -> assertThat(entries).hasSize(INVOICES));
        assertThat(content(packed)).isEqualTo(before);
    }

    static List<Path> definitionsOfSealedFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "app", "loupe", "store"))) {
            return files.filter(file -> file.getFileName().toString().matches("definitions-(invoices|book)-\\d+\\.txt"))
                    .toList();
        }
    }

    /** H2 keeps the values of large objects beside the rows, where nothing is copied: no version of a sealed file has one. */
    @ParameterizedTest
    @MethodSource("definitionsOfSealedFiles")
    void everyValueLiesInItsRow(Path definitions) throws Exception {
        assertThat(Files.readString(definitions)).contains("CREATE CACHED TABLE").doesNotContain("LARGE OBJECT");
    }

    @Test
    void aScanReadsLessThanHalfOfThePages() throws Exception {
        long before = pagesOfAScan(file);

        pack();

        assertThat(pagesOfAScan(packed)).isLessThan(before / 2);
        assertThat(Files.size(packed)).isLessThan(Files.size(file) * 2 / 3);
    }

    @Test
    void whatComesLaterIsAddedToIt() throws Exception {
        pack();
        Files.move(packed, file, StandardCopyOption.REPLACE_EXISTING);

        try (var open = new OpenStore(folder)) {
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(INVOICES / 2, INVOICES, LINES));
            open.copies().flush();
        }

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.scrub()).as("the rows are what is said of them").isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(INVOICES / 2 + INVOICES - 1);
        }
    }

    /** H2 marks what a commit takes away of a page in 64 bits: of a larger page it takes other rows away. */
    @Test
    void noPageHasMoreEntriesThanACommitOfH2Marks() throws Exception {
        pack();

        assertThat(mostEntriesInAPage(packed)).isBetween(PackedFile.ENTRIES - 1, PackedFile.ENTRIES);
    }

    /** Every third row of what lies side by side goes, so that whole pages are worked on. */
    @Test
    void whatIsTakenAwayLaterIsThatAndNothingElse() throws Exception {
        pack();
        Files.move(packed, file, StandardCopyOption.REPLACE_EXISTING);
        var kept = new TreeSet<Long>();
        var gone = new TreeSet<Long>();

        try (var open = new OpenStore(folder)) {
            open.copies().saveJournalItems(SHOP, LongStream.range(1, 600)
                    .mapToObj(id -> StoreRecords.line(500_000 + id, 90_000 + id, 0, "EUR", "entry")).toList());
        }
        pack();
        Files.move(packed, file, StandardCopyOption.REPLACE_EXISTING);
        try (var open = new OpenStore(folder)) {
            LongStream.range(1, 600).forEach(id -> (id % 3 == 0 ? gone : kept).add(500_000 + id));
            open.copies().dropJournalItems(SHOP, gone);
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, INVOICES / 2, 1));
            open.copies().flush();
        }

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.scrub()).as("the rows are what is said of them").isEmpty();
            assertThat(open.copies().stamps(SHOP, RecordKind.JOURNAL_ITEM).keySet())
                    .containsExactlyInAnyOrderElementsOf(kept);
            assertThat(open.copies().stamps(SHOP, RecordKind.INVOICE)).hasSize(INVOICES);
        }
    }

    @Test
    void theLogSaysWhyAFileIsWrittenAnew() throws Exception {
        assertThat(loggedByAnOpening()).containsExactly("rewriting invoices.mv.db: less than half of it is in use");
        assertThat(loggedByAnOpening()).isEmpty();

        Files.writeString(folder.resolve("invoices.mv.db.rewrite"), "replaced");

        assertThat(loggedByAnOpening()).containsExactly("rewriting invoices.mv.db: it was announced and not done");
    }

    private List<String> loggedByAnOpening() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(H2File.class);
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aFileThatIsMostlyDeadIsWrittenAnewWhenItIsOpened() throws Exception {
        long before = Files.size(file);
        assertThat(before).as("too small to be worth it").isGreaterThan(H2File.WORTH_A_REWRITE);

        try (var open = new OpenStore(folder)) {
            assertThat(Files.size(file)).isLessThan(before / 2);
            assertThat(open.store.scrub()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(INVOICES);
        }
        long rewritten = Files.size(file);

        try (var open = new OpenStore(folder)) {
            assertThat(Files.size(file)).as("once").isGreaterThanOrEqualTo(rewritten);
            assertThat(open.store.warnings()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**rewrite**");
    }

    /** The rewrite may be what meets a damage, and nobody owes it: it waits for the start that has let go of the former file. */
    @Test
    void besideAFormerFileAFileThatIsMostlyDeadWaits() throws Exception {
        long before = Files.size(file);
        Path former = Files.copy(file, folder.resolve("invoices.mv.db.former"));

        try (var open = new OpenStore(folder)) {
            assertThat(former).exists();
            assertThat(Files.size(file)).isGreaterThanOrEqualTo(before);
            open.store.dropFormer();
            assertThat(former).doesNotExist();
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(Files.size(file)).isLessThan(before / 2);
        }
    }

    /** The mark of the rewrite is the first that it writes. */
    @Test
    void whereNothingCanBeWrittenAFileThatIsMostlyDeadIsReadAsItIs() throws Exception {
        long before = Files.size(file);
        Path obstacle = Files.createDirectory(folder.resolve("invoices.mv.db.rewrite.tempFile"));
        Path inside = Files.createFile(obstacle.resolve("in-the-way"));

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(INVOICES);
            assertThat(Files.size(file)).isGreaterThan(before / 2);
        }
        Files.delete(inside);
        Files.delete(obstacle);

        try (var open = new OpenStore(folder)) {
            assertThat(Files.size(file)).as("later").isLessThan(before / 2);
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(INVOICES);
        }
    }

    private void pack() throws Exception {
        try (Secret key = OpenStore.key((byte) 7)) {
            PackedFile.write(file, packed, key, PackedFile.Choice.ALL);
        }
    }

    private static Map<String, List<String>> content(Path file) throws Exception {
        var content = new TreeMap<String, List<String>>();
        try (Secret key = OpenStore.key((byte) 7)) {
            RawFile.read(file, key, raw -> {
                raw.eachMap((name, map) -> content.put(name, entries(map)));
                return true;
            });
        }
        return content;
    }

    private static List<String> entries(MVMap<Object, VersionedValue<Object>> map) {
        var entries = new ArrayList<String>();
        Cursor<Object, VersionedValue<Object>> cursor = map.cursor(null);
        while (cursor.hasNext()) {
            cursor.next();
            entries.add(cursor.getKey() + " " + cursor.getValue());
        }
        return entries;
    }

    private static int mostEntriesInAPage(Path file) throws Exception {
        var most = new int[1];
        try (Secret key = OpenStore.key((byte) 7)) {
            RawFile.read(file, key, raw -> {
                raw.eachMap((name, map) -> most[0] = Math.max(most[0], mostEntries(map.getRootPage())));
                return true;
            });
        }
        return most[0];
    }

    private static int mostEntries(Page<?, ?> page) {
        return page.isLeaf()
                ? page.getKeyCount()
                : IntStream.rangeClosed(0, page.getKeyCount()).map(i -> mostEntries(page.getChildPage(i))).max()
                        .orElseThrow();
    }

    /** How many pages are read to see every entry of every map once. */
    private static long pagesOfAScan(Path file) throws Exception {
        try (Secret key = OpenStore.key((byte) 7);
                MVStore store = new MVStore.Builder().readOnly().encryptionKey(H2Connector.hex(key))
                        .fileName(file.toString()).open()) {
            var transactions = new TransactionStore(store);
            transactions.init();
            var reading = transactions.begin();
            long before = store.getFileStore().getReadCount();
            for (String name : store.getMapNames()) {
                if (name.startsWith("table.") || name.startsWith("index.")) {
                    entries(reading.openMap(name).map);
                }
            }
            return store.getFileStore().getReadCount() - before;
        }
    }
}
