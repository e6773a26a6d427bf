package app.loupe.ui.paper;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open PDF that several pieces of background work ask for pages, one after the other; once closed it gives none. */
final class OpenPaper {
    private final PdfPages pages;
    private final List<PdfPages.Size> sizes;
    private boolean closed;

    private OpenPaper(PdfPages pages, List<PdfPages.Size> sizes) {
        this.pages = pages;
        this.sizes = List.copyOf(sizes);
    }

    /** Opens it and measures its pages. */
    @Blocking
    static OpenPaper open(byte[] pdf) throws ProblemException {
        PdfPages pages = PdfPages.open(pdf);
        boolean whole = false;
        try {
            var sizes = new ArrayList<PdfPages.Size>();
            for (int page = 0; page < pages.count(); page++) {
                sizes.add(pages.size(page));
            }
            whole = true;
            return new OpenPaper(pages, sizes);
        } finally {
            if (!whole) {
                pages.close();
            }
        }
    }

    /** How large each page is. */
    List<PdfPages.Size> sizes() {
        return sizes;
    }

    /** One page; empty once it is closed. */
    @Blocking
    synchronized Optional<PagePicture> picture(int page, double dotsPerInch) throws ProblemException {
        return closed ? Optional.empty() : Optional.of(pages.picture(page, dotsPerInch));
    }

    /** Waits for the page that is being drawn. */
    @Blocking
    synchronized void close() {
        closed = true;
        pages.close();
    }
}
