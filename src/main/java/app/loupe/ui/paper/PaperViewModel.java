package app.loupe.ui.paper;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.ShownPaper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF in the background, draws the pages that are looked at, and prints them. Keeps the last few drawn pages. On the
 * FX thread.
 */
public final class PaperViewModel {
    /** Some pages as a screen shows them; always the last one, however large. */
    private static final int MOST_KEPT_PIXELS = 12_000_000;
    /** Sharp on paper, and a page of it still fits into memory. */
    private static final double PRINTED_DOTS_PER_INCH = 220;

    private final ShownPaper paper;
    private final Background background;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown.Reading());
    private final ReadOnlyObjectWrapper<Printing> printing = new ReadOnlyObjectWrapper<>(new Printing.Idle());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final Map<Wanted, PagePicture> pictures = new LinkedHashMap<>();
    /** Who waits for a page that is being drawn: cells come and go while it is. */
    private final Map<Wanted, List<Consumer<PagePicture>>> waiting = new HashMap<>();
    private final CancelToken cancel = new CancelToken();
    private ShownPaper.@Nullable Read file;
    private @Nullable OpenPaper open;
    private boolean begun;
    private Runnable stopPrinting = () -> {};
    private boolean closed;

    /** Shows this; {@link #begin} reads it. */
    public PaperViewModel(ShownPaper paper, Background background) {
        this.paper = paper;
        this.background = background;
    }

    /** What there is to see. */
    public sealed interface Shown {
        /** It is being read or made. */
        record Reading() implements Shown {}

        /** Its pages. */
        record Pages(List<PdfPages.Size> sizes) implements Shown {
            /** Copies the list. */
            public Pages {
                sizes = List.copyOf(sizes);
            }
        }

        /** It cannot be shown. */
        record Failed(Problem problem) implements Shown {}
    }

    /** How the printing goes. */
    public sealed interface Printing {
        /** Nothing was asked for. */
        record Idle() implements Printing {}

        /** The computer is asked for its printers. */
        record Looking() implements Printing {}

        /** The owner is asked which of these printers, and which of so many pages. */
        record Asking(List<PagePrinter.Device> devices, int pages) implements Printing {
            /** Copies the list, which is not empty. */
            public Asking {
                devices = List.copyOf(devices);
            }
        }

        /** So many pages of so many went to the printer. */
        record Going(int done, int of) implements Printing {}

        /** The printer has all: so many pages, each so many times. */
        record Done(int pages, int copies) implements Printing {}

        /** The owner stopped it when so many pages of so many had gone, which may be printed all the same. */
        record Stopped(int done, int of) implements Printing {}

        /** It went wrong. */
        record Failed(Problem problem) implements Printing {}
    }

    private record Wanted(int page, double dotsPerInch) {}

    /** What is looked at. */
    public ShownPaper paper() {
        return paper;
    }

    /** What there is to see. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How the printing goes. */
    public ReadOnlyObjectProperty<Printing> printingProperty() {
        return printing.getReadOnlyProperty();
    }

    /** What is said of the file; empty until it was read. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** That something may be missing in the file; empty where nothing is. */
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** The file; empty until it was read. */
    public Optional<byte[]> file() {
        return Optional.ofNullable(file).map(ShownPaper.Read::bytes);
    }

    /** Reads it; once, however often the card gets the focus. */
    public void begin() {
        if (begun) {
            return;
        }
        begun = true;
        background.run("read paper", () -> paper.source().read(cancel)).onSuccess(this::read)
                .onProblem(problem -> shown.set(new Shown.Failed(problem))).start();
    }

    /** From now on it can be saved, whether or not it can be shown. */
    private void read(ShownPaper.Read found) {
        if (closed) {
            return;
        }
        file = found;
        note.set(found.note());
        warning.set(found.warning());
        background.run("open paper", () -> OpenPaper.open(found.bytes(), OpenPaper.LONGEST)).apart()
                .onSuccess(this::opened)
                .onProblem(problem -> shown.set(new Shown.Failed(problem))).start();
    }

    private void opened(OpenPaper pages) {
        if (closed) {
            pages.close();
            return;
        }
        open = pages;
        shown.set(new Shown.Pages(pages.sizes()));
    }

    /**
     * Gives a page to the consumer as soon as it is drawn, at once when it was drawn before. What cannot be drawn is shown as
     * a failure of the whole.
     */
    public void picture(int page, double dotsPerInch, Consumer<PagePicture> consumer) {
        var wanted = new Wanted(page, dotsPerInch);
        PagePicture drawn = pictures.get(wanted);
        OpenPaper from = open;
        if (drawn != null) {
            consumer.accept(drawn);
        } else if (from != null) {
            List<Consumer<PagePicture>> others = waiting.get(wanted);
            if (others != null) {
                others.add(consumer);
                return;
            }
            waiting.put(wanted, new ArrayList<>(List.of(consumer)));
            background.run("draw page", () -> from.picture(page, dotsPerInch)).apart()
                    .onSuccess(picture -> picture.ifPresent(found -> keep(wanted, found)))
                    .onProblem(problem -> shown.set(new Shown.Failed(problem)))
                    .afterwards(() -> waiting.remove(wanted)).start();
        }
    }

    private void keep(Wanted wanted, PagePicture picture) {
        pictures.put(wanted, picture);
        while (pictures.size() > 1 && pictures.values().stream().mapToLong(one -> (long) one.width() * one.height())
                .sum() > MOST_KEPT_PIXELS) {
            pictures.remove(pictures.keySet().iterator().next());
        }
        waiting.getOrDefault(wanted, List.of()).forEach(consumer -> consumer.accept(picture));
    }

    /** Looks for printers, to ask the owner which; nothing happens while it looks, asks or prints. */
    void look(PagePrinter printer) {
        OpenPaper from = open;
        if (from == null || isPrinting()) {
            return;
        }
        printing.set(new Printing.Looking());
        background.run("look for printers", () -> {
            List<PagePrinter.Device> found = printer.devices();
            if (found.isEmpty()) {
                throw ProblemException.of(ProblemCode.NO_PRINTER);
            }
            return new Printing.Asking(found, from.sizes().size());
        }).apart().onSuccess(printing::set).onProblem(none -> printing.set(new Printing.Failed(none))).start();
    }

    private boolean isPrinting() {
        return switch (printing.get()) {
            case Printing.Looking looking -> true;
            case Printing.Asking asking -> true;
            case Printing.Going going -> true;
            case Printing.Idle idle -> false;
            case Printing.Done done -> false;
            case Printing.Stopped stopped -> false;
            case Printing.Failed failed -> false;
        };
    }

    /** The owner, who was asked, prints nothing. */
    void giveUp() {
        if (printing.get() instanceof Printing.Asking) {
            printing.set(new Printing.Idle());
        }
    }

    /** Prints what the owner, who was asked, wants; under this name. */
    void print(PrintOrder order, String name) {
        OpenPaper from = open;
        if (from == null || !(printing.get() instanceof Printing.Asking)) {
            return;
        }
        int pages = order.last() - order.first() + 1;
        var stop = new CancelToken();
        stopPrinting = stop::cancel;
        printing.set(new Printing.Going(0, pages));
        background.<Printing>run("print", () -> {
            PagePrinter.Job job = order.device().begin(name, order.copies());
            boolean whole = false;
            try {
                int sent = 0;
                for (int page = order.first() - 1; page < order.last(); page++) {
                    if (stop.isCancelled()) {
                        return new Printing.Stopped(sent, pages);
                    }
                    PagePicture picture = from.picture(page, PRINTED_DOTS_PER_INCH)
                            .orElseThrow(() -> ProblemException.of(ProblemCode.CANCELLED));
                    job.print(picture, from.sizes().get(page));
                    int done = ++sent;
                    Platform.runLater(() -> tell(new Printing.Going(done, pages)));
                }
                job.end();
                whole = true;
                return new Printing.Done(pages, order.copies());
            } finally {
                if (!whole) {
                    job.cancel();
                }
            }
        }).apart().onSuccess(printing::set)
                .onProblem(problem -> printing.set(new Printing.Failed(problem))).start();
    }

    /** Ends the printing before its next page, and tells how far it had come; nothing happens while none goes on. */
    void stopPrinting() {
        if (printing.get() instanceof Printing.Going) {
            stopPrinting.run();
        }
    }

    private void tell(Printing.Going going) {
        if (printing.get() instanceof Printing.Going) {
            printing.set(going);
        }
    }

    /** Nobody looks any more: ends the reading, and a printing before its next page. */
    public void close() {
        closed = true;
        cancel.cancel();
        pictures.clear();
        OpenPaper closing = open;
        if (closing != null) {
            open = null;
            closing.close();
        }
    }
}
