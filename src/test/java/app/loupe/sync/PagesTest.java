package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final List<Long> IDS = LongStream.rangeClosed(1, 4_500).boxed().toList();

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CancelToken cancel = new CancelToken();
    private final Patience patience = new Patience((length, token) -> token.check(), cancel, new SplittableRandom(1),
            () -> 0);
    private final Pages pages = new Pages(threads, patience, cancel);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void storesEveryIdOnceAndInOrder() throws ProblemException {
        var stored = new ArrayList<Long>();

        pages.walk(IDS, part -> part, (part, answer) -> stored.addAll(answer));

        assertThat(stored).isEqualTo(IDS);
    }

    @Test
    void fetchesTheNextPageWhileOneIsStoredAndNoneBeyond() throws ProblemException {
        var begun = new AtomicInteger();
        var underWay = new AtomicInteger();
        var fetched = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1),
                new CountDownLatch(1), new CountDownLatch(1));
        var stored = new AtomicInteger();

        pages.walk(IDS, part -> {
            assertThat(underWay.incrementAndGet()).isEqualTo(1);
            int page = begun.getAndIncrement();
            underWay.decrementAndGet();
            fetched.get(page).countDown();
            return page;
        }, (part, page) -> {
            if (page < 4) {
                // the next page comes although this one is not stored yet
                assertThat(await(fetched.get(page + 1))).isTrue();
            }
            assertThat(begun.get()).isLessThanOrEqualTo(page + 2);
            stored.incrementAndGet();
        });

        assertThat(stored.get()).isEqualTo(5);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whatComesAfterLoupeIsClosedIsGivenUpAndNoFailure() {
        threads.shutdown();

        assertThatThrownBy(() -> pages.walk(IDS, part -> part, (part, answer) -> {}))
                .isInstanceOfSatisfying(ProblemException.class,
                        closing -> assertThat(closing.problem().code()).isEqualTo(ProblemCode.FILES_CLOSED));
    }

    @Test
    void aPageThatWasReadBeforeTheFailureIsStored() {
        var stored = new ArrayList<Long>();

        assertThatThrownBy(() -> pages.walk(IDS, part -> {
            if (part.contains(2_001L)) {
                throw ProblemException.of(ProblemCode.NETWORK_DOWN);
            }
            return part;
        }, (part, answer) -> stored.addAll(answer))).isInstanceOfSatisfying(ProblemException.class,
                failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.NETWORK_DOWN));

        assertThat(stored).hasSize(2_000);
    }

    @Test
    void whenStoringFailsNothingIsUnderWayAnyMore() {
        var underWay = new AtomicInteger();

        assertThatThrownBy(() -> pages.walk(IDS, part -> {
            underWay.incrementAndGet();
            underWay.decrementAndGet();
            return part;
        }, (part, answer) -> {
            throw ProblemException.of(ProblemCode.DISK_FULL);
        })).isInstanceOf(ProblemException.class);

        assertThat(underWay.get()).isZero();
    }

    @Test
    void anInterruptEndsTheWalkAndIsNotForgotten() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pages.walk(IDS, part -> part, (part, answer) -> {}))
                .isInstanceOfSatisfying(ProblemException.class,
                        stopped -> assertThat(stopped.problem().code()).isEqualTo(ProblemCode.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void asksNothingForNoIds() throws ProblemException {
        pages.walk(List.of(), part -> {
            throw new AssertionError("asked");
        }, (part, answer) -> {
            throw new AssertionError("stored");
        });
    }
}
