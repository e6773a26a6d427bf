package app.loupe.ui.paper;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.print.Collation;
import javafx.print.JobSettings;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Prints on the printers that the system knows. */
public final class SystemPrinter implements PagePrinter {
    @Override
    @Blocking
    public List<Device> devices() {
        Printer usual = Printer.getDefaultPrinter();
        return Printer.getAllPrinters().stream().sorted(Comparator
                .comparing((Printer printer) -> !Objects.equals(printer, usual)).thenComparing(Printer::getName))
                .<Device>map(Known::new).toList();
    }

    /** A printer of the system. */
    private record Known(Printer printer) implements Device {
        @Override
        public String name() {
            return printer.getName();
        }

        @Override
        @Blocking
        public Job begin(String name, int copies) throws ProblemException {
            PrinterJob job = PrinterJob.createPrinterJob(printer);
            if (job == null) {
                throw ProblemException.of(ProblemCode.PRINT_FAILED);
            }
            JobSettings settings = job.getJobSettings();
            settings.setJobName(name);
            settings.setCopies(copies);
            if (copies > 1 && printer.getPrinterAttributes().getSupportedCollations().contains(Collation.COLLATED)) {
                settings.setCollation(Collation.COLLATED);
            }
            return new Printing(job);
        }
    }

    /** One job of a printer. */
    private record Printing(PrinterJob job) implements Job {
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
