package app.loupe.ui.paper;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Prints: on the computer's printers in the application, into memory in tests. */
@FunctionalInterface
public interface PagePrinter {
    /**
     * Asks the owner for a printer, copies and pages by the system's own dialog. Called on the FX thread, waits there.
     *
     * @param pages how many there are
     * @param name what the job is called where the system lists it, which others may see
     * @return empty when the owner gave up
     * @throws ProblemException {@link ProblemCode#NO_PRINTER} when the computer knows none
     */
    Optional<Job> ask(Window owner, int pages, String name) throws ProblemException;

    /** What was asked for; used by one thread of the background. */
    interface Job {
        /** The pages that are wanted, from 0, in the order of the paper. */
        List<Integer> pages();

        /**
         * Prints a page, made smaller where it does not fit on the paper.
         *
         * @throws ProblemException {@link ProblemCode#PRINT_FAILED}
         */
        @Blocking
        void print(PagePicture picture, PdfPages.Size size) throws ProblemException;

        /**
         * All pages are there: the printer may begin.
         *
         * @throws ProblemException {@link ProblemCode#PRINT_FAILED}
         */
        @Blocking
        void end() throws ProblemException;

        /** Nothing is printed after all. */
        void cancel();
    }
}
