package testkit.window;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import app.loupe.ui.paper.PagePrinter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Two printers into memory; there is none, or it fails, when told so. */
public final class FakePrinter implements PagePrinter {
    /** How large each printed page is. */
    public final List<PdfPages.Size> printed = new CopyOnWriteArrayList<>();
    /** Pictures of them. */
    public final List<PagePicture> pictures = new CopyOnWriteArrayList<>();
    /** What the jobs were called. */
    public final List<String> names = new CopyOnWriteArrayList<>();
    /** What was asked of them: the printer, and how many copies. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    /** How many jobs came to their end. */
    public final AtomicInteger ended = new AtomicInteger();
    /** How many did not. */
    public final AtomicInteger cancelled = new AtomicInteger();
    /** Before which page it fails; none when negative. */
    public volatile int failsAt = -1;
    /** Whether the computer knows no printer. */
    public volatile boolean missing;

    @Override
    public List<Device> devices() {
        return missing ? List.of() : List.of(new Known("Office"), new Known("Warehouse"));
    }

    private final class Known implements Device {
        private final String name;

        Known(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Job begin(String job, int copies) {
            names.add(job);
            asked.add(name + " " + copies);
            return new Page();
        }
    }

    private final class Page implements Job {
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
