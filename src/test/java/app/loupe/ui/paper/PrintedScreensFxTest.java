package app.loupe.ui.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.OriginalPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.PdfFile;
import testkit.TradingCopy;
import testkit.window.ExportWindow;
import testkit.window.Fx;

/** Every list, an open invoice and its original are looked at as paper, saved and printed; nothing is left on the disk unasked. */
class PrintedScreensFxTest {
    @TempDir
    private Path folder;

    private ExportWindow window;

    @BeforeEach
    void open() {
        window = new ExportWindow(TradingCopy.business(), folder, Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void control(KeyCode code) {
        Fx.run(() -> Objects.requireNonNull(window.stage().getScene().getAccelerators()
                .get(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN))).run());
    }

    private static boolean isFilled(Node node) {
        return !(node instanceof TableView<?> table) || !table.getItems().isEmpty();
    }

    private void at(String page, String filled) {
        window.press("#nav-" + page);
        Fx.await(page + " is read", () -> window.findAll(filled).stream().anyMatch(PrintedScreensFxTest::isFilled));
    }

    private void awaitPage() {
        Fx.await("a page is drawn", () -> window.findAll(".paper-card .image-view").stream()
                .anyMatch(node -> ((ImageView) node).getImage() != null));
    }

    private List<String> said() {
        return Fx.get(() -> window.findAll(".label").stream().map(node -> ((Labeled) node).getText()).toList());
    }

    private String saved(String name) throws IOException {
        Path file = folder.resolve(name);
        window.chosen = Optional.of(file);
        window.press("#paper-save");
        Fx.await("saved", () -> window.findAll(".label").stream()
                .anyMatch(node -> ((Labeled) node).getText().startsWith("Saved: ")));
        return new PdfFile(Files.readAllBytes(file)).text().replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource({"overview,#table-products,Outstanding", "invoices,.invoice-table,INV/",
        "customers,#customers,Brightwater",
        "vendors,#vendors,Balance", "aged,#aged,Aged receivable", "products,#products,Tax excluded",
        "check,#findings,Book check"})
    void everyListIsSeenAsPaperAndPrinted(String page, String filled, String words) throws IOException {
        at(page, filled);
        control(KeyCode.P);
        awaitPage();

        window.press("#paper-print");
        window.await("#paper-start");
        window.press("#paper-start");
        Fx.await("printed", () -> window.printer.ended.get() == 1);

        assertThat(window.printer.printed).isNotEmpty();
        assertThat(folder).as("nothing is written unasked").isEmptyDirectory();
        assertThat(saved(page + ".pdf")).contains(words);
    }

    private void openInvoice() {
        at("invoices", ".invoice-table");
        Fx.run(() -> ((TableView<?>) window.findAll(".invoice-table").getFirst()).getSelectionModel().select(0));
        window.await("#detail-paper");
    }

    @Test
    void anOpenInvoiceIsACopyThatSaysSo() throws IOException {
        openInvoice();
        String number = window.text(".detail-number");

        control(KeyCode.P);
        awaitPage();

        assertThat(said()).contains("A copy, made with Loupe from the figures of the invoice.");
        assertThat(saved("copy.pdf")).contains(number, "Copy, made with Loupe");
        assertThat(window.proposed.getLast().toString()).endsWith(".pdf").doesNotContain("/");
        window.press("#paper-close").press("#detail-paper");
        awaitPage();
    }

    private static byte[] pdf() {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theOriginalIsShownAndSavedByteForByte() throws IOException {
        byte[] file = pdf();
        var asked = new AtomicReference<Instant>();
        window.original = (invoice, written, cancel) -> {
            asked.set(written);
            return OriginalPdf.of(file, Instant.parse("2026-11-20T08:00:00Z")).orElseThrow();
        };
        openInvoice();
        window.press("#detail-original");
        awaitPage();

        assertThat(said()).anyMatch(text -> text.startsWith("The original as Odoo keeps it, read on 20 Nov 2026"));
        assertThat(asked.get()).isNotNull();
        saved("original.pdf");
        assertThat(folder.resolve("original.pdf")).hasBinaryContent(file);
    }

    @Test
    void aNameWithoutTheEndingGetsIt() {
        openInvoice();
        window.press("#detail-paper");
        awaitPage();
        Path file = folder.resolve("stmt");
        window.chosen = Optional.of(file);
        window.press("#paper-save");

        Fx.await("saved", () -> Files.exists(folder.resolve("stmt.pdf")));
        assertThat(file).doesNotExist();
    }

    @Test
    void thatOdooKeepsNoneIsSaidInItsPlace() {
        openInvoice();
        window.press("#detail-original").await("#paper-problem");

        assertThat(said()).contains("No original PDF");
    }

    @Test
    void aDamagedOriginalCanStillBeSaved() {
        window.original = (invoice, written, cancel) -> OriginalPdf
                .of("%PDF-1.4 broken".getBytes(US_ASCII), Instant.EPOCH)
                .orElseThrow();
        openInvoice();
        window.press("#detail-original").await("#paper-problem");

        assertThat(said()).contains("This PDF cannot be shown");
        Path file = folder.resolve("broken.pdf");
        window.chosen = Optional.of(file);
        window.press("#paper-save");
        Fx.await("saved", () -> Files.exists(file));
    }

    @Test
    void nothingIsShownOnPaperWhileAmountsAreHidden() {
        openInvoice();
        control(KeyCode.P);
        awaitPage();
        control(KeyCode.B);
        assertThat(Fx.get(() -> window.findAll(".paper-card"))).as("taken away at once").isEmpty();

        window.press("#detail-paper");
        assertThat(said()).contains("Amounts are hidden");
        assertThat(Fx.get(() -> window.findAll(".paper-card"))).isEmpty();

        control(KeyCode.B);
        window.press("#detail-paper");
        awaitPage();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldAndThePaperStays() {
        openInvoice();
        window.press("#detail-paper");
        awaitPage();
        window.chosen = Optional.of(folder.resolve("missing").resolve("x.pdf"));
        window.press("#paper-save");

        Fx.await("told", () -> window.findAll(".paper-card .label").stream()
                .anyMatch(node -> ((Labeled) node).getText().contains("folder")));
        assertThat(folder).isEmptyDirectory();
    }
}
