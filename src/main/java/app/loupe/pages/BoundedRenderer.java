package app.loupe.pages;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages step by step, so that the drawing of one that has no end can be ended, and refuses images that would not fit
 * into memory before they are unpacked.
 */
final class BoundedRenderer extends PDFRenderer {
    /** More than any scan of a page: A3 at 600 dots to the inch has fewer than twice as many. */
    static final long MOST_IMAGE_PIXELS = 40_000_000;

    private final FilterBounds bounds;
    private volatile boolean stopped;

    BoundedRenderer(PDDocument document, FilterBounds bounds) {
        super(document);
        this.bounds = bounds;
        setSubsamplingAllowed(true);
    }

    /** Ends the drawing under way at its next step, and every later one. Any thread. */
    void stop() {
        stopped = true;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    /** Unchecked: what an operator throws else, the library only notes, and goes on. */
    private void orStop() {
        if (stopped) {
            throw new CancellationException();
        }
    }

    private final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            orStop();
            bounds.demandBearable(operator);
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            orStop();
            demandBearable(image);
            super.drawImage(image);
        }
    }

    private static void demandBearable(PDImage image) throws IOException {
        demandBearable(image.getWidth(), image.getHeight());
        if (image instanceof PDImageXObject stored) {
            if ("jpg".equals(stored.getSuffix())) {
                // what the picture says of itself is what is unpacked, whatever the page says of it
                try (InputStream file = stored.getCOSObject().createRawInputStream()) {
                    Rectangle size = JpegSize.of(file);
                    demandBearable(size.width, size.height);
                }
            }
            for (PDImageXObject mask : new PDImageXObject[] {stored.getSoftMask(), stored.getMask()}) {
                if (mask != null) {
                    demandBearable(mask);
                }
            }
        }
    }

    private static void demandBearable(long width, long height) {
        if (width < 0 || height < 0 || width * height > MOST_IMAGE_PIXELS) {
            throw new UncheckedIOException(new IOException("an image too large to draw"));
        }
    }
}
