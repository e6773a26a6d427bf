package testkit.window;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import app.loupe.ui.paper.PagePrinter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A printer into memory; the owner gives up, there is none, or it fails, when told so. */
public final class FakePrinter implements PagePrinter {
    /** How large each printed page is. */
    public final List<PdfPages.Size> printed = new CopyOnWriteArrayList<>();
    /** Pictures of them. */
    public final List<PagePicture> pictures = new CopyOnWriteArrayList<>();
    /** What the jobs were called. */
    public final List<String> names = new CopyOnWriteArrayList<>();
    /** How many jobs came to their end. */
    public final AtomicInteger ended = new AtomicInteger();
    /** How many did not. */
    public final AtomicInteger cancelled = new AtomicInteger();
    /** Before which page it fails; none when negative. */
    public volatile int failsAt = -1;
    /** Whether the computer knows no printer. */
    public volatile boolean missing;
    /** Whether the owner gives up. */
    public volatile boolean givenUp;
    /** The pages that are wanted; all when null. */
    public volatile @Nullable List<Integer> wanted;

    @Override
    public Optional<Job> ask(Window owner, int pages, String name) throws ProblemException {
        names.add(name);
        if (missing) {
            throw ProblemException.of(ProblemCode.NO_PRINTER);
        }
        return givenUp ? Optional.empty() : Optional.of(new Page(pages));
    }

    private final class Page implements Job {
        private final int pages;

        Page(int pages) {
            this.pages = pages;
        }

        @Override
        public List<Integer> pages() {
            List<Integer> chosen = wanted;
            return chosen == null ? IntStream.range(0, pages).boxed().toList() : chosen;
        }

        @Override
        public void print(PagePicture picture, PdfPages.Size size) throws ProblemException {
            if (printed.size() == failsAt) {
                throw ProblemException.of(ProblemCode.PRINT_FAILED);
            }
            printed.add(size);
            pictures.add(picture);
        }

        @Override
        public void end() {
            ended.incrementAndGet();
        }

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }
}
