package app.loupe.pages;

import app.loupe.domain.Blocking;
import app.loupe.domain.Exempt;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;

/**
 * An open PDF whose pages are drawn one by one. Nothing in it is run or followed, no file is made, and no font of the
 * computer is looked for. For one thread at a time; close it.
 */
public final class PdfPages implements AutoCloseable {
    /** More are not shown: nobody looks through them, and a file that says so may want to keep the program busy. */
    public static final int MOST_PAGES = 2_000;
    /** Points in an inch: the unit of sizes in a PDF. */
    public static final int POINTS_PER_INCH = 72;

    /** 200 inches: the largest page that a PDF may have. */
    private static final float MOST_POINTS = 14_400;
    private static final int MOST_PIXELS = 8_000_000;

    private final PDDocument document;
    private final BoundedRenderer renderer;
    private final int count;

    private PdfPages(PDDocument document, FilterBounds bounds) throws ProblemException {
        this.document = document;
        this.renderer = new BoundedRenderer(document, bounds);
        this.count = document.getNumberOfPages();
        if (count < 1) {
            throw ProblemException.of(ProblemCode.PDF_UNREADABLE);
        }
        if (count > MOST_PAGES) {
            throw ProblemException.of(ProblemCode.PDF_TOO_LONG, Integer.toString(count), Integer.toString(MOST_PAGES));
        }
    }

    /**
     * How large a page is printed.
     *
     * @param width in points
     * @param height in points
     */
    public record Size(double width, double height) {}

    /**
     * Opens a file.
     *
     * @throws ProblemException {@link ProblemCode#PDF_UNREADABLE} when it is damaged, asks for a password, has no page, or
     *     has a part that would not fit into memory; {@link ProblemCode#PDF_TOO_LONG} when it has more than {@link #MOST_PAGES}
     */
    @Blocking
    public static PdfPages open(byte[] pdf) throws ProblemException {
        FontMappers.set(OwnFonts.INSTANCE);
        // pictures would be copied into a file of the system's folder for temporary ones
        ImageIO.setUseCache(false);
        var bounds = new FilterBounds();
        PDDocument document = sensible(() -> {
            StreamBounds.demandBearable(pdf);
            return new BoundedParser(pdf, bounds).parse();
        });
        try (var half = HalfOpen.closedBy(() -> IOUtils.closeQuietly(document))) {
            return half.whole(sensible(() -> new PdfPages(document, bounds)));
        }
    }

    /** How many pages there are: at least one. */
    public int count() {
        return count;
    }

    /** How large this page is, as it is read: a page that lies on its side is wider than high. */
    @Blocking
    public Size size(int page) throws ProblemException {
        return sensible(() -> {
            PDRectangle box = document.getPage(page).getCropBox();
            if (!isBearable(box.getWidth()) || !isBearable(box.getHeight())) {
                throw new IOException("no page of any paper");
            }
            boolean lies = document.getPage(page).getRotation() % 180 != 0;
            return lies ? new Size(box.getHeight(), box.getWidth()) : new Size(box.getWidth(), box.getHeight());
        });
    }

    /**
     * Draws a page, on white.
     *
     * @param page from 0
     * @param dotsPerInch fewer where the page is so large that it would not fit into memory
     * @throws ProblemException {@link ProblemCode#PDF_UNREADABLE} when what is on it cannot be drawn
     */
    @Blocking
    public PagePicture picture(int page, double dotsPerInch) throws ProblemException {
        Size size = size(page);
        double scale = dotsPerInch / POINTS_PER_INCH;
        double pixels = size.width() * scale * size.height() * scale;
        double fitting = pixels <= MOST_PIXELS ? scale : scale * Math.sqrt(MOST_PIXELS / pixels);
        return sensible(() -> {
            BufferedImage drawn = renderer.renderImage(page, (float) fitting, ImageType.RGB);
            int width = drawn.getWidth();
            int height = drawn.getHeight();
            return new PagePicture(width, height, drawn.getRGB(0, 0, width, height, null, 0, width));
        });
    }

    private static boolean isBearable(float points) {
        return points >= 1 && points <= MOST_POINTS;
    }

    /** Ends a drawing under way, which then fails, and all later ones; does not wait for it. Any thread. */
    public void stop() {
        renderer.stop();
    }

    /** Work on a file that may be broken in any way. */
    private interface Work<T> {
        T of() throws IOException, ProblemException;
    }

    @Exempt(rule = "A13", because = "a broken or hostile file makes the library throw whatever it likes")
    private static <T> T sensible(Work<T> work) throws ProblemException {
        try {
            return work.of();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
            var problem = ProblemException.of(ProblemCode.PDF_UNREADABLE);
            problem.addSuppressed(unreadable);
            throw problem;
        }
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }
}
