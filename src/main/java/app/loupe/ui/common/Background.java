package app.loupe.ui.common;

import app.loupe.domain.FailureCode;
import app.loupe.domain.Logging;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way from the window to work that may wait: runs it as a JavaFX {@link Task} on an executor and calls its
 * handlers on the FX thread. A failure without a handler goes to the {@link ProblemPresenter}, so that none is silent.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor executor;
    private final Executor apart;
    private final ProblemPresenter presenter;
    private final Deque<Runnable> whenQuiet = new ArrayDeque<>();
    private int underWay;

    /** Work on this executor, unhandled problems to this presenter. */
    public Background(Executor executor, ProblemPresenter presenter) {
        this(executor, executor, presenter);
    }

    /** The same; what {@link Order#apart} names is done on an executor of its own. */
    public Background(Executor executor, Executor apart, ProblemPresenter presenter) {
        this.executor = executor;
        this.apart = apart;
        this.presenter = presenter;
    }

    /** Work that may wait and fail. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; whoever must be able to stop it gives it a cancel token. */
        T call() throws ProblemException;
    }

    /** Prepares work under a name for the log. */
    public <T> Order<T> run(String name, Work<T> work) {
        return new Order<>(name, work);
    }

    /**
     * Calls back once no work is under way, nor any that handlers of other work have begun: at once when there is none. What
     * is apart does not count. What one calls back begins the others wait for, in the order in which they came. On the FX
     * thread.
     */
    public void whenQuiet(Runnable then) {
        whenQuiet.add(then);
        tellQuiet();
    }

    /** The same for what comes last: what has waited for quiet until now does not begin any more. */
    public void endWhenQuiet(Runnable then) {
        whenQuiet.clear();
        whenQuiet(then);
    }

    private void tellQuiet() {
        while (underWay == 0 && !whenQuiet.isEmpty()) {
            whenQuiet.removeFirst().run();
        }
    }

    /** Work with its handlers; nothing happens before {@link #start}. */
    public final class Order<T> {
        private final String name;
        private final Work<T> work;
        private Consumer<T> success = result -> {};
        private Consumer<Problem> problem = presenter::show;
        private Runnable end = () -> {};
        private boolean isApart;

        private Order(String name, Work<T> work) {
            this.name = name;
            this.work = work;
        }

        /** What happens with the result, on the FX thread. */
        public Order<T> onSuccess(Consumer<T> handler) {
            success = handler;
            return this;
        }

        /** What happens with a problem, on the FX thread, instead of the presenter. */
        public Order<T> onProblem(Consumer<Problem> handler) {
            problem = handler;
            return this;
        }

        /** Nobody waits for it when the window goes: it may never end, and leaves nothing half done. */
        public Order<T> apart() {
            isApart = true;
            return this;
        }

        /**
         * What happens after the handler of either outcome, on the FX thread; also when it is not begun any more. What was
         * to happen before happens first.
         */
        public Order<T> afterwards(Runnable handler) {
            Runnable before = end;
            end = () -> {
                try {
                    before.run();
                } finally {
                    handler.run();
                }
            };
            return this;
        }

        /** Starts it. Call on the FX thread. */
        public void start() {
            var task = new Task<T>() {
                @Override
                protected T call() throws ProblemException {
                    return work.call();
                }
            };
            task.setOnSucceeded(event -> {
                try {
                    success.accept(task.getValue());
                } finally {
                    ended();
                }
            });
            task.setOnFailed(event -> failed(task.getException()));
            count(1);
            try {
                (isApart ? apart : executor).execute(task);
            } catch (RejectedExecutionException closing) {
                Logging.attempt(() -> LOG.info("{} not begun: the window is closing", name));
                ended();
            } catch (RuntimeException | Error notBegun) {
                // as where the system gives no more threads
                failed(notBegun);
            }
        }

        private void failed(Throwable failure) {
            try {
                problem.accept(problemOf(failure));
            } finally {
                ended();
            }
        }

        /** What the handlers begin is counted before this is over: it never looks quiet between two in turn. */
        private void ended() {
            try {
                end.run();
            } finally {
                count(-1);
            }
        }

        private void count(int more) {
            if (!isApart) {
                underWay += more;
                tellQuiet();
            }
        }

        private Problem problemOf(Throwable failure) {
            if (failure instanceof ProblemException known) {
                Logging.attempt(() -> LOG.info("{} ended with {}", name, known.problem().code().key()));
                return known.problem();
            }
            return FailureCode
                    .logged(failure, code -> LOG.error("{} failed, code {}", name, code.value(), failure)).problem();
        }
    }
}
