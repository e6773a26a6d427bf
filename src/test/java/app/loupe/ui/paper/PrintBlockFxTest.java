package app.loupe.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.export.InvoicePaper;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardLayer;
import app.loupe.ui.common.ShownPaper;
import app.loupe.ui.common.Wording;
import app.loupe.ui.paper.PaperViewModel.Printing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.PrintedInvoices;
import testkit.window.FakePrinter;
import testkit.window.Fx;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** Nothing goes to a printer before its owner has said to which, which pages, and how often. */
class PrintBlockFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final AtomicBoolean hidden = new AtomicBoolean();
    private final Wording wording = WindowSamples.wording().hiding(hidden::get);
    private final FakePrinter printer = new FakePrinter();
    private final List<Boolean> closings = new ArrayList<>();
    private Stage stage;
    private PaperViewModel model;
    private int pages;

    @BeforeEach
    void open() {
        var file = new ByteArrayOutputStream();
        try {
            InvoicePaper.write(PrintedInvoices.long300(), new Texts(Locale.US), file);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        stage = Fx.get(Stage::new);
        model = Fx.get(() -> {
            var shown = new PaperViewModel(new ShownPaper("INV/2026/00017", "INV-2026-00017.pdf",
                    cancel -> new ShownPaper.Read(file.toByteArray(), "")),
                    new Background(Thread::startVirtualThread, unexpected));
            var card = new PaperCard(shown, wording, new CardLayer() {
                @Override
                public void show(Card other) {
                    unexpected.came(other);
                }

                @Override
                public void close() {
                    closings.add(true);
                }
            }, printer, saved -> unexpected.came(saved));
            stage.setScene(new Scene(new StackPane(card.view()), 1000, 900));
            stage.show();
            card.opened();
            return shown;
        });
        Fx.await("the pages are there", () -> model.shownProperty().get() instanceof PaperViewModel.Shown.Pages);
        pages = Fx.get(() -> ((PaperViewModel.Shown.Pages) model.shownProperty().get()).sizes().size());
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private @Nullable Node find(String selector) {
        return Fx.laidOut(stage.getScene().getRoot()).lookup(selector);
    }

    private <N extends Node> N there(String selector, Class<N> kind) {
        return kind.cast(Objects.requireNonNull(find(selector), selector));
    }

    private List<String> texts() {
        return Fx.get(() -> Fx.laidOut(stage.getScene().getRoot()).lookupAll(".label").stream().filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    private void press(String id) {
        Fx.run(() -> there(id, Button.class).fire());
    }

    private void type(String id, String text) {
        Fx.run(() -> there(id, TextField.class).setText(text));
    }

    private void ask() {
        press("#paper-print");
        Fx.await("asked", () -> find("#paper-start") != null);
    }

    private boolean isAsking() {
        return Fx.<Boolean>get(() -> find("#paper-start") != null);
    }

    @Test
    void theUsualPrinterAndAllPagesOnceAreOfferedAndPrinted() {
        ask();
        assertThat(printer.asked).as("nothing before the owner says so").isEmpty();
        assertThat(Fx.get(() -> there("#paper-printer", ComboBox.class).getValue()))
                .isInstanceOfSatisfying(PagePrinter.Device.class, one -> assertThat(one.name()).isEqualTo("Office"));

        press("#paper-start");
        Fx.await("printed", () -> model.printingProperty().get() instanceof Printing.Done);

        assertThat(pages).isGreaterThan(3);
        assertThat(printer.printed).hasSize(pages);
        assertThat(printer.pictures.getFirst().width()).as("sharp on paper")
                .isGreaterThan((int) (printer.printed.getFirst().width() * 2));
        assertThat(printer.asked).containsExactly("Office 1");
        assertThat(printer.ended.get()).isOne();
        assertThat(printer.cancelled.get()).isZero();
        assertThat(texts()).contains(pages + " pages went to the printer.");
        assertThat(isAsking()).isFalse();
    }

    @Test
    void anotherPrinterSomePagesAndSeveralCopies() {
        ask();
        Fx.run(() -> there("#paper-printer", ComboBox.class).getSelectionModel().select(1));
        type("#paper-first", "2");
        type("#paper-last", " 3 ");
        type("#paper-copies", "4");
        press("#paper-start");
        Fx.await("printed", () -> model.printingProperty().get() instanceof Printing.Done);

        assertThat(printer.asked).containsExactly("Warehouse 4");
        assertThat(printer.printed).hasSize(2);
        assertThat(texts()).contains("2 pages went to the printer, 4 copies of each.");
    }

    @ParameterizedTest
    @CsvSource({"0,2,1", "3,2,1", "1,999,1", "1,2,0", "1,2,100", "one,2,1", "1,'',1", "1,2,99999999999"})
    void whatIsNoPageOrNumberIsSaidAndNotPrinted(String first, String last, String copies) {
        ask();
        assertThat(texts()).noneMatch(text -> text.startsWith("Pages are numbers"));

        type("#paper-first", first);
        type("#paper-last", last);
        type("#paper-copies", copies);

        assertThat(texts()).anyMatch(text -> text.startsWith("Pages are numbers from 1 to " + pages + ","));
        assertThat(Fx.<Boolean>get(() -> there("#paper-start", Button.class).isDisabled())).isTrue();
    }

    @Test
    void whoGivesUpPrintsNothingAndMayAskAgain() {
        ask();
        press("#paper-cancel");
        assertThat(isAsking()).isFalse();
        assertThat(Fx.<Boolean>get(() -> there("#paper-print", Button.class).isFocused())).isTrue();

        ask();
        Fx.run(() -> there("#paper-copies", TextField.class)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(isAsking()).isFalse();
        assertThat(closings).as("the paper is still open").isEmpty();
        assertThat(printer.asked).isEmpty();
    }

    @Test
    void everyFieldHasItsNameForScreenReadersAndTheFirstHasTheFocus() {
        ask();

        assertThat(Fx.get(() -> List.of("#paper-printer", "#paper-first", "#paper-last", "#paper-copies").stream()
                .map(id -> there(id, Node.class).getAccessibleText()).toList())).containsExactly("Printer", "From page",
                        "To page", "Copies");
        assertThat(Fx.<Boolean>get(() -> there("#paper-printer", Node.class).isFocused())).isTrue();
        assertThat(Fx.<Boolean>get(() -> there("#paper-start", Button.class).isDefaultButton())).isTrue();
        assertThat(Fx.<Boolean>get(() -> there("#paper-save", Node.class).getParent().isVisible()))
                .as("one row of buttons").isFalse();
    }

    @Test
    void aJobIsCalledAsItsPaperAndSaysNothingWhileAmountsAreHidden() {
        ask();
        press("#paper-start");
        Fx.await("printed", () -> printer.ended.get() == 1);
        Fx.await("said", () -> model.printingProperty().get() instanceof Printing.Done);
        ask();
        hidden.set(true);
        press("#paper-start");
        Fx.await("printed again", () -> printer.ended.get() == 2);

        assertThat(printer.names).containsExactly("INV/2026/00017", "Loupe");
    }

    @Test
    void aPrinterThatFailsIsToldAndNothingMoreIsSentToIt() {
        printer.failsAt = 1;
        ask();
        press("#paper-start");
        Fx.await("failed", () -> model.printingProperty().get() instanceof Printing.Failed);

        assertThat(texts()).anyMatch(text -> text.startsWith("It was not printed."));
        assertThat(printer.printed).hasSize(1);
        assertThat(printer.ended.get()).isZero();
        assertThat(printer.cancelled.get()).isOne();
    }

    @Test
    void thatThereIsNoPrinterIsSaid() {
        printer.missing = true;
        press("#paper-print");
        Fx.await("told", () -> model.printingProperty().get() instanceof Printing.Failed);

        assertThat(texts()).anyMatch(text -> text.startsWith("No printer was found."));
        assertThat(printer.asked).isEmpty();
    }
}
