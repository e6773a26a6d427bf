package testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF as a program of somebody else does: its words page by page, its pages as pictures. */
public final class PdfFile {
    private final byte[] bytes;

    /** A whole file. */
    public PdfFile(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** What is asked of the opened document. */
    public interface Question<T> {
        /** The answer. */
        T of(PDDocument document) throws IOException;
    }

    /** Asks the document. */
    public <T> T ask(Question<T> question) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return question.of(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The words of each page, by lines from top to bottom. */
    public List<String> pages() {
        return ask(document -> {
            var pages = new ArrayList<String>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                var words = new PDFTextStripper();
                words.setSortByPosition(true);
                words.setStartPage(i);
                words.setEndPage(i);
                pages.add(words.getText(document));
            }
            return pages;
        });
    }

    /** All words. */
    public String text() {
        return String.join("\n", pages());
    }

    /** A page as a picture, 100 dots to the inch. */
    public BufferedImage picture(int page) {
        return ask(document -> new PDFRenderer(document).renderImageWithDPI(page, 100));
    }

    /** Puts the first pages as pictures into a folder: for people to look at. */
    public void draw(Path folder, String name, int most) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < Math.min(most, pages().size()); i++) {
                ImageIO.write(picture(i), "png", folder.resolve(name + "-" + (i + 1) + ".png").toFile());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
