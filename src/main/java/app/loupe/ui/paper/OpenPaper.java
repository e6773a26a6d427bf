package app.loupe.ui.paper;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An open PDF that several pieces of background work ask for pages, one after the other; once closed it gives none. It is drawn
 * on a thread of its own that nobody waits for longer than {@link #LONGEST}: a file that somebody made to be drawn without
 * an end keeps neither the window from closing nor the keys in memory.
 */
final class OpenPaper {
    /** No page that somebody wants to read takes as long. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final ExecutorService drawing;
    private final PdfPages pages;
    private final List<PdfPages.Size> sizes;
    private final Duration longest;
    private volatile boolean closed;

    private OpenPaper(ExecutorService drawing, Duration longest, PdfPages pages, List<PdfPages.Size> sizes) {
        this.drawing = drawing;
        this.longest = longest;
        this.pages = pages;
        this.sizes = List.copyOf(sizes);
    }

    /** Opens it and measures its pages; {@code longest} bounds that, and each drawing. */
    @Blocking
    static OpenPaper open(byte[] pdf, Duration longest) throws ProblemException {
        return open(() -> PdfPages.open(pdf), longest);
    }

    /** Opens a PDF. */
    @FunctionalInterface
    interface Opening {
        PdfPages open() throws ProblemException;
    }

    /** The same of one that is opened otherwise. */
    @Blocking
    @Exempt(rule = "A12", because = "a drawing that cannot be ended must not keep a thread of a pool that somebody waits for")
    static OpenPaper open(Opening pdf, Duration longest) throws ProblemException {
        ExecutorService drawing = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("paper-", 1).factory());
        try (var half = HalfOpen.closedBy(drawing::shutdownNow)) {
            return half.whole(within(drawing, longest, () -> {
                PdfPages pages = pdf.open();
                try (var unmeasured = HalfOpen.closedBy(pages::close)) {
                    var sizes = new ArrayList<PdfPages.Size>();
                    for (int page = 0; page < pages.count(); page++) {
                        sizes.add(pages.size(page));
                    }
                    return unmeasured.whole(new OpenPaper(drawing, longest, pages, sizes));
                }
            }).orElseThrow(() -> ProblemException.of(ProblemCode.PDF_UNREADABLE)));
        }
    }

    /** How large each page is. */
    List<PdfPages.Size> sizes() {
        return sizes;
    }

    /**
     * One page; empty once it is closed.
     *
     * @throws ProblemException {@link ProblemCode#PDF_UNREADABLE}, also when it takes too long: then it gives no more
     */
    @Blocking
    Optional<PagePicture> picture(int page, double dotsPerInch) throws ProblemException {
        try {
            Optional<PagePicture> drawn = within(drawing, longest, () -> pages.picture(page, dotsPerInch));
            if (drawn.isEmpty() && !closed) {
                // one that took too long came before
                throw ProblemException.of(ProblemCode.PDF_UNREADABLE);
            }
            return drawn;
        } catch (ProblemException unreadable) {
            if (drawing.isShutdown()) {
                pages.stop();
            }
            if (closed) {
                return Optional.empty();
            }
            throw unreadable;
        }
    }

    /** Empty when nothing is drawn any more. */
    private static <T> Optional<T> within(ExecutorService drawing, Duration longest, Callable<T> work)
            throws ProblemException {
        try {
            Future<T> drawn = drawing.submit(work);
            return Optional.of(drawn.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException closed) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException endless) {
            drawing.shutdownNow();
            throw new ProblemException(Problem.of(ProblemCode.PDF_UNREADABLE), endless);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Does not wait for the page that is being drawn. */
    void close() {
        closed = true;
        pages.stop();
        try {
            drawing.execute(pages::close);
        } catch (RejectedExecutionException given) {
            // what took too long is left to the collector: nothing of it is open but memory
            return;
        }
        drawing.shutdown();
    }
}
