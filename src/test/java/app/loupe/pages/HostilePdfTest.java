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
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
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

    /** Behind filters that do not look like packing where the part begins. */
    @ParameterizedTest
    @CsvSource({"300, ASCII85Decode, true", "300, ASCIIHexDecode, true", "300, LZWDecode, true",
        "1, ASCII85Decode, false", "1, ASCIIHexDecode, false", "1, LZWDecode, false"})
    void norBehindAnotherFilter(int megabytes, String filter, boolean refused) throws IOException, ProblemException {
        var name = COSName.getPDFName(filter);
        var out = new ByteArrayOutputStream();
        FilterFactory.INSTANCE.getFilter(name).encode(new ByteArrayInputStream(packed(megabytes << 20, 1)), out,
                new COSDictionary(), 0);

        assertRefused(withContent(out.toByteArray(), List.of(name, COSName.FLATE_DECODE), false), refused);
    }

    /** Of each two bytes 128 come. */
    @ParameterizedTest
    @CsvSource({"300, true", "1, false"})
    void norARunOfOneByte(int megabytes, boolean refused) throws IOException, ProblemException {
        byte[] runs = runs(megabytes << 20);
        var packed = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(packed)) {
            packing.write(runs);
        }

        assertRefused(withContent(packed.toByteArray(),
                List.of(COSName.FLATE_DECODE, COSName.RUN_LENGTH_DECODE), false), refused);
        assertRefused(withContent(runs, List.of(COSName.RUN_LENGTH_DECODE), false), refused);
    }

    /** A file that is encrypted without a password is shown as any other. */
    @ParameterizedTest
    @CsvSource({"300, true", "1, false"})
    void norInAnEncryptedFile(int megabytes, boolean refused) throws IOException, ProblemException {
        assertRefused(withContent(packed(megabytes << 20, 1), List.of(COSName.FLATE_DECODE), true), refused);
    }

    /** A picture among the drawing orders of a page. */
    @ParameterizedTest
    @CsvSource({"300, true", "1, false"})
    void norAPictureInALine(int megabytes, boolean refused) throws IOException, ProblemException {
        var content = new ByteArrayOutputStream();
        content.write("q 9 0 0 9 0 0 cm BI /W 8 /H 8 /BPC 8 /CS /G /F /RL ID ".getBytes(StandardCharsets.US_ASCII));
        content.write(runs(megabytes << 20));
        content.write("\nEI Q\n".getBytes(StandardCharsets.US_ASCII));

        assertRefused(withContent(content.toByteArray(), List.of(), false), refused);
    }

    /** So many blanks, by their run lengths. */
    private static byte[] runs(int bytes) {
        byte[] runs = new byte[bytes / 128 * 2 + 1];
        for (int i = 0; i < runs.length - 1; i += 2) {
            runs[i] = (byte) 129;
            runs[i + 1] = ' ';
        }
        runs[runs.length - 1] = (byte) 128;
        return runs;
    }

    private static byte[] withContent(byte[] packed, int layers) throws IOException {
        return withContent(packed, Collections.nCopies(layers, COSName.FLATE_DECODE), false);
    }

    private static byte[] withContent(byte[] packed, List<COSName> layers, boolean encrypted) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            COSStream content = document.getDocument().createCOSStream();
            var filters = new COSArray();
            layers.forEach(filters::add);
            content.setItem(COSName.FILTER, filters);
            try (OutputStream raw = content.createRawOutputStream()) {
                raw.write(packed);
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
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
