package app.loupe.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.export.InvoicePaper;
import app.loupe.text.Texts;
import app.loupe.ui.common.Card;
import app.loupe.ui.common.CardLayer;
import app.loupe.ui.common.ShownPaper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FxStage;
import testkit.PrintedInvoices;
import testkit.window.FakePrinter;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** A lock in the middle of a printing ends it: that is told once the window is open again. */
class UndonePrintFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final FakePrinter printer = new FakePrinter();
    private final HeldWork work = new HeldWork();

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    private static byte[] longInvoice() throws IOException {
        var out = new ByteArrayOutputStream();
        InvoicePaper.write(PrintedInvoices.long300(), new Texts(Locale.US), out);
        return out.toByteArray();
    }

    private PaperCard card(PaperViewModel model) {
        return new PaperCard(model, WindowSamples.wording(), new CardLayer() {
            @Override
            public void show(Card other) {
                unexpected.came(other);
            }

            @Override
            public void close() {
                unexpected.came("nobody closes it by its button");
            }
        }, printer, saved -> unexpected.came(saved));
    }

    private static Optional<ProblemCode> undone(PaperCard card) {
        return Fx.get(card::undone).map(Problem::code);
    }

    /** A paper whose owner is asked where to print it. */
    private PaperViewModel asking() throws IOException {
        byte[] file = longInvoice();
        PaperViewModel model = Fx.get(() -> new PaperViewModel(new ShownPaper("INV/2026/00017", "INV-2026-00017.pdf",
                cancel -> new ShownPaper.Read(file, "")), work.background()));
        Fx.run(model::begin);
        work.done();
        Fx.run(() -> model.look(printer));
        work.done();
        return model;
    }

    private void print(PaperViewModel model) {
        Fx.run(() -> model.print(new PrintOrder(printer.devices().getFirst(), 1, 2, 1), "INV/2026/00017"));
    }

    @Test
    void whatIsStillToBePrintedIsTold() throws IOException {
        PaperViewModel model = asking();
        PaperCard card = Fx.get(() -> card(model));
        assertThat(undone(card)).as("nothing is printed yet").isEmpty();

        print(model);

        assertThat(undone(card)).contains(ProblemCode.PRINT_STOPPED);
        Fx.run(card::closed);
        work.done();
        assertThat(printer.cancelled).hasValue(1);
        assertThat(printer.printed).isEmpty();
    }

    @Test
    void whatIsPrintedIsNot() throws IOException {
        PaperViewModel model = asking();
        PaperCard card = Fx.get(() -> card(model));
        print(model);
        work.done();

        assertThat(printer.ended).hasValue(1);
        assertThat(undone(card)).isEmpty();
    }

    /** The first press ends the printing and says how far it came; the card stays, to say so. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoClosesTheCardStopsThePrintingFirstAndIsToldHowFarItCame(boolean byKey) throws IOException {
        PaperViewModel model = asking();
        PaperCard card = Fx.get(() -> card(model));
        Button close = (Button) Fx.get(() -> card.view().lookup("#paper-close"));
        assertThat(Fx.get(close::getText)).isEqualTo("Close");
        print(model);
        assertThat(Fx.get(close::getText)).isEqualTo("Stop");

        Fx.run(() -> {
            if (byKey) {
                card.view().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false,
                        false));
            } else {
                close.fire();
            }
        });
        work.done();

        assertThat(printer.cancelled).hasValue(1);
        assertThat(printer.ended).hasValue(0);
        assertThat(printer.printed).isEmpty();
        assertThat(Fx.get(() -> model.printingProperty().get())).isEqualTo(new PaperViewModel.Printing.Stopped(0, 2));
        assertThat(Fx.get(close::getText)).isEqualTo("Close");
        assertThat(undone(card)).isEmpty();
        assertThat(Fx.get(() -> card.view().lookupAll(".muted").stream().filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText()).toList()))
                .contains("Stopped. 0 of 2 pages went to the printer, which may print them.");
    }
}
