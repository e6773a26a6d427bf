package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import app.loupe.domain.ProblemException;
import app.loupe.review.Listed;
import app.loupe.review.ReviewRow;
import app.loupe.session.ElapsedTime;
import app.loupe.settings.DataFolder;
import app.loupe.settings.DragFolder;
import app.loupe.ui.common.Background;
import app.loupe.text.Texts;
import app.loupe.ui.common.DragDesk;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.window.Drags;
import testkit.window.Fx;

/** What is dragged out of the list of invoices, out of its foot, and out of an open invoice. */
class RowDragFxTest extends InvoicesWindow {
    private static final List<String> SOME = List.of("INV/2026/01182", "INV/2026/01178");
    private static final String OTHER = "RINV/2026/00031";

    @TempDir
    private Path folder;

    private final FakeInvoices copy = FakeInvoices.believable();
    private final Drags drags = new Drags();

    private DragDesk desk() {
        try {
            return new DragDesk(new DragFolder(DataFolder.open(folder)),
                    new Background(executor, problem -> refused.accept(problem)),
                    new ElapsedTime(() -> Instant.EPOCH, () -> 0), drags, problem -> refused.accept(problem));
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private InvoicesView selecting(List<String> numbers) throws ProblemException {
        InvoicesView screen = show(copy);
        DragDesk desk = desk();
        FxStage.run(() -> {
            screen.dragWith(desk);
            screen.model().choice().types().clear();
        });
        waitFor(screen, copy.rows(Set.of(FakeInvoices.ACME)).size());
        FxStage.run(() -> {
            TableView<ReviewRow> table = table(screen);
            numbers.forEach(number -> table.getItems().stream().filter(row -> row.row().number().equals(number))
                    .findFirst().ifPresent(row -> table.getSelectionModel().select(row)));
        });
        laidOut(screen);
        return screen;
    }

    /** Finds the row and pulls it in one go: a list that is read again shows each row on another line of the toolkit's. */
    private static void pull(InvoicesView screen, String number) {
        FxStage.run(() -> {
            Fx.laidOut(screen.view());
            Drags.pulled(nodes(table(screen))
                    .filter(node -> node instanceof TableRow<?> line && line.getItem() instanceof ReviewRow row
                            && row.row().number().equals(number))
                    .map(line -> ((Parent) line).getChildrenUnmodifiable().get(1)).findFirst().orElseThrow());
        });
    }

    private static String copied(InvoicesView screen) {
        FxStage.run(() -> {
            var other = new ClipboardContent();
            other.putString("before");
            Clipboard.getSystemClipboard().setContent(other);
        });
        press(table(screen), KeyCode.C, true);
        FxStage.until(() -> !"before".equals(Clipboard.getSystemClipboard().getString()));
        return FxStage.on(() -> Clipboard.getSystemClipboard().getString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void selectedRowsAreTheTextThatCopyingGivesAndNoFile() throws Exception {
        InvoicesView screen = selecting(SOME);

        pull(screen, SOME.getFirst());

        assertThat(drags.begun).hasSize(1);
        assertThat(drags.begun.getFirst().label()).isEqualTo("2 documents");
        assertThat(drags.begun.getFirst().what().getString()).isEqualTo(copied(screen)).contains(SOME)
                .doesNotContain(OTHER);
        assertThat(drags.begun.getFirst().what().hasFiles()).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void aRowThatIsNotSelectedIsDraggedAlone() throws Exception {
        InvoicesView screen = selecting(SOME);

        pull(screen, OTHER);

        assertThat(drags.begun.getFirst().label()).isEqualTo("1 document");
        assertThat(drags.begun.getFirst().what().getString()).contains(OTHER).doesNotContain(SOME);
        assertThat(drags.begun.getFirst().what().getString().lines()).hasSize(2);
    }

    @Test
    void moreRowsThanCanBeWrittenAtOnceAreNotDraggedAndItIsSaid() throws Exception {
        for (int i = 0; i <= RowDrag.MOST; i++) {
            copy.addAs(MoveType.CUSTOMER_INVOICE, MoveState.POSTED, PaymentState.NOT_PAID, "MANY/" + i, "Ready Mat",
                    "2026-11-20", "2026-11-30", "1.50", "1.50", "EUR");
        }
        InvoicesView screen = selecting(List.of());
        FxStage.run(() -> table(screen).getSelectionModel().selectAll());

        pull(screen, FxStage.on(() -> table(screen).getItems().getFirst().row().number()));

        assertThat(drags.begun).isEmpty();
        assertThat(FxStage.on(() -> ((Label) screen.view().lookup(".grip-said")).getText()))
                .contains("At most 2,000 rows");
        FxStage.run(() -> table(screen).getSelectionModel().clearAndSelect(0));
        assertThat(FxStage.on(() -> screen.view().lookup(".grip-said"))).isNull();
    }

    @Test
    @SuppressWarnings("unchecked") // the table's lines are rows and headings
    void hiddenAmountsAreNotDragged() throws Exception {
        InvoicesView screen = show(copy);
        var hidden = new AtomicBoolean(true);
        Wording wording = Wording.of(new Texts(Locale.US), Clock.systemUTC()).hiding(hidden::get);
        FxStage.run(() -> {
            var table = (TableView<Listed>) screen.view().lookup(".invoice-table");
            var rows = (ListedRows) table.getItems();
            new RowDrag(new InvoiceWords(wording), rows, () -> rows.rowsOn(List.of()), some -> "9930.00",
                    desk(), text -> {}).on(table);
        });
        String number = numbers(screen).getFirst();

        pull(screen, number);
        assertThat(drags.begun).isEmpty();

        hidden.set(false);
        pull(screen, number);
        assertThat(drags.begun).hasSize(1);
    }

    @Test
    void aHeadingIsMovedAndNotDraggedOut() throws Exception {
        InvoicesView screen = selecting(SOME);

        Drags.pull(FxStage.on(() -> table(screen).lookup(".column-header")));

        assertThat(drags.begun).isEmpty();
    }

    @Test
    void severalSelectedRowsHaveACsvInTheFootThatExportWouldWrite() throws Exception {
        InvoicesView screen = selecting(SOME.subList(0, 1));
        assertThat(FxStage.on(() -> screen.view().lookup("#drag-csv"))).as("one row").isNull();
        FxStage.run(() -> table(screen).getItems().stream().filter(row -> row.row().number().equals(SOME.getLast()))
                .findFirst().ifPresent(row -> table(screen).getSelectionModel().select(row)));
        laidOut(screen);
        Label chip = (Label) FxStage.on(() -> screen.view().lookup("#drag-csv"));

        Drags.press(chip);
        // on a slow machine it is not ready at the first pull
        FxStage.until(() -> {
            Drags.pulled(chip);
            return !drags.begun.isEmpty();
        });

        assertThat(drags.begun.getFirst().label()).isEqualTo("2 documents");
        Path file = drags.begun.getFirst().what().getFiles().getFirst().toPath();
        assertThat(file.getFileName().toString()).startsWith(FakeInvoices.profile().name()).endsWith(".csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(String.join("\n", lines)).contains(SOME).contains("partner_id").doesNotContain(OTHER);
    }

    @Test
    void anOpenInvoiceIsItsPdf() throws Exception {
        InvoicesView screen = selecting(List.of());
        open(screen, SOME.getFirst());
        Label chip = (Label) FxStage.on(() -> screen.view().lookup("#drag-pdf"));

        Drags.press(chip);
        // on a slow machine it is not ready at the first pull
        FxStage.until(() -> {
            Drags.pulled(chip);
            return !drags.begun.isEmpty();
        });

        assertThat(drags.begun.getFirst().label()).isEqualTo(SOME.getFirst());
        Path file = drags.begun.getFirst().what().getFiles().getFirst().toPath();
        assertThat(file).hasFileName("INV-2026-01182 (copy).pdf");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }
}
