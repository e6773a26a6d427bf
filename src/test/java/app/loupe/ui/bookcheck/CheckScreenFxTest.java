package app.loupe.ui.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.text.MoneyText;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.WrappingLabel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class CheckScreenFxTest {
    private static final ConnectionId ACME = WindowSamples.ACME;
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void open(FakeReader copy) {
        kit.copy = copy;
        kit.book.leadsTo(ACME, new BookId("https://acme.example", "acme"));
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        kit.press("#nav-check");
        Fx.await("checked", () -> kit.find("#check-again") != null && kit.find("#check-stop") == null
                && kit.seen(".check-line-above .muted").stream().anyMatch(text -> text.contains("hecked ")));
    }

    @SuppressWarnings("unchecked") // the only table of the screen holds its rows
    private TableView<CheckRow> table() {
        return (TableView<CheckRow>) Objects.requireNonNull(kit.find("#findings"));
    }

    private List<String> rows() {
        return Fx.get(() -> table().getItems().stream().map(row -> switch (row) {
            case CheckRow.Heading heading -> heading.title();
            case CheckRow.Entry entry -> entry.documents();
        }).toList());
    }

    private void select(int index) {
        Fx.run(() -> table().getSelectionModel().select(index));
    }

    @Test
    void whatIsFoundIsReadToItsEndInANarrowWindow() {
        open(ReviewSamples.copy());
        Fx.run(() -> kit.stage().setWidth(1000));
        Fx.await("narrow", () -> kit.stage().getScene().getWidth() == 1000);

        Fx.run(() -> {
            Fx.laidOut(kit.root());
            List<WrappingLabel> said = table().lookupAll(".table-cell .label").stream()
                    .filter(WrappingLabel.class::isInstance).map(WrappingLabel.class::cast)
                    .filter(label -> !label.getText().isEmpty()).toList();
            assertThat(said).hasSize(4).allSatisfy(label -> {
                Region cell = (Region) label.getParent();
                assertThat(label.getWidth()).isLessThanOrEqualTo(cell.getWidth());
                assertThat(label.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()) - 1);
                assertThat(cell.getHeight()).isGreaterThanOrEqualTo(label.getHeight());
            }).anySatisfy(label -> assertThat(label.getHeight()).as("more than one line")
                    .isGreaterThan(1.8 * label.prefHeight(Double.MAX_VALUE)));
        });
    }

    @Test
    void whatNothingWasFoundOfIsNamedBesideTheAgeOfTheCopy() {
        open(ReviewSamples.copy());

        assertThat(kit.texts(".bookcheck .figure-footer .footer-name"))
                .containsExactly("Nothing found under: Paid twice or too much, "
                        + "Tax and rate, Odd dates, Contacts with the same VAT number");
        assertThat(kit.text(".bookcheck .figure-footer .copy-age")).contains("Local copy");
    }

    @Test
    void findingsStandUnderTheirKindsWithHowManyThereAre() {
        open(ReviewSamples.copy());

        assertThat(rows()).containsExactly("Vendor bills with the same reference (1)",
                "BILL/2026/11/0003, BILL/2026/11/0004", "Gaps in number series (1)",
                "INV/2026/01182, INV/2026/01184", "Lines and totals (1)", "INV/2026/01185",
                "Credit notes and refunds without an invoice (1)", "RINV/2026/00031");
        assertThat(kit.texts(".check-line-above .muted"))
                .containsExactly("4 findings in 7 documents; checked just now");
        Fx.await("counted in the sidebar", () -> kit.seen("#nav-check .nav-aside").contains("4 found"));
    }

    @Test
    void aHeadingIsWholeAndTakesNoRoomFromWhatWasFound() {
        open(ReviewSamples.copy());

        Fx.run(() -> {
            Fx.laidOut(kit.root());
            Label heading = table().lookupAll(".label").stream().map(Label.class::cast)
                    .filter(label -> label.getText().equals("Vendor bills with the same reference (1)")).findFirst()
                    .orElseThrow();
            assertThat(heading.isTextTruncated()).isFalse();
            assertThat(heading.getWidth()).isGreaterThan(table().getColumns().getFirst().getWidth());
            for (Node at = heading; !(at instanceof TableRow<?>); at = at.getParent()) {
                assertThat(at.getClip()).as("what cuts it, %s", at).isNull();
            }
        });
    }

    @Test
    void theSelectedOneSaysWhatItMeansAndOpensItsInvoices() {
        open(ReviewSamples.copy());
        select(1);

        assertThat(kit.text("#finding-open")).isEqualTo("Open the 2 documents");
        assertThat(kit.texts(".finding-texts .label")).hasSize(2)
                .anyMatch(text -> text.startsWith("Wood Corner has 2 bills with the reference RE-7731"))
                .anyMatch(text -> text.startsWith("The same bill may have been entered twice"));
        kit.press("#finding-open");

        assertThat(Fx.get(() -> kit.invoices().opened)).containsExactly(new Destination.Invoices(
                "Vendor bills with the same reference", Set.of(new InvoiceKey(ACME, 6), new InvoiceKey(ACME, 7))));
    }

    @Test
    void amountsOfFindingsCanBeHidden() {
        open(ReviewSamples.copy());
        select(5);
        assertThat(kit.texts(".finding-texts .label")).anyMatch(text -> text.contains("950.00"));

        kit.press(KeyCode.B);

        assertThat(kit.texts(".finding-texts .label")).noneMatch(text -> text.contains("950.00"))
                .anyMatch(text -> text.contains(MoneyText.HIDDEN));
        assertThat(Fx.get(() -> table().getItems().get(5).spoken())).contains(MoneyText.HIDDEN)
                .doesNotContain("950.00");
        kit.press(KeyCode.B);
        assertThat(kit.texts(".finding-texts .label")).anyMatch(text -> text.contains("950.00"));
    }

    @Test
    void enterOpensTheOnlyInvoice() {
        open(ReviewSamples.copy());
        select(5);
        Fx.run(() -> table().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));

        assertThat(Fx.get(() -> kit.invoices().opened))
                .containsExactly(new Destination.OneInvoice(new InvoiceKey(ACME, 4)));
    }

    @Test
    void whatIsKnownIsNotShownAgainUntilItIsTakenBack() {
        open(ReviewSamples.copy());
        select(5);
        kit.press("#finding-know");
        Fx.await("gone", () -> table().getItems().size() == 6 && kit.find("#check-undo") != null);

        assertThat(rows()).doesNotContain("INV/2026/01185");
        assertThat(kit.book.knownFindings(ACME)).containsExactly("lines-and-total:4:lines:800.00:950.00");
        Fx.await("counted in the sidebar", () -> kit.seen("#nav-check .nav-aside").contains("3 found"));

        kit.press("#check-again");
        Fx.await("checked again", () -> kit.find("#check-stop") == null && table().getItems().size() == 6);
        kit.press("#check-undo");
        Fx.await("back", () -> table().getItems().size() == 8);

        assertThat(kit.book.knownFindings(ACME)).isEmpty();
    }

    @Test
    void knownOnesAreShownWhenTheyAreAskedForAndCanBeShownAlways() {
        open(ReviewSamples.copy());
        select(5);
        kit.press("#finding-know");
        Fx.await("gone", () -> table().getItems().size() == 6);
        kit.press("#check-known");
        Fx.await("listed", () -> table().getItems().size() == 8);
        select(5);

        assertThat(kit.text("#finding-know")).isEqualTo("Show again");
        kit.press("#finding-know");
        Fx.await("not known", () -> kit.book.knownFindings(ACME).isEmpty() && kit.find("#check-known") == null);
    }

    @Test
    void anEmptyListSaysWhatWasLookedAt() {
        var copy = new FakeReader();
        copy.put(ACME.value(), Invoices.posted(1, "INV/2026/1", "Azure", "100", "0"));
        open(copy);

        Fx.await("said", () -> kit.seen(".empty-message .label").contains("Nothing found in 1 document"));
        assertThat(kit.texts(".empty-message .label"))
                .anyMatch(text -> text.startsWith("Loupe looked for gaps in number series, "));
        assertThat(kit.texts("#nav-check .nav-aside")).containsOnly("");
        assertThat(kit.texts(".check-line-above .muted")).as("not the same twice")
                .noneMatch(text -> text.contains("document")).anyMatch(text -> text.startsWith("Checked "));
        assertThat(Fx.get(() -> kit.seen("#sync-button"))).contains("Sync now");
    }
}
