package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.sync.SyncProgress.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import testkit.FakeBooks;
import testkit.Fuse;
import testkit.InMemoryCopy;
import testkit.InMemoryJournal;

class SweepTest {
    private final CancelToken cancel = new CancelToken();
    private final Pages pages = new Pages(Runnable::run,
            new Patience((length, token) -> {}, cancel, new SplittableRandom(1), () -> 0), cancel);

    private static Sweep gone(int count) {
        return new Sweep(LongStream.range(0, count).boxed().collect(Collectors.toSet()), Set.of(), Set.of());
    }

    @Test
    void tellsGoneForbiddenAndReadableApartInChunks() throws ProblemException {
        var books = new FakeBooks(new Fuse());
        long there = books.create(MoveState.POSTED, 1);
        long hidden = books.create(MoveState.POSTED, 2);
        books.forbid(hidden, true);
        Set<Long> ids = LongStream.rangeClosed(1, 2_500).boxed().collect(Collectors.toSet());

        try (var source = books.open(Scene.ID, request -> {}, cancel)) {
            var progress = new ArrayList<SyncProgress>();
            var steps = new RunSteps(progress::add, new RunLog(new InMemoryJournal(new Fuse()), Scene.ID, 1));
            steps.begin(Step.CHECKING_REMOVED, ids.size());
            var work = new Work(new Work.Scope(Scene.ID, null, null, null, LocalDate.EPOCH, Work.Listings.WHOLE),
                    source,
                    new InMemoryCopy(new Fuse()), pages, new RunTally(), steps);
            Sweep sweep = Sweep.of(work, RecordKind.INVOICE, ids);

            assertThat(sweep.readable()).containsExactly(there);
            assertThat(sweep.forbidden()).containsExactly(hidden);
            assertThat(sweep.gone()).hasSize(2_498);
            assertThat(progress).extracting(SyncProgress::done).as("what is asked for twice is no more than there is")
                    .containsExactly(0L, 1_000L, 2_000L, 2_500L, 2_500L, 2_500L, 2_500L);
        }
        assertThat(books.calls()).as("signing in, and what is away twice").isEqualTo(7);
    }

    @Test
    void doubtsOnlyWhenManyAndMostAreGone() {
        assertThatCode(() -> gone(20).checkSameServer(20)).doesNotThrowAnyException();
        assertThatCode(() -> gone(21).checkSameServer(42)).doesNotThrowAnyException();
        assertThatThrownBy(() -> gone(21).checkSameServer(41)).isInstanceOfSatisfying(ProblemException.class,
                doubt -> assertThat(doubt.problem().code()).isEqualTo(ProblemCode.SERVER_REPLACED));
    }
}
