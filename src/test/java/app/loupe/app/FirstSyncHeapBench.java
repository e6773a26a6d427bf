package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.store.InvoiceStore;
import app.loupe.store.VaultFile;
import app.loupe.sync.SyncEngine;
import app.loupe.sync.SyncPorts;
import app.loupe.sync.SyncProgress;
import app.loupe.sync.SyncProgress.Step;
import app.loupe.sync.Turns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.EndlessBooks;
import testkit.Heap;
import testkit.InMemoryBook;
import testkit.Measured;
import testkit.Profiles;

/**
 * What is alive during a first sync, of the whole program without its window, from books that keep nothing in memory. Weighed
 * beside the run, again and again, so that what lives for some seconds is weighed, too. Other sizes with
 * {@code -Dfirst.sync=500000}.
 */
class FirstSyncHeapBench {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final int MEGABYTE = 1_000_000;
    private static final int LIMIT = 96;
    /** The run has this many times as long as weighing takes; while payments are found, less. */
    private static final int PAUSES = 8;
    private static final int PAUSES_AT_THE_END = 2;

    @TempDir
    private Path folder;

    private final Map<Step, Long> most = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Step step = Step.CONNECTING;

    static IntStream sizes() {
        return Arrays.stream(System.getProperty("first.sync", "20000,100000").split(",")).mapToInt(Integer::parseInt);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void whatIsAliveDuringAFirstSyncIsFlat(int invoices) throws Exception {
        var books = new EndlessBooks(invoices);
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        try (var vault = VaultFile.open(folder, false, WholeLoupe.ACCOUNT);
                Secret key = Secret.owning(bytes);
                var store = InvoiceStore.open(vault, key, WholeLoupe.CLOCK, List::of);
                var scale = Executors.newSingleThreadExecutor();
                var fetcher = Executors.newSingleThreadExecutor()) {
            store.profiles().put(Profiles.of(SHOP));
            var copy = new NotedCopy(store.copies(new InMemoryBook(), WholeLoupe.CLOCK), new CopyChanges());
            var engine = new SyncEngine(new SyncPorts(books, copy, store.profiles(), store.journal(),
                    (connection, cancel) -> List.of()), WholeLoupe.CLOCK, (length, cancel) -> cancel.check(),
                    new Turns(), fetcher);
            scale.execute(this::weigh);

            SyncReport report = whole(engine);

            assertThat(report).isInstanceOf(SyncReport.Done.class);
            assertThat(((SyncReport.Done) report).counts().added()).isEqualTo(invoices);
            assertThat(store.copies(new InMemoryBook(), WholeLoupe.CLOCK).paymentsWanted(SHOP, false)).isEmpty();
            assertThat(store.copies(new InMemoryBook(), WholeLoupe.CLOCK).paymentsWanted(SHOP, true))
                    .hasSize(books.paid());
        }
        for (Step weighed : List.of(Step.INVOICES, Step.JOURNAL_ITEMS, Step.PAYMENTS)) {
            Measured.count(String.format(Locale.ROOT, "first sync: live MB at most, %s, %,d invoices", weighed.key(),
                    invoices), most.getOrDefault(weighed, 0L) / MEGABYTE, LIMIT);
        }
    }

    private SyncReport whole(SyncEngine engine) {
        try {
            return engine.run(SHOP, SyncMode.CHANGES, new CancelToken(), this::at);
        } finally {
            over.countDown();
        }
    }

    private void at(SyncProgress progress) {
        step = progress.step();
    }

    private void weigh() {
        try {
            long pause = 0;
            while (!over.await(pause, TimeUnit.NANOSECONDS)) {
                Step now = step;
                long began = System.nanoTime();
                most.merge(now, Heap.inUse(), Math::max);
                pause = (System.nanoTime() - began) * (now == Step.PAYMENTS ? PAUSES_AT_THE_END : PAUSES);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
