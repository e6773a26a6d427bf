package app.loupe.ui.paper;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.PageRange;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.stage.Window;

/** Prints on the printers that the system knows, by its own dialog. */
public final class SystemPrinter implements PagePrinter {
    @Override
    public Optional<PagePrinter.Job> ask(Window owner, int pages, String name)
            throws ProblemException {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            throw ProblemException.of(ProblemCode.NO_PRINTER);
        }
        job.getJobSettings().setJobName(name);
        job.getJobSettings().setPageRanges(new PageRange(1, pages));
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return Optional.empty();
        }
        PageRange[] chosen = job.getJobSettings().getPageRanges();
        return Optional.of(new Printing(job, IntStream.range(0, pages)
                .filter(page -> chosen == null || chosen.length == 0 || Stream.of(chosen)
                        .anyMatch(range -> range.getStartPage() <= page + 1 && page + 1 <= range.getEndPage()))
                .boxed().toList()));
    }

    /** One job of a printer. */
    private record Printing(PrinterJob job, List<Integer> pages) implements PagePrinter.Job {
        @Override
        public void print(PagePicture picture, PdfPages.Size size) throws ProblemException {
            boolean lies = size.width() > size.height();
            PageLayout layout = job.getPrinter().createPageLayout(job.getJobSettings().getPageLayout().getPaper(),
                    lies ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT, Printer.MarginType.HARDWARE_MINIMUM);
            // the page as it is, in its own place on the paper; smaller when its edge could not be printed
            double scale = Math.min(1, Math.min(layout.getPrintableWidth() / size.width(),
                    layout.getPrintableHeight() / size.height()));
            var page = new ImageView(PageCell.image(picture));
            page.setFitWidth(size.width());
            page.setFitHeight(size.height());
            page.getTransforms().addAll(new Translate((layout.getPrintableWidth() - size.width() * scale) / 2,
                    (layout.getPrintableHeight() - size.height() * scale) / 2), new Scale(scale, scale));
            if (!job.printPage(layout, page)) {
                throw ProblemException.of(ProblemCode.PRINT_FAILED);
            }
        }

        @Override
        public void end() throws ProblemException {
            if (!job.endJob()) {
                throw ProblemException.of(ProblemCode.PRINT_FAILED);
            }
        }

        @Override
        public void cancel() {
            job.cancelJob();
        }
    }
}
