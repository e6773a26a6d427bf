package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.session.Runs;
import app.loupe.ui.common.InTurn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.window.Fx;

/** What a lock waits for, and what it does not. */
class WindowWorkFxTest {
    /** Far above what a busy machine takes. */
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final List<Problem> told = new CopyOnWriteArrayList<>();
    private final WindowWork work = new WindowWork(told::add);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    /** What ends the work speaks to a thread that is there. */
    @BeforeEach
    void startToolkit() {
        Fx.run(() -> {});
    }

    @AfterEach
    void release() {
        release.countDown();
    }

    private String waiting(String name) {
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        done.add(name);
        return name;
    }

    private CompletableFuture<Boolean> ending() {
        CompletableFuture<Boolean> ending = CompletableFuture.supplyAsync(() -> work.end(LONG));
        Fx.await("the end has begun", () -> work.lending().take().map(loan -> {
            loan.giveBack();
            return false;
        }).orElse(true));
        return ending;
    }

    @Test
    void whatWaitsForItsTurnIsDoneToo() {
        var turns = new InTurn();
        Fx.run(() -> List.of("first", "second", "third")
                .forEach(name -> turns.add(() -> Optional.of(work.background().run(name, () -> waiting(name))))));
        CompletableFuture<Boolean> ending = ending();
        assertThat(ending).isNotDone();

        release.countDown();
        assertThat(ending.join()).isTrue();
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void whatWaitsForTheEndOfARunIsDoneToo() {
        var runs = new Runs((connection, mode, cancel, progress) -> {
            waiting("run");
            return new SyncReport.Cancelled(SyncCounts.NONE);
        }, work.runs(), Platform::runLater);
        Fx.run(() -> {
            runs.start(FakeInvoices.ACME, SyncMode.CHANGES);
            runs.hold(FakeInvoices.ACME, () -> work.background().run("delete", () -> done.add("deleted")).start());
            runs.close();
        });
        CompletableFuture<Boolean> ending = ending();
        assertThat(ending).isNotDone();

        release.countDown();
        assertThat(ending.join()).isTrue();
        assertThat(done).containsExactly("run", "deleted");
    }

    @Test
    void whatNeverEndsIsNotWaitedForWithoutALimit() {
        Fx.run(() -> work.background().run("export", () -> waiting("export")).start());

        assertThat(work.end(SHORT)).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void aPageThatIsBeingDrawnIsNotWaitedForAtAll() {
        Fx.run(() -> work.background().run("draw page", () -> waiting("page")).apart().start());

        assertThat(work.end(LONG)).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void aCommandBesideTheWindowIsWaitedForAndNoOtherBegins() {
        Lending.Loan loan = work.lending().take().orElseThrow();
        assertThat(loan.isAskedBack()).isFalse();
        CompletableFuture<Boolean> ending = ending();
        assertThat(ending).isNotDone();
        assertThat(loan.isAskedBack()).isTrue();

        loan.giveBack();
        loan.giveBack();
        assertThat(ending.join()).isTrue();
        assertThat(work.lending().take()).isEmpty();
    }

    @Test
    void aCommandThatNeverEndsKeepsNothingOpen() {
        assertThat(work.lending().take()).isPresent();

        assertThat(work.end(SHORT)).isFalse();
    }

    @Test
    void whatCannotBeginAnyMoreHoldsUpNothingBehindIt() {
        assertThat(work.end(LONG)).isTrue();
        var turns = new InTurn();
        var asked = new CopyOnWriteArrayList<String>();

        Fx.run(() -> List.of("first", "second").forEach(name -> turns.add(() -> {
            asked.add(name);
            return Optional.of(work.background().run(name, () -> waiting(name)));
        })));
        assertThat(asked).containsExactly("first", "second");
        var quiet = new CountDownLatch(1);
        Fx.run(() -> work.background().whenQuiet(quiet::countDown));
        assertThat(quiet.getCount()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void whatWaitsForQuietBeginsOneAfterTheOther() {
        var begun = new CopyOnWriteArrayList<String>();
        Fx.run(() -> {
            work.background().run("first screen", () -> waiting("first screen")).start();
            work.background().whenQuiet(() -> {
                begun.add("scrub beside " + done);
                work.background().run("scrub", () -> waiting("scrub")).start();
            });
            work.background().whenQuiet(() -> begun.add("sync beside " + done));
        });
        assertThat(begun).as("while the first screen is read").isEmpty();

        release.countDown();
        Fx.await("all have begun", () -> begun.size() == 2);
        assertThat(begun).containsExactly("scrub beside [first screen]", "sync beside [first screen, scrub]");
    }
}
