package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceRow;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.StatusChoice;
import app.loupe.ui.common.TextLink;
import java.net.URI;
import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

class InvoicesFxTest extends InvoicesWindow {
    @Test
    void theFooterCountsNothingBeforeItWasRead() {
        InvoicesView unread = FxStage.on(() -> showUnread(FakeInvoices.believable()));
        assertThat(FxStage.on(() -> texts(unread.view().lookup(".footer-bar")))).doesNotContain("0", "documents");

        InvoicesView read = show(FakeInvoices.believable());
        assertThat(FxStage.on(() -> texts(read.view().lookup(".footer-bar")))).contains("documents");
    }

    /** As below the list, where drafts are not added up. */
    @Test
    void aDraftIsNotDue() {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> screen.model().choice().types().clear());
        FxStage.until(() -> drawnDue(screen, "Draft").equals(List.of("\u2014")));
        assertThat(FxStage.on(() -> drawnDue(screen, "INV/2026/01182"))).singleElement().asString()
                .contains("4,965.00");
    }

    private static List<String> drawnDue(InvoicesView screen, String number) {
        return table(screen).lookupAll(".table-row-cell").stream().map(Parent.class::cast)
                .filter(row -> texts(row).contains(number))
                .flatMap(row -> row.lookupAll(".cell-due").stream()).filter(TableCell.class::isInstance)
                .map(cell -> ((TableCell<?, ?>) cell).getText()).distinct().toList();
    }

    @Test
    void showsCustomerInvoicesNewestFirst() {
        InvoicesView screen = show(FakeInvoices.believable());

        assertThat(numbers(screen)).hasSize(14).startsWith("", "INV/2026/01184", "INV/2026/01182")
                .endsWith("INV/2026/01183", "INV/2026/01179");
    }

    @Test
    void narrowsByChips() {
        InvoicesView screen = show(FakeInvoices.believable());

        FxStage.run(() -> screen.model().choice().statuses().add(StatusChoice.OVERDUE));
        waitFor(screen, 3);
        FxStage.run(() -> screen.model().choice().period().set(InvoicePeriod.Relative.THIS_MONTH));
        waitFor(screen, 1);
        FxStage.run(() -> {
            screen.model().choice().clear();
            screen.model().choice().currency().set("USD");
        });
        waitFor(screen, 2);
    }

    @Test
    void sortsInTheBackgroundByTheHeading() {
        InvoicesView screen = show(FakeInvoices.believable());

        FxStage.run(() -> table(screen).getSortOrder()
                .setAll(List.of(table(screen).getColumns().stream()
                        .filter(column -> column.getId().equals(InvoiceOrder.Column.TOTAL.name())).findFirst()
                        .orElseThrow())));
        FxStage.until(() -> table(screen).getItems().getFirst().row().number().equals("INV/2026/01171"));

        assertThat(numbers(screen)).as("euros, dollars, yen").endsWith("INV/2026/01181", "INV/2026/01173",
                "INV/2026/01182", "INV/2026/01178");
    }

    @Test
    void keepsTheSelectionWhenTheCopyIsReadAgain() {
        FakeInvoices copy = FakeInvoices.believable();
        InvoicesView screen = show(copy);
        open(screen, "INV/2026/01180");

        copy.add("INV/2026/01190", "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00", "EUR");
        FxStage.run(screen::refresh);
        waitFor(screen, 15);

        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedItem().row().number()))
                .isEqualTo("INV/2026/01180");
        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Open in Odoo ↗");
    }

    @Test
    void showsAPaymentThatIsStoredAfterTheRowOfTheOpenInvoice() {
        FakeInvoices copy = FakeInvoices.believable();
        InvoicesView screen = show(copy);
        open(screen, "INV/2026/01180");

        copy.pay(copy.key("INV/2026/01180"), "60.20", "Cash box");
        FxStage.run(screen::refresh);

        FxStage.until(() -> texts(screen.view()).contains("Cash box"));
    }

    @Test
    void showsTheWholeInvoice() {
        InvoicesView screen = show(FakeInvoices.believable());

        open(screen, "INV/2026/01174");

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Customer invoice", "Gemini Furniture",
                "12 Nov 2026", "18 Nov 2026 (5 days late)", "PO 7731", "Office refit", "[E-COM11] Acoustic Bloc Screen",
                "Delivered to the rear entrance", "VAT 19%", "€\u00a010,416.00", "€\u00a01,984.00",
                "€\u00a012,400.00", "Paid on 20 Nov 2026", "Bank", "€\u00a06,200.00",
                "Please pay within 30 days.");
    }

    @Test
    void opensTheReversedInvoiceEvenWhenTheChipsHideIt() {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> {
            screen.model().choice().types().clear();
            screen.model().choice().types().add(TypeChoice.CREDIT_NOTES);
        });
        waitFor(screen, 2);
        open(screen, "RINV/2026/00031");

        FxStage.run(() -> nodes(screen.view()).filter(TextLink.class::isInstance)
                .filter(link -> texts(link).equals(List.of("INV/2026/01172"))).findFirst().orElseThrow()
                .executeAccessibleAction(AccessibleAction.FIRE));
        FxStage.run(() -> screen.open(places.opened.getFirst()));
        waitFor(screen, 18);
        FxStage.until(() -> texts(screen.view()).contains("10 Nov 2026"));

        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedItem().row().number()))
                .isEqualTo("INV/2026/01172");
    }

    @Test
    void opensTheInvoiceInTheOwnersOdoo() {
        InvoicesView screen = show(FakeInvoices.believable());
        open(screen, "INV/2026/01184");

        FxStage.run(() -> nodes(screen.view()).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getText().startsWith("Open in Odoo")).findFirst().orElseThrow().fire());

        assertThat(opened).containsExactly(
                URI.create("https://erp.acme.example/web#id=1&model=account.move&view_type=form"));
    }

    @Test
    void theListWritesDaysAsTheRestOfTheWindowDoes() {
        InvoicesView screen = show(FakeInvoices.believable());

        laidOut(screen);

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("18 Nov 2026")
                .noneMatch(text -> text.matches("\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void namesThatBeginAlikeAreToldApartWhereTheyAreCut() {
        FakeInvoices copy = FakeInvoices.believable();
        String group = "Vereinigte Donaudampfschifffahrtsgesellschaft ".repeat(4);
        copy.add("INV/1", group + "Nord", "2026-11-23", "2026-12-22", "1.00", "1.00", "EUR");
        copy.add("INV/2", group + "S\u00fcd", "2026-11-23", "2026-12-22", "1.00", "1.00", "EUR");
        InvoicesView screen = show(copy);
        laidOut(screen);

        assertThat(FxStage.on(() -> nodes(screen.view()).filter(TableCell.class::isInstance).map(Labeled.class::cast)
                .filter(cell -> cell.getText() != null && cell.getText().startsWith(group))
                .map(cell -> ((Text) cell.lookup(".text")).getText()).toList()))
                .anySatisfy(shown -> assertThat(shown).endsWith("Nord").doesNotStartWith(group))
                .anySatisfy(shown -> assertThat(shown).endsWith("S\u00fcd").doesNotStartWith(group));
    }

    @Test
    void offersNoBrowserForTheSampleCompany() {
        InvoicesView screen = show(FakeInvoices.believable(), "");

        open(screen, "INV/2026/01184");

        assertThat(FxStage.on(() -> texts(screen.view()))).noneMatch(text -> text.startsWith("Open in Odoo"));
    }

    @Test
    void saysThatARemovedInvoiceIsTheLastCopy() {
        FakeInvoices copy = FakeInvoices.believable();
        copy.remove(copy.key("INV/2026/01184"));
        InvoicesView screen = show(copy);
        showRemoved(screen);

        open(screen, "INV/2026/01184");

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Removed in Odoo. This is the last copy.");
        assertThat(copy.row("INV/2026/01184").presence()).isEqualTo(InvoiceRow.Presence.REMOVED_IN_ODOO);
    }

    private static void showRemoved(InvoicesView screen) {
        FxStage.run(() -> nodes(screen.view()).filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast)
                .filter(chip -> chip.isVisible() && chip.getText().equals("Removed in Odoo")).findFirst().orElseThrow()
                .fire());
        waitFor(screen, 1);
    }

    @Test
    void aRemovedInvoiceIsNeitherListedNorOverdueUnlessItIsAskedFor() {
        FakeInvoices copy = FakeInvoices.believable();
        copy.remove(copy.key("INV/2026/01183"));
        InvoicesView screen = show(copy);
        assertThat(numbers(screen)).hasSize(13).doesNotContain("INV/2026/01183");

        showRemoved(screen);
        open(screen, "INV/2026/01183");
        laidOut(screen);

        assertThat(FxStage.on(() -> nodes(screen.view()).filter(node -> node.getStyleClass().contains("badge"))
                .map(node -> ((Labeled) node).getText()).filter(text -> !text.isEmpty()).distinct().toList()))
                .containsExactly("Removed in Odoo");
        assertThat(FxStage.on(() -> screen.view().lookupAll(".late"))).isEmpty();
    }

    @Test
    void noChipForRemovedInvoicesWhereThereAreNone() {
        InvoicesView screen = show(FakeInvoices.believable());

        assertThat(FxStage.on(() -> texts(screen.view()))).contains("Cancelled").doesNotContain("Removed in Odoo");
    }

    @Test
    void saysSoWhenNothingIsSynced() {
        InvoicesView screen = show(FakeInvoices.empty());

        FxStage.until(() -> texts(screen.view()).contains("No invoices here yet"));
    }

    @Test
    void startsAndStopsTheSync() {
        InvoicesView screen = show(FakeInvoices.empty());
        Button button = FxStage.on(() -> (Button) screen.view().lookup("#sync-button"));

        FxStage.run(button::fire);
        assertThat(sync.running().get()).isTrue();
        assertThat(FxStage.on(button::getText)).isEqualTo("Stop");

        FxStage.run(button::fire);
        assertThat(sync.running().get()).isFalse();
        assertThat(FxStage.on(button::getText)).isEqualTo("Sync now");
    }

    @Test
    void worksByKeyboard() {
        InvoicesView screen = show(FakeInvoices.believable());
        open(screen, "INV/2026/01184");

        press(table(screen), KeyCode.C, true);
        FxStage.until(() -> String.valueOf(Clipboard.getSystemClipboard().getString())
                .contains("\nINV/2026/01184\tBrightwater Hotels\t"));

        press(table(screen), KeyCode.ENTER, false);
        FxStage.until(() -> screen.view().lookup(".detail").isFocused());

        int all = numbers(screen).size();
        type(screen, "brightwater");
        waitFor(screen, 2);
        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.ESCAPE, false);
        assertThat(FxStage.on(() -> ((TextField) screen.view().lookup("#invoice-search")).getText())).isEmpty();
        waitFor(screen, all);

        press(table(screen), KeyCode.ESCAPE, false);
        FxStage.until(() -> !screen.view().lookup(".detail").isVisible());
        assertThat(FxStage.on(() -> table(screen).getFocusModel().getFocusedIndex())).as("its place stays").isOne();

        type(screen, "brightwater");
        waitFor(screen, 2);
        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.DOWN, false);
        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedIndex())).isZero();

        FxStage.run(screen::focusSearch);
        FxStage.until(() -> screen.view().lookup("#invoice-search").isFocused());
    }

    private static int selected(InvoicesView screen) {
        return FxStage.on(() -> table(screen).getSelectionModel().getSelectedIndex());
    }

    @Test
    void theFirstDownSelectsTheFirstRowOfEveryList() {
        InvoicesView screen = show(FakeInvoices.believable());
        press(table(screen), KeyCode.DOWN, false);
        assertThat(selected(screen)).isZero();

        press(table(screen), KeyCode.DOWN, false);
        assertThat(selected(screen)).isOne();

        FxStage.run(() -> screen.model().selected().set(null));
        FxStage.run(() -> {
            screen.model().choice().types().clear();
            screen.model().choice().types().add(TypeChoice.CREDIT_NOTES);
        });
        waitFor(screen, 2);
        press(table(screen), KeyCode.DOWN, false);
        assertThat(selected(screen)).as("of another list").isZero();
    }

    @Test
    void afterTheDetailWasClosedDownGoesOnFromItsRow() {
        InvoicesView screen = show(FakeInvoices.believable());
        press(table(screen), KeyCode.DOWN, false);
        FxStage.run(() -> screen.model().selected().set(null));
        FxStage.until(() -> !screen.view().lookup(".detail").isVisible());

        press(table(screen), KeyCode.DOWN, false);

        assertThat(selected(screen)).isOne();
    }

    @Test
    void namesEveryControlForScreenReaders() {
        InvoicesView screen = show(FakeInvoices.believable());
        open(screen, "INV/2026/01184");
        laidOut(screen);

        assertThat(FxStage.on(() -> nodes(screen.view()).filter(Node::isVisible).filter(Node::isFocusTraversable)
                .filter(node -> (node.getAccessibleText() == null || node.getAccessibleText().isEmpty())
                        && !(node instanceof ButtonBase button && !button.getText().isEmpty()))
                .toList())).isEmpty();
    }
}
