package app.loupe.sync;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Deadline;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SourceBusyException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Decides what to do when the server is busy: wait, ask for half as much, give up. A server that asks for a pause gets
 * it, and then the same question again, three times at most; one that gives no reason is at once asked for less. Nothing
 * else is ever tried twice, least of all a refused sign-in.
 *
 * <p>All tries of a question and the pauses between them have {@link Deadline#QUESTION} together. A try that can be
 * repeated has a third of that, so that a server that is too slow for a page can still answer half a page. Signing in
 * cannot be halved, and a server that was idle is slowest then: its try has all the time that is left.
 */
final class Patience {
    /** The most tries with one size. */
    static final int MAX_TRIES = 3;
    /**
     * Tries of one question, whatever the size, while the server says at once that it is busy. An answer that is too
     * large comes quickly and is asked for in ever smaller parts.
     */
    static final int MOST_TRIES = 8;
    /** How long one try of what could be repeated may take. */
    static final Duration ONE_TRY = Deadline.QUESTION.dividedBy(MAX_TRIES);
    /** The longest pause a server can ask for. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Pause pause;
    private final CancelToken cancel;
    private final RandomGenerator jitter;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock like {@link System#nanoTime}, of the deadlines */
    Patience(Pause pause, CancelToken cancel, RandomGenerator jitter, LongSupplier nanoTime) {
        this.pause = pause;
        this.cancel = cancel;
        this.jitter = jitter;
        this.nanoTime = nanoTime;
    }

    /** One question whose answer has a size. */
    @FunctionalInterface
    interface Sized<T> {
        T ask(int size) throws ProblemException;
    }

    /** One question whose answer cannot be made smaller. */
    @FunctionalInterface
    interface Whole<T> {
        T ask() throws ProblemException;
    }

    <T> T ask(Whole<T> question) throws ProblemException {
        return ask(new PageSize(1), 1, size -> question.ask());
    }

    /** Opens a session, which takes several requests in a row: one try may take all the time of the question. */
    <T> T open(Whole<T> session) throws ProblemException {
        return ask(new PageSize(1), 1, Deadline.QUESTION, size -> session.ask());
    }

    /** Asks for at most {@code wanted} and at most the page size. */
    <T> T ask(PageSize pageSize, int wanted, Sized<T> question) throws ProblemException {
        return ask(pageSize, wanted, ONE_TRY, question);
    }

    private <T> T ask(PageSize pageSize, int wanted, Duration oneTry, Sized<T> question) throws ProblemException {
        Deadline whole = Deadline.in(Deadline.QUESTION, nanoTime);
        int tries = 0;
        int busyTries = 0;
        while (true) {
            cancel.check();
            int size = Math.min(pageSize.current(), wanted);
            try {
                T answer = whole.atMost(oneTry).during(() -> question.ask(size));
                pageSize.answered();
                return answer;
            } catch (SourceBusyException busy) {
                tries++;
                boolean tooLarge = busy.problem().code() == ProblemCode.ANSWER_TOO_LARGE;
                if (!tooLarge && ++busyTries >= MOST_TRIES) {
                    throw busy;
                }
                boolean sameAgain = !busy.pause().isZero() && tries < MAX_TRIES;
                if (!sameAgain && pageSize.halve(size)) {
                    tries = 0;
                } else if (tries >= MAX_TRIES) {
                    throw busy;
                }
                Duration length = length(busy.pause(), tries);
                if (length.compareTo(whole.left()) >= 0) {
                    throw busy;
                }
                pause.pause(length, cancel);
            }
        }
    }

    /**
     * How long to wait: as long as the server asked for, a minute at most. When it asked for nothing, half a second to
     * one after the size was halved, one to two after the first try of one size and two to four after the second; random,
     * so that clients do not come together.
     */
    private Duration length(Duration asked, int tries) {
        if (!asked.isZero()) {
            return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        }
        long millis = FIRST_PAUSE.toMillis() << tries;
        return Duration.ofMillis(millis / 2 + jitter.nextLong(millis / 2 + 1));
    }
}
