package testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** A PDF of a few thousand bytes that takes longer to draw than anybody lives: forms that each draw the next forty times. */
public final class Endless {
    private static final int FORMS = 12;
    private static final int TIMES = 40;

    private Endless() {}

    /** The file. */
    public static byte[] pdf() {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            PDFormXObject inner = form(document, "0 0 1 1 re f\n", null);
            for (int i = 0; i < FORMS; i++) {
                inner = form(document, "/F Do\n".repeat(TIMES), inner);
            }
            page.setResources(resources(inner));
            page.setContents(stream(document, "/F Do\n"));
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static PDFormXObject form(PDDocument document, String content, @Nullable PDFormXObject inner)
            throws IOException {
        var form = new PDFormXObject(stream(document, content));
        form.setBBox(PDRectangle.A6);
        if (inner != null) {
            form.setResources(resources(inner));
        }
        return form;
    }

    private static PDResources resources(PDFormXObject form) {
        var resources = new PDResources();
        resources.put(COSName.F, form);
        return resources;
    }

    private static PDStream stream(PDDocument document, String content) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
