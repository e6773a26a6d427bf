package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import testkit.FakeBooks;
import testkit.Fuse;

class SweepTest {
    private final CancelToken cancel = new CancelToken();
    private final Pages pages = new Pages(Runnable::run,
            new Patience((length, token) -> {}, cancel, new SplittableRandom(1)), cancel);

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
            Sweep sweep = Sweep.of(source, pages, RecordKind.INVOICE, ids);

            assertThat(sweep.readable()).containsExactly(there);
            assertThat(sweep.forbidden()).containsExactly(hidden);
            assertThat(sweep.gone()).hasSize(2_498);
        }
        assertThat(books.calls()).isEqualTo(4);
    }

    @Test
    void doubtsOnlyWhenManyAndMostAreGone() {
        assertThatCode(() -> gone(20).checkSameServer(20)).doesNotThrowAnyException();
        assertThatCode(() -> gone(21).checkSameServer(42)).doesNotThrowAnyException();
        assertThatThrownBy(() -> gone(21).checkSameServer(41)).isInstanceOfSatisfying(ProblemException.class,
                doubt -> assertThat(doubt.problem().code()).isEqualTo(ProblemCode.SERVER_REPLACED));
    }
}
