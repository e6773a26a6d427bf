package app.loupe.ui.paper;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.util.List;

/** Prints: on the computer's printers in the application, into memory in tests. Used by threads of the background. */
@FunctionalInterface
public interface PagePrinter {
    /** The printers, the computer's usual one first; none when it knows none. Asking a network of printers takes seconds. */
    @Blocking
    List<Device> devices();

    /** A printer. */
    interface Device {
        /** As the system calls it. */
        String name();

        /**
         * Begins to print.
         *
         * @param name what the job is called where the system lists it, which others may see
         * @param copies how many of each page, from 1 on
         * @throws ProblemException {@link ProblemCode#PRINT_FAILED} when it takes no job
         */
        @Blocking
        Job begin(String name, int copies) throws ProblemException;
    }

    /** Pages on their way to a printer. */
    interface Job {
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
