package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.StoreRecords;

/** What nothing may come in between of while a connection is deleted, and what ends a deletion before anything is taken away. */
class GuardedDeletionIT {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final ConnectionId STAYS = new ConnectionId("bbbbbbbb");

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void fill() throws Exception {
        try (var open = new OpenStore(folder).knowing(STAYS, SHOP)) {
            open.copies().saveInvoices(STAYS, StoreRecords.invoices(1, 2, 1));
            open.copies().saveInvoices(SHOP, StoreRecords.invoices(1, 30, 3));
            open.copies().publish(SHOP, OpenStore.CLOCK.instant(), OpenStore.CLOCK.instant());
        }
    }

    @AfterEach
    void end() {
        threads.close();
    }

    private interface Step {
        void run() throws Exception;
    }

    private CompletableFuture<Void> apart(Step step) {
        return CompletableFuture.runAsync(() -> {
            try {
                step.run();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }, threads);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a deletion waits for what a flush holds; one that ends before that fails the test. */
    private static void awaitBlocked(AtomicReference<Thread> deleter, Thread flusher,
            CompletableFuture<Void> deletion) {
        while (!isBlocked(deleter.get(), flusher)) {
            if (deletion.isDone()) {
                deletion.join();
                throw new AssertionError("the deletion did not wait");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isBlocked(@Nullable Thread thread, Thread by) {
        ThreadInfo waits = thread == null
                ? null
                : ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId());
        return waits != null && waits.getLockOwnerId() == by.threadId();
    }

    /**
     * A flush that reads while the deletion begins, and a kill between the file and its ledger: were the ledger told of the
     * state in between, the rows that are gone would be missed.
     */
    @Test
    void s37_noLedgerIsWrittenOfTheStateBetweenTheProfileAndItsRows() throws Exception {
        var flusher = new AtomicReference<Thread>();
        var deleter = new AtomicReference<Thread>();
        var reads = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA);
                var key = OpenStore.key((byte) 7);
                var store = InvoiceStore.open(vault, key, OpenStore.CLOCK, List::of, sql -> {
                    if (Thread.currentThread().equals(flusher.get()) && reads.getCount() > 0) {
                        // nothing is read yet, and the file is not to be written anew
                        reads.countDown();
                        await(goesOn);
                    }
                    return sql;
                })) {
            CompletableFuture<Void> flush = apart(() -> {
                flusher.set(Thread.currentThread());
                OpenStore.copies(store).flush();
            });
            await(reads);
            CompletableFuture<Void> deletion = apart(() -> {
                deleter.set(Thread.currentThread());
                assertThatThrownBy(() -> OpenStore.copies(store).delete(SHOP, (done, of) -> {
                    if (done == of) {
                        killedBefore(folder.resolve("store.ledger.tempFile"));
                    }
                })).isInstanceOf(ProblemException.class);
            });
            awaitBlocked(deleter, flusher.get(), deletion);
            goesOn.countDown();
            flush.join();
            deletion.join();
        }
        Files.delete(folder.resolve("store.ledger.tempFile").resolve("in-the-way"));
        Files.delete(folder.resolve("store.ledger.tempFile"));

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertThat(open.store.reader().counts(SHOP).invoices()).isZero();
            assertThat(open.store.examine(new CancelToken())).isEmpty();
        }
    }

    private static void killedBefore(Path ledger) {
        try {
            Files.createFile(Files.createDirectory(ledger).resolve("in-the-way"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void everythingIsThere(OpenStore open) throws ProblemException {
        assertThat(open.store.profiles().profiles()).extracting(ConnectionProfile::id).containsExactly(STAYS, SHOP);
        assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(30);
        assertThat(folder).isDirectoryNotContaining("glob:**rewrite**");
    }

    @Test
    void anIndexThatDoesNotTellWhoseItsEntriesAreEndsADeletionBeforeItBegins() throws Exception {
        try (var open = new OpenStore(folder)) {
            try (var key = OpenStore.key((byte) 7);
                    Connection connection = new H2Connector(folder.resolve("invoices.mv.db"), key)
                            .connect(H2Connector.APPEND_ONLY);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE INDEX by_nobody ON invoice(id)");
            }

            assertThatThrownBy(() -> open.copies().delete(SHOP)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("an index without USER_ID");

            everythingIsThere(open);
        }
    }

    @Test
    void aDeletionThatIsToStopTakesNoRowAndTheNextOneGoesOn() throws Exception {
        try (var open = new OpenStore(folder)) {
            var asked = new int[1];
            DeletionProgress stopped = new DeletionProgress() {
                @Override
                public void at(long done, long of) {
                    asked[0]++;
                }

                @Override
                public boolean isStopped() {
                    return asked[0] == 50;
                }
            };
            assertThatThrownBy(() -> open.copies().delete(SHOP, stopped)).isInstanceOf(ProblemException.class)
                    .hasMessage("cancelled");

            assertThat(asked[0]).isEqualTo(50);
            assertThat(open.store.reader().counts(SHOP).invoices()).isEqualTo(30);
            assertThat(open.store.examine(new CancelToken())).isEmpty();
            assertThat(folder.resolve("invoices-rewrite.mv.db")).doesNotExist();
            assertThat(open.copies().delete(SHOP)).isEqualTo(30);
        }
    }

    /** The vault's file is written as it is: nothing of it may be left out. */
    @Test
    void nothingIsLeftOutOfAFileThatIsNotSealed() throws Exception {
        Path file = folder.resolve("vault.mv.db");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> new FileRewrite(FileProtection.of(folder), new H2Connector(file, null))
                .run((map, key, value) -> false)).isInstanceOf(IllegalStateException.class);

        assertThat(file).hasBinaryContent(before);
        assertThat(folder.resolve("vault-rewrite.mv.db")).doesNotExist();
        try (var open = new OpenStore(folder)) {
            everythingIsThere(open);
        }
    }

    /** What has waited long enough is given up, and is no failure. */
    @Test
    void whatComesAfterTheCloseIsToldAsThat() throws Exception {
        var open = new OpenStore(folder);
        open.close();

        List.<Step>of(() -> open.store.profiles().profiles(), () -> open.copies().flush(),
                () -> open.copies().delete(SHOP), () -> open.vault.facts(), () -> open.vault.compact())
                .forEach(late -> assertThatThrownBy(late::run).isInstanceOfSatisfying(ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILES_CLOSED)));
    }
}
