package app.loupe.sync;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks a list of ids page by page: while one page is stored on the calling thread, the next one is fetched on another.
 * Never more than one request is under way and one page waiting; the source may also fetch the beginning of what follows
 * that page ({@link InRow}), with one request.
 */
final class Pages {
    private final Executor fetcher;
    private final Patience patience;
    private final CancelToken cancel;

    Pages(Executor fetcher, Patience patience, CancelToken cancel) {
        this.fetcher = fetcher;
        this.patience = patience;
        this.cancel = cancel;
    }

    /** Reads the records of at most {@link InvoiceSource#MAX_IDS} ids; runs on the fetching thread. */
    @FunctionalInterface
    interface Fetch<T> {
        T page(List<Long> ids) throws ProblemException;
    }

    /** Takes what was read for these ids; runs on the calling thread, pages in order. */
    @FunctionalInterface
    interface Store<T> {
        void page(List<Long> ids, T answer) throws ProblemException;
    }

    private record Page<T>(List<Long> ids, T answer) {}

    /** Ends the run if it was cancelled; for work that asks the server nothing. */
    void check() throws ProblemException {
        cancel.check();
    }

    /** Asks a question on the calling thread, with the same patience. */
    <T> T ask(Patience.Whole<T> question) throws ProblemException {
        return patience.ask(question);
    }

    /**
     * Asks twice what has changed: nothing tells whether one answer is complete, and what either of the two shows is
     * true.
     *
     * @param each is given both answers
     */
    <T> void askTwice(Patience.Whole<T> question, Consumer<T> each) throws ProblemException {
        each.accept(ask(question));
        each.accept(ask(question));
    }

    /** Opens a session on the calling thread; this may take as long as a question with all its tries. */
    <T> T open(Patience.Whole<T> session) throws ProblemException {
        return patience.open(session);
    }

    /** A question with a size. */
    <T> T ask(PageSize size, int wanted, Patience.Sized<T> question) throws ProblemException {
        return patience.ask(size, wanted, question);
    }

    /**
     * Fetches and stores every id once, in the order given. A page that was read before a failure is still stored, unless the files are
     * being closed.
     *
     * @throws ProblemException of the first call that failed; nothing is under way any more then
     */
    <T> void walk(List<Long> ids, Fetch<T> fetch, Store<T> store) throws ProblemException {
        var size = new PageSize(InvoiceSource.MAX_IDS);
        int begun = 0;
        FutureTask<Page<T>> next = start(ids, begun, size, fetch);
        while (next != null) {
            Page<T> page = await(next);
            begun += page.ids().size();
            next = start(ids, begun, size, fetch);
            boolean stored = false;
            try {
                cancel.check();
                store.page(page.ids(), page.answer());
                stored = true;
            } finally {
                if (!stored && next != null) {
                    settle(next);
                }
            }
        }
    }

    /** Walks over records and skips single ones for which the server fails; see {@link PastFailures}. */
    <T> void read(RecordKind kind, List<Long> ids, Fetch<Batch<T>> fetch, Store<Batch<T>> store)
            throws ProblemException {
        walk(ids, new PastFailures<>(ids, fetch, PastFailures.Answers.ofRecords(kind)), store);
    }

    private <T> @Nullable FutureTask<Page<T>> start(List<Long> ids, int from, PageSize size, Fetch<T> fetch)
            throws ProblemException {
        if (from >= ids.size()) {
            return null;
        }
        var task = new FutureTask<Page<T>>(() -> patience.ask(size, ids.size() - from, count -> {
            List<Long> part = List.copyOf(ids.subList(from, from + count));
            return new Page<>(part, fetch.page(part));
        }));
        try {
            fetcher.execute(task);
        } catch (RejectedExecutionException closing) {
            throw new ProblemException(Problem.of(ProblemCode.FILES_CLOSED), closing);
        }
        return task;
    }

    private static <T> Page<T> await(FutureTask<Page<T>> task) throws ProblemException {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case ProblemException problem -> throw problem;
                case RuntimeException unexpected -> throw unexpected;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /** Waits for the end of a fetch that is no longer wanted, so that the session can be closed. */
    private static void settle(FutureTask<?> task) {
        try {
            task.get();
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException notWanted) {
            // the failure of the store is the one to tell
        }
    }
}
