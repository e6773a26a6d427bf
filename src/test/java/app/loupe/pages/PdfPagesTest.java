package app.loupe.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.Endless;

/** A PDF is drawn as it is, whoever made it; one that is broken is told in words and does nothing else. */
class PdfPagesTest {
    private static final int WHITE = 0xffffffff;

    private interface Drawing {
        void on(PDDocument document, PDPageContentStream stream) throws IOException;
    }

    private static byte[] file(PDRectangle size, int rotation, Drawing drawing) throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            var page = new PDPage(size);
            page.setRotation(rotation);
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                drawing.on(document, stream);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] lowerLeftQuarter(PDRectangle size, int rotation) throws IOException {
        return file(size, rotation, (document, stream) -> {
            stream.addRect(0, 0, size.getWidth() / 2, size.getHeight() / 2);
            stream.fill();
        });
    }

    private static boolean isDark(PagePicture picture, double across, double down) {
        int row = (int) (picture.height() * down);
        int column = (int) (picture.width() * across);
        int at = row * picture.width() + column;
        return picture.pixels()[at] != WHITE;
    }

    private static void assertUnreadable(byte[] file) {
        assertThatThrownBy(() -> {
            try (PdfPages pages = PdfPages.open(file)) {
                for (int page = 0; page < pages.count(); page++) {
                    pages.picture(page, 40);
                }
            }
        }).isInstanceOfSatisfying(ProblemException.class,
                broken -> assertThat(broken.problem().code()).isEqualTo(ProblemCode.PDF_UNREADABLE));
    }

    @Test
    void aPageIsDrawnAsLargeAsAsked() throws Exception {
        try (PdfPages pages = PdfPages.open(lowerLeftQuarter(PDRectangle.A4, 0))) {
            assertThat(pages.count()).isEqualTo(1);
            assertThat(pages.size(0).width()).isEqualTo(PDRectangle.A4.getWidth());
            PagePicture picture = pages.picture(0, 144);

            assertThat(picture.width()).isBetween(1189, 1191);
            assertThat(picture.height()).isBetween(1682, 1684);
            assertThat(isDark(picture, 0.25, 0.75)).isTrue();
            assertThat(isDark(picture, 0.75, 0.75)).isFalse();
            assertThat(isDark(picture, 0.25, 0.25)).isFalse();
        }
    }

    @Test
    void aPageThatLiesOnItsSideIsShownAsItIsRead() throws Exception {
        try (PdfPages pages = PdfPages.open(lowerLeftQuarter(PDRectangle.A4, 90))) {
            assertThat(pages.size(0).width()).isGreaterThan(pages.size(0).height());
            PagePicture picture = pages.picture(0, 72);

            assertThat(picture.width()).isGreaterThan(picture.height());
            assertThat(isDark(picture, 0.25, 0.25)).isTrue();
            assertThat(isDark(picture, 0.75, 0.75)).isFalse();
        }
    }

    @Test
    void aPageTooLargeForMemoryIsDrawnSmaller() throws Exception {
        try (PdfPages pages = PdfPages.open(lowerLeftQuarter(new PDRectangle(14_000, 14_000), 0))) {
            PagePicture picture = pages.picture(0, 600);

            assertThat((long) picture.width() * picture.height()).isBetween(4_000_000L, 8_100_000L);
            assertThat(isDark(picture, 0.25, 0.75)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELVETICA", "HELVETICA_BOLD", "TIMES_ROMAN", "COURIER", "SYMBOL"})
    void wordsWithoutAFontAreDrawnWithLoupesOwn(String font) throws Exception {
        byte[] file = file(PDRectangle.A6, 0, (document, stream) -> {
            stream.beginText();
            stream.setFont(new PDType1Font(Standard14Fonts.FontName.valueOf(font)), 40);
            stream.newLineAtOffset(10, 10);
            stream.showText(font.equals("SYMBOL") ? "\u03b1\u03b2" : "Total");
            stream.endText();
        });
        try (PdfPages pages = PdfPages.open(file)) {
            assertThat(FontMappers.instance()).as("the library's own looks through the computer")
                    .isInstanceOf(OwnFonts.class);
            assertThat(Arrays.stream(pages.picture(0, 72).pixels()).anyMatch(pixel -> pixel != WHITE)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7",
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>",
        "<html>no</html>"})
    void whatIsNoPdfIsToldInWords(String file) {
        assertUnreadable(file.getBytes(ISO_8859_1));
    }

    @Test
    void aFileThatAsksForAPasswordIsToldInWords() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(out);

            assertUnreadable(out.toByteArray());
        }
    }

    @Test
    void manyThousandPagesAreNotShown() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            for (int page = 0; page <= PdfPages.MOST_PAGES; page++) {
                document.addPage(new PDPage());
            }
            document.save(out);

            assertThatThrownBy(() -> PdfPages.open(out.toByteArray())).hasMessageStartingWith("pdf-too-long");
        }
    }

    @Test
    void aDamagedFileShowsSomethingOrIsToldInWords() throws Exception {
        byte[] whole = file(PDRectangle.A6, 0, (document, stream) -> {
            stream.beginText();
            stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
            stream.newLineAtOffset(10, 10);
            stream.showText("Total");
            stream.endText();
        });
        var random = new SplittableRandom(14);
        int told = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int flips = 0; flips < 4; flips++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try (PdfPages pages = PdfPages.open(damaged)) {
                assertThat(pages.picture(0, 36).pixels()).isNotEmpty();
            } catch (ProblemException problem) {
                assertThat(problem.problem().code()).isEqualTo(ProblemCode.PDF_UNREADABLE);
                told++;
            }
        }
        assertThat(told).isBetween(1, 299);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        byte[] file = out.toByteArray();
        for (int i = 2; i < file.length - 9; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xc0) {
                file[i + 5] = (byte) (height >> 8);
                file[i + 6] = (byte) height;
                file[i + 7] = (byte) (width >> 8);
                file[i + 8] = (byte) width;
            }
        }
        return file;
    }

    private static byte[] withPicture(byte[] jpeg) throws IOException {
        return file(PDRectangle.A6, 0, (document, stream) -> {
            var picture = new PDImageXObject(document, new ByteArrayInputStream(jpeg), COSName.DCT_DECODE, 8, 8, 8,
                    PDDeviceRGB.INSTANCE);
            stream.drawImage(picture, 0, 0, 100, 100);
        });
    }

    @Test
    void aPictureThatSaysOnePageAndUnpacksToAWallIsNotUnpacked() throws Exception {
        assertUnreadable(withPicture(jpeg(20_000, 20_000)));
        try (PdfPages pages = PdfPages.open(withPicture(jpeg(8, 8)))) {
            assertThat(isDark(pages.picture(0, 72), 0.1, 0.9)).isTrue();
        }
    }

    @Test
    void aPictureIsNotCopiedToTheDiskToBeDrawn() throws Exception {
        try (PdfPages pages = PdfPages.open(withPicture(jpeg(8, 8)))) {
            pages.picture(0, 72);

            assertThat(ImageIO.getUseCache()).isFalse();
        }
    }

    @Test
    void aHugeImageOfFewBytesIsNotUnpacked() throws IOException {
        assertUnreadable(file(PDRectangle.A6, 0, (document, stream) -> {
            var picture = new PDImageXObject(document, new ByteArrayInputStream(new byte[10]), COSName.FLATE_DECODE,
                    20_000, 20_000, 8, PDDeviceRGB.INSTANCE);
            stream.drawImage(picture, 0, 0, 100, 100);
        }));
    }

    @ParameterizedTest
    @CsvSource({"400000000,0.001", "0.5,100", "20000,20000"})
    void aPageOfNoPaperIsNotDrawn(float width, float height) throws IOException {
        assertUnreadable(file(new PDRectangle(width, height), 0, (document, stream) -> {}));
    }

    @Test
    void aDrawingWithoutAnEndCanBeEnded() throws Exception {
        try (PdfPages pages = PdfPages.open(Endless.pdf())) {
            var told = new CompletableFuture<ProblemCode>();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    pages.picture(0, 72);
                } catch (ProblemException ended) {
                    told.complete(ended.problem().code());
                }
            });
            pages.stop();

            assertThat(told.get(2, TimeUnit.MINUTES)).isEqualTo(ProblemCode.PDF_UNREADABLE);
        }
    }
}
