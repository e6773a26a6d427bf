package app.loupe.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small file that unpacks to more than there is memory for is refused before it is unpacked. */
class HostilePdfTest {
    private static void assertRefused(byte[] file, boolean refused) throws ProblemException {
        if (refused) {
            assertThatThrownBy(() -> draw(file)).isInstanceOfSatisfying(ProblemException.class,
                    broken -> {
                        assertThat(broken.problem().code()).isEqualTo(ProblemCode.PDF_UNREADABLE);
                        assertThat(broken.getSuppressed()).as("and not because there was no more memory")
                                .hasSize(1).doesNotHaveAnyElementsOfTypes(Error.class);
                    });
        } else {
            draw(file);
        }
    }

    private static void draw(byte[] file) throws ProblemException {
        try (PdfPages pages = PdfPages.open(file)) {
            assertThat(pages.picture(0, 40).pixels()).isNotEmpty();
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A bit for each point: so many are packed into some bytes, and have four bytes each where they are drawn. */
    @ParameterizedTest
    @CsvSource({"SMask, 12000, true", "Mask, 12000, true", "SMask, 8, false", "Mask, 8, false"})
    void noMaskIsUnpackedThatWouldNotFit(String kind, int points, boolean refused)
            throws IOException, ProblemException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var mask = new PDImageXObject(document, new ByteArrayInputStream(packed(points * points / 8, 1)),
                    COSName.FLATE_DECODE, points, points, 1, PDDeviceGray.INSTANCE);
            mask.getCOSObject().setBoolean(COSName.IMAGE_MASK, kind.equals("Mask"));
            var picture = new PDImageXObject(document, new ByteArrayInputStream(packed(8 * 8 * 3, 1)),
                    COSName.FLATE_DECODE, 8, 8, 8, PDDeviceRGB.INSTANCE);
            picture.getCOSObject().setItem(COSName.getPDFName(kind), mask);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.drawImage(picture, 0, 0, 100, 100);
            }

            assertRefused(saved(document), refused);
        }
    }

    /** Packed once, and twice. */
    @ParameterizedTest
    @CsvSource({"300, 1, true", "300, 2, true", "1, 1, false", "1, 2, false"})
    void noPartIsUnpackedThatWouldNotFit(int megabytes, int layers, boolean refused)
            throws IOException, ProblemException {
        assertRefused(withContent(packed(megabytes << 20, layers), layers), refused);
    }

    /** The library takes no notice of what the two bytes in front say. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void norOneWithAWrongBeginning(int at) throws IOException, ProblemException {
        byte[] packed = packed(300 << 20, 1);
        packed[at] = '?';

        assertRefused(withContent(packed, 1), true);
    }

    private static byte[] withContent(byte[] packed, int layers) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            COSStream content = document.getDocument().createCOSStream();
            var filters = new COSArray();
            for (int i = 0; i < layers; i++) {
                filters.add(COSName.FLATE_DECODE);
            }
            content.setItem(COSName.FILTER, filters);
            try (OutputStream raw = content.createRawOutputStream()) {
                raw.write(packed);
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            return saved(document);
        }
    }

    /** So many blanks. */
    private static byte[] packed(int bytes, int layers) throws IOException {
        var out = new ByteArrayOutputStream();
        OutputStream to = out;
        for (int i = 0; i < layers; i++) {
            to = new DeflaterOutputStream(to, new Deflater(1), 1 << 16);
        }
        try (OutputStream packing = to) {
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int left = bytes; left > 0; left -= blanks.length) {
                packing.write(blanks, 0, Math.min(left, blanks.length));
            }
        }
        return out.toByteArray();
    }
}
