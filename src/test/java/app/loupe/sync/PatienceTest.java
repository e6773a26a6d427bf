package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Deadline;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SourceBusyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final CancelToken cancel = new CancelToken();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final Patience patience = new Patience((length, token) -> {
        token.check();
        pauses.add(length);
        passes(length);
    }, cancel, new SplittableRandom(1), now::get);

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** A server from which nothing comes: every try takes all the time that it has. */
    private SourceBusyException silence() {
        passes(Deadline.left(Duration.ofHours(1)));
        return new SourceBusyException(Problem.of(ProblemCode.SERVER_TIMEOUT), Duration.ZERO);
    }

    private static SourceBusyException busy(Duration pause) {
        return new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY), pause);
    }

    @Test
    void asksForHalfAtOnceWhenTheServerGivesNoReason() throws ProblemException {
        int answer = patience.ask(new PageSize(1_000), 800, size -> {
            sizes.add(size);
            if (size > 100) {
                throw busy(Duration.ZERO);
            }
            return size;
        });

        assertThat(sizes).containsExactly(800, 400, 200, 100);
        assertThat(answer).isEqualTo(100);
        assertThat(pauses).hasSize(3).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) < 0 && !pause.isZero());
    }

    @Test
    void givesUpAfterThreeTriesOfASingleRecord() {
        assertThatThrownBy(() -> patience.ask(new PageSize(1_000), 4, size -> {
            sizes.add(size);
            throw busy(Duration.ZERO);
        })).isInstanceOf(SourceBusyException.class);

        assertThat(sizes).containsExactly(4, 2, 1, 1, 1);
        assertThat(pauses).hasSize(4);
    }

    @Test
    void asksTheSameAgainAfterThePauseThatTheServerWants() {
        assertThatThrownBy(() -> patience.ask(new PageSize(2), 2, size -> {
            sizes.add(size);
            throw busy(Duration.ofSeconds(20));
        })).isInstanceOf(SourceBusyException.class);

        assertThat(sizes).containsExactly(2, 2, 2, 1, 1, 1);
        assertThat(pauses).hasSize(5).containsOnly(Duration.ofSeconds(20));
    }

    @Test
    void aPauseIsNoLongerThanAMinuteAndNoneIsBegunThatDoesNotFitIntoTheTwo() {
        assertThatThrownBy(() -> patience.ask(new PageSize(2), 2, size -> {
            sizes.add(size);
            throw busy(Duration.ofHours(1));
        })).isInstanceOf(SourceBusyException.class);

        assertThat(sizes).containsExactly(2, 2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void aServerThatNeverAnswersIsLeftAfterTwoMinutesInAll() {
        assertThatThrownBy(() -> patience.ask(new PageSize(1_000), 1_000, size -> {
            sizes.add(size);
            throw silence();
        })).isInstanceOfSatisfying(SourceBusyException.class,
                silent -> assertThat(silent.problem().code()).isEqualTo(ProblemCode.SERVER_TIMEOUT));

        assertThat(sizes).as("a smaller part is tried as well").containsExactly(1_000, 500, 250);
        assertThat(Duration.ofNanos(now.get())).isEqualTo(Deadline.QUESTION);
    }

    @Test
    void aQuestionThatCannotBeMadeSmallerHasNoMoreThanTwoMinutesEither() {
        assertThatThrownBy(() -> patience.ask(() -> {
            sizes.add(1);
            throw silence();
        })).isInstanceOf(SourceBusyException.class);

        assertThat(sizes).hasSize(3);
        assertThat(Duration.ofNanos(now.get())).isLessThanOrEqualTo(Deadline.QUESTION);
    }

    @Test
    void aServerThatWakesSlowlyHasTheRestOfTheTwoMinutesForTheSignIn() throws ProblemException {
        String session = patience.open(() -> {
            takes(Duration.ofSeconds(30));
            takes(Duration.ofSeconds(20));
            takes(Duration.ofSeconds(65));
            return "signed in";
        });

        assertThat(session).isEqualTo("signed in");
        assertThat(pauses).isEmpty();
    }

    /** One request of several: it fails when its time is over before it is through. */
    private void takes(Duration time) throws ProblemException {
        if (Deadline.left(time).compareTo(time) < 0) {
            throw silence();
        }
        passes(time);
    }

    @Test
    void aServerThatIsSilentWhileASessionIsOpenedIsLeftAfterTwoMinutesInAll() {
        assertThatThrownBy(() -> patience.open(() -> {
            sizes.add(1);
            throw silence();
        })).isInstanceOf(SourceBusyException.class);

        assertThat(sizes).hasSize(1);
        assertThat(Duration.ofNanos(now.get())).isEqualTo(Deadline.QUESTION);
    }

    @Test
    void aServerThatIsBusyWhileASessionIsOpenedIsAskedAgain() throws ProblemException {
        int tries = patience.open(() -> {
            sizes.add(1);
            takes(Duration.ofSeconds(40));
            if (sizes.size() < 2) {
                throw busy(Duration.ofSeconds(20));
            }
            return sizes.size();
        });

        assertThat(tries).isEqualTo(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void theNextQuestionHasItsOwnTwoMinutes() throws ProblemException {
        var size = new PageSize(1_000);
        for (int page = 0; page < 200; page++) {
            patience.ask(size, 1_000, part -> {
                passes(Duration.ofSeconds(30));
                return part;
            });
        }

        assertThat(patience.<Duration>ask(() -> Deadline.left(Duration.ofHours(1)))).isEqualTo(Patience.ONE_TRY);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatStaysBusyIsLeftAfterEightTries() {
        assertThatThrownBy(() -> patience.ask(new PageSize(10_000), 10_000, size -> {
            sizes.add(size);
            throw busy(Duration.ofSeconds(5));
        })).isInstanceOf(SourceBusyException.class);

        assertThat(sizes).containsExactly(10_000, 10_000, 10_000, 5_000, 5_000, 5_000, 2_500, 2_500);
        assertThat(pauses).hasSize(7);
    }

    @Test
    void anAnswerThatIsTooLargeIsAskedForInEverSmallerParts() throws ProblemException {
        int answer = patience.ask(new PageSize(10_000), 10_000, size -> {
            sizes.add(size);
            if (size > 1) {
                throw new SourceBusyException(Problem.of(ProblemCode.ANSWER_TOO_LARGE), Duration.ZERO);
            }
            return size;
        });

        assertThat(answer).isOne();
        assertThat(sizes).hasSizeGreaterThan(Patience.MOST_TRIES);
    }

    @Test
    void triesNothingElseTwice() {
        assertThatThrownBy(() -> patience.ask(() -> {
            sizes.add(1);
            throw ProblemException.of(ProblemCode.SIGN_IN_REFUSED);
        })).isInstanceOf(ProblemException.class);

        assertThat(sizes).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void stopsWaitingWhenCancelled() {
        assertThatThrownBy(() -> patience.ask(() -> {
            sizes.add(1);
            cancel.cancel();
            throw busy(Duration.ZERO);
        })).isInstanceOfSatisfying(ProblemException.class,
                stopped -> assertThat(stopped.problem().code()).isEqualTo(ProblemCode.CANCELLED));

        assertThat(sizes).hasSize(1);
    }
}
