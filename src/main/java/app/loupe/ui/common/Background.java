package app.loupe.ui.common;

import app.loupe.domain.FailureCode;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
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
    private final ProblemPresenter presenter;

    /** Work on this executor, unhandled problems to this presenter. */
    public Background(Executor executor, ProblemPresenter presenter) {
        this.executor = executor;
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

    /** Work with its handlers; nothing happens before {@link #start}. */
    public final class Order<T> {
        private final String name;
        private final Work<T> work;
        private Consumer<T> success = result -> {};
        private Consumer<Problem> problem = presenter::show;
        private Runnable end = () -> {};

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

        /** What happens after the handler of either outcome, on the FX thread. */
        public Order<T> afterwards(Runnable handler) {
            end = handler;
            return this;
        }

        /** Starts it. Call on the FX thread. */
        public Running start() {
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
                    end.run();
                }
            });
            task.setOnFailed(event -> {
                try {
                    problem.accept(problemOf(task.getException()));
                } finally {
                    end.run();
                }
            });
            try {
                executor.execute(task);
            } catch (RejectedExecutionException closing) {
                LOG.info("{} not begun: the window is closing", name);
            }
            // without an interrupt: it would close the store's file channel for everybody
            return () -> task.cancel(false);
        }

        private Problem problemOf(Throwable failure) {
            if (failure instanceof ProblemException known) {
                LOG.info("{} ended with {}", name, known.problem().code().key());
                return known.problem();
            }
            var code = FailureCode.of(failure);
            LOG.error("{} failed, code {}", name, code.value(), failure);
            return code.problem();
        }
    }
}
