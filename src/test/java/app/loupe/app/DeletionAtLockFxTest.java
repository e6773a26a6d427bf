package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import testkit.window.Fx;

/** A lock or the end of the window while a connection is being deleted: it goes, and nothing fails. */
class DeletionAtLockFxTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final String STOPPED = "a deletion is stopped: the next opening finishes it";

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("app.loupe");
    private final List<OpenLoupe> opened = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService apart = Executors.newCachedThreadPool();
    private final CountDownLatch read = new CountDownLatch(1);
    private WholeLoupe bench;
    private CompletableFuture<Void> reader = new CompletableFuture<>();

    @BeforeEach
    void fill() throws ProblemException {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
    }

    @AfterEach
    void detach() {
        read.countDown();
        apart.close();
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private OpenLoupe open() throws ProblemException {
        OpenLoupe loupe = bench.open();
        opened.add(loupe);
        return loupe;
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void nothingFailed() {
        assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
    }

    private String pending() throws Exception {
        return bench.text("SELECT COALESCE(MAX(\"VALUE\"), '') FROM vault_meta WHERE name = 'pending-deletion'");
    }

    /** Asks for the deletion; it waits for somebody who reads until {@link #read} is over. */
    private void delete(StartedWindow window) throws Exception {
        window.node(".connection-delete");
        OpenLoupe loupe = opened.getLast();
        ConnectionId id = loupe.connections().list().getFirst().id();
        var reading = new CountDownLatch(1);
        reader = CompletableFuture.runAsync(() -> {
            try {
                loupe.invoices().rows(Set.of(id), row -> {
                    reading.countDown();
                    await(read);
                });
            } catch (ProblemException failed) {
                throw new AssertionError(failed);
            }
        }, apart);
        await(reading);
        window.press(".connection-delete").press("#delete-yes");
        Fx.await("it is being deleted", () -> HiddenAmountsFxTest.said(window.root()).stream()
                .anyMatch(text -> text.startsWith("Deleting")));
        // the row says so before any of it is done
        while (pending().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        read.countDown();
        reader.join();
    }

    private static void awaitLocked(StartedWindow window) {
        Fx.await("locked", () -> window.root().lookup("#opening-again") instanceof Labeled button && button.isVisible()
                && button.getText().equals("Unlock"));
    }

    private void awaitLogged(String message) {
        Fx.await("it is logged: " + message, () -> logged().contains(message));
    }

    @Test
    void aLockWaitsForTheDeletion() throws Exception {
        try (var window = new StartedWindow(folder, prompt -> open())) {
            delete(window);
            window.press(KeyCode.L);
            assertThat(Fx.get(() -> window.text(".welcome-title"))).isEqualTo("Loupe is locked");
            release();
            awaitLocked(window);
            assertThat(pending()).as("it came to its end").isEmpty();

            window.press("#opening-again").node("#welcome-sample");
            assertThat(Fx.get(() -> window.root().lookup(".connection-delete"))).isNull();
            assertThat(Fx.get(() -> window.root().lookup("#problem-bar").isVisible())).isFalse();
            assertThat(logged()).doesNotContain(STOPPED);
        }
        nothingFailed();
    }

    @Test
    void aDeletionThatTakesTooLongIsStoppedAndFinishedByUnlocking() throws Exception {
        try (var window = new StartedWindow(folder, prompt -> open(), SHORT)) {
            delete(window);
            window.press(KeyCode.L);
            awaitLogged(STOPPED);
            release();
            awaitLocked(window);
            assertThat(pending()).as("it is noted, sealed").isNotEmpty();

            window.press("#opening-again").node("#welcome-sample");
            assertThat(Fx.get(() -> window.root().lookup(".connection-delete"))).isNull();
            assertThat(Fx.get(() -> window.root().lookup("#problem-bar").isVisible())).isFalse();
            assertThat(opened.getLast().connections().list()).isEmpty();
        }
        assertThat(pending()).isEmpty();
        nothingFailed();
    }

    @Test
    void aDeletionThatTakesTooLongAtTheEndIsFinishedByTheNextStart() throws Exception {
        var window = new StartedWindow(folder, prompt -> open(), SHORT);
        delete(window);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(window::close, apart);
        awaitLogged(STOPPED);
        release();
        closing.join();
        assertThat(pending()).as("it is noted, sealed").isNotEmpty();

        try (OpenLoupe next = open()) {
            assertThat(next.warnings()).isEmpty();
            assertThat(next.connections().list()).extracting(ConnectionProfile::name).isEmpty();
        }
        assertThat(pending()).isEmpty();
        nothingFailed();
    }

    @Test
    void whatADeletionSaysAfterTheLockIsToldAfterUnlocking() throws Exception {
        try (var window = new StartedWindow(folder, prompt -> open())) {
            bench.keyring.refuse(ProblemCode.KEYRING_LOCKED);
            delete(window);
            window.press(KeyCode.L);
            release();
            awaitLocked(window);
            bench.keyring.behave();

            window.press("#opening-again").node("#welcome-sample");
            Fx.await("it is told", () -> HiddenAmountsFxTest.said(window.root())
                    .contains("The old key is not retired yet"));
        }
        nothingFailed();
    }
}
