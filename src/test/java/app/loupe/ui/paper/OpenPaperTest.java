package app.loupe.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import app.loupe.pages.PagePicture;
import app.loupe.pages.PdfPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.EverythingLogged;

class OpenPaperTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;
    private final List<PdfPages> opened = new ArrayList<>();

    /** One page that can be drawn, and one of this many points a side. */
    private static byte[] pdf(float side) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var first = new PDPage(PDRectangle.A6);
            document.addPage(first);
            try (var content = new PDPageContentStream(document, first)) {
                content.addRect(10, 10, 100, 100);
                content.fill();
            }
            document.addPage(new PDPage(new PDRectangle(side, side)));
            document.save(out);
        }
        return out.toByteArray();
    }

    private OpenPaper open(byte[] pdf) throws ProblemException {
        return OpenPaper.open(() -> {
            opened.add(PdfPages.open(pdf));
            return opened.getLast();
        }, LONG);
    }

    private static boolean isBlank(PagePicture picture) {
        return Arrays.stream(picture.pixels()).distinct().count() == 1;
    }

    @Test
    void whatCannotBeMeasuredIsClosed() throws IOException, ProblemException {
        byte[] hostile = pdf(20_000);

        assertThatThrownBy(() -> open(hostile)).hasMessage("pdf-unreadable");

        assertThat(opened).hasSize(1);
        // the library logs what it meets
        try (var _ = new EverythingLogged(folder.resolve("log"))) {
            assertThat(isBlank(opened.getFirst().picture(0, 72))).as("what is closed has nothing to draw").isTrue();
        }
    }

    @Test
    void whatIsMeasuredStaysOpen() throws IOException, ProblemException {
        OpenPaper paper = open(pdf(100));

        assertThat(paper.sizes()).hasSize(2);
        assertThat(isBlank(paper.picture(0, 72).orElseThrow())).isFalse();
        paper.close();
    }
}
