package app.loupe.ui.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.export.InvoicePaper;
import app.loupe.pages.PdfPages;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardLayer;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.Endless;
import testkit.PrintedInvoices;
import testkit.window.FakePrinter;
import testkit.window.Fx;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** A paper is read in the background, shown page by page, and told of in words when it cannot be. */
class PaperCardFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final Wording wording = WindowSamples.wording();
    private final List<Boolean> closings = new ArrayList<>();
    private final List<PaperCard> saved = new ArrayList<>();
    private final FakePrinter printer = new FakePrinter();
    private Stage stage;
    private @Nullable PaperCard card;

    @BeforeEach
    void window() {
        stage = Fx.get(() -> {
            var made = new Stage();
            made.setScene(new Scene(new StackPane(), 1000, 900));
            made.show();
            return made;
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private static byte[] longInvoice() {
        var out = new ByteArrayOutputStream();
        try {
            InvoicePaper.write(PrintedInvoices.long300(), new Texts(Locale.US), out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private PaperViewModel open(ShownPaper.Source source) {
        return Fx.get(() -> {
            var background = new Background(Thread::startVirtualThread, unexpected);
            var model = new PaperViewModel(new ShownPaper("INV/2026/00017", "INV-2026-00017.pdf", source), background);
            card = new PaperCard(model, wording, new CardLayer() {
                @Override
                public void show(Card shown) {
                    unexpected.came(shown);
                }

                @Override
                public void close() {
                    closings.add(true);
                }
            }, printer, saved::add);
            ((StackPane) stage.getScene().getRoot()).getChildren().setAll(card.view());
            Fx.laidOut(stage.getScene().getRoot());
            card.opened();
            // a card that gets the focus again reads nothing anew
            card.opened();
            return model;
        });
    }

    private @Nullable Node find(String selector) {
        return Fx.laidOut(stage.getScene().getRoot()).lookup(selector);
    }

    private Node there(String selector) {
        return Objects.requireNonNull(find(selector), selector);
    }

    private PaperCard card() {
        return Objects.requireNonNull(card);
    }

    private List<String> texts() {
        return Fx.get(this::labels);
    }

    /** On the FX thread. */
    private List<String> labels() {
        return Fx.laidOut(stage.getScene().getRoot()).lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText()).toList();
    }

    private void awaitFirstPage() {
        Fx.await("the first page is drawn", () -> Fx.laidOut(stage.getScene().getRoot()).lookupAll(".image-view")
                .stream().anyMatch(node -> ((ImageView) node).getImage() != null));
    }

    private void press(String id) {
        Fx.run(() -> ((Button) there(id)).fire());
    }

    @Test
    void whatMayBeMissingInAPaperIsSaidAboveIt() {
        byte[] file = longInvoice();
        open(cancel -> new ShownPaper.Read(file, "Made with Loupe", "Figures are missing"));
        awaitFirstPage();
        assertThat(Fx.get(() -> ((Labeled) there("#paper-warning")).getText())).isEqualTo("Figures are missing");
        assertThat(Fx.<Boolean>get(() -> there("#paper-warning").isVisible())).isTrue();

        open(cancel -> new ShownPaper.Read(file, "Made with Loupe"));
        awaitFirstPage();
        assertThat(Fx.<Boolean>get(() -> there("#paper-warning").isVisible())).isFalse();
    }

    @Test
    void thePagesAreShownAndWhatIsSaidOfThem() {
        byte[] file = longInvoice();
        PaperViewModel model = open(cancel -> new ShownPaper.Read(file, "Copy, made with Loupe"));
        awaitFirstPage();

        assertThat(texts()).contains("INV/2026/00017", "Copy, made with Loupe");
        int pages = Fx.get(() -> ((PaperViewModel.Shown.Pages) model.shownProperty().get()).sizes().size());
        assertThat(pages).isGreaterThan(3);
        assertThat(Fx.get(() -> Fx.laidOut(stage.getScene().getRoot()).lookupAll(".paper-pages .list-cell").stream()
                .map(Node::getAccessibleText).toList())).contains("Page 1 of " + pages);
        press("#paper-save");
        assertThat(saved).containsExactly(card);
        assertThat(model.file()).contains(file);
    }

    @Test
    void largerAndSmallerByKeysAndButtons() {
        open(cancel -> new ShownPaper.Read(longInvoice(), ""));
        awaitFirstPage();
        double before = sheetWidth();

        press("#paper-larger");
        assertThat(sheetWidth()).isGreaterThan(before * 1.2);
        Fx.run(() -> card().view()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.MINUS, false, true, false, false)));
        assertThat(sheetWidth()).isBetween(before * 0.99, before * 1.01);
        awaitFirstPage();
    }

    /** Whoever looks at a list that is printed across reads its last column, too. */
    @Test
    void aPageThatIsWiderThanItsPlaceIsSeenInItsWholeWidthUntilItIsMadeLarger() {
        open(cancel -> new ShownPaper.Read(longInvoice(), ""));
        awaitFirstPage();
        double natural = sheetWidth();
        Fx.run(() -> stage.setWidth(600));
        Fx.await("it fits", () -> there(".paper-sheet").getLayoutBounds().getWidth() < natural);

        assertThat(Fx.<Boolean>get(() -> {
            Bounds sheet = there(".paper-sheet").localToScene(there(".paper-sheet").getLayoutBounds());
            Bounds place = there("#paper-pages").localToScene(there("#paper-pages").getLayoutBounds());
            return sheet.getMinX() >= place.getMinX() && sheet.getMaxX() <= place.getMaxX();
        })).isTrue();

        press("#paper-larger");
        double chosen = sheetWidth();
        double narrow = Fx.get(() -> ((Region) there("#paper-pages")).getWidth());
        Fx.run(() -> stage.setWidth(1000));
        Fx.await("there is room", () -> ((Region) there("#paper-pages")).getWidth() > narrow + 200);
        assertThat(sheetWidth()).isEqualTo(chosen);
    }

    private double sheetWidth() {
        return Fx.get(() -> there(".paper-sheet").getLayoutBounds().getWidth());
    }

    @Test
    void whatCannotBeReadOrShownIsToldInItsPlace() {
        open(cancel -> {
            throw ProblemException.of(ProblemCode.ORIGINAL_NONE, "Acme");
        });
        Fx.await("told", () -> find("#paper-problem") != null);
        assertThat(texts()).contains("No original PDF");
        assertThat(Fx.get(() -> there("#paper-print").isDisabled())).isTrue();
        assertThat(Fx.get(() -> there("#paper-save").isDisabled())).isTrue();

        open(cancel -> new ShownPaper.Read("%PDF-1.4 broken".getBytes(ISO_8859_1), "Original"));
        Fx.await("told", () -> labels().contains("This PDF cannot be shown"));
    }

    @Test
    void aFileMadeToBeDrawnForEverIsGivenUpAndClosingDoesNotWaitForIt() throws ProblemException {
        // opened outside the short time, which is for the drawing alone
        PdfPages endlessPages = PdfPages.open(Endless.pdf());
        OpenPaper paper = OpenPaper.open(() -> endlessPages, Duration.ofSeconds(3));

        assertThatThrownBy(() -> paper.picture(0, 72)).isInstanceOfSatisfying(ProblemException.class,
                endless -> assertThat(endless.problem().code()).isEqualTo(ProblemCode.PDF_UNREADABLE));
        assertThatThrownBy(() -> paper.picture(0, 72)).as("it is not tried again").isInstanceOf(ProblemException.class);
        paper.close();

        OpenPaper closed = OpenPaper.open(longInvoice(), Duration.ofMinutes(2));
        closed.close();
        assertThat(closed.picture(0, 72)).isEmpty();
    }

    @Test
    void closingEndsTheReading() {
        var begun = new CountDownLatch(1);
        var seen = new ArrayList<CancelToken>();
        open(cancel -> {
            seen.add(cancel);
            begun.countDown();
            cancel.check();
            throw ProblemException.of(ProblemCode.CANCELLED);
        });
        Fx.await("reading", () -> begun.getCount() == 0);
        press("#paper-close");
        assertThat(closings).hasSize(1);
        Fx.run(() -> card().closed());

        assertThat(seen.getFirst().isCancelled()).isTrue();
    }
}
