package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Ref;
import app.loupe.domain.Stamp;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.TextLink;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import testkit.EntryLines;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.StoreRecords;

/** The tabs of an open invoice, and where its names lead to. */
class DetailTabsFxTest extends InvoicesWindow {
    private static final String DOLLARS = "INV/2026/01182";

    private final FakeInvoices copy = FakeInvoices.believable();

    private InvoicesView opened(String number) {
        copy.lines(DOLLARS, EntryLines.of(copy.row(DOLLARS)));
        InvoicesView screen = show(copy);
        FxStage.run(() -> screen.model().choice().clear());
        FxStage.until(() -> table(screen).getItems().size() == copy.rows(Set.of(FakeInvoices.ACME)).size());
        open(screen, number);
        return screen;
    }

    private static Node detail(InvoicesView screen) {
        return screen.view().lookup(".detail");
    }

    private static List<String> shown(InvoicesView screen) {
        laidOut(screen);
        return FxStage.on(() -> texts(detail(screen)).stream().map(text -> text.replace('\u00a0', ' ')).toList());
    }

    private static void choose(InvoicesView screen, String tab) {
        FxStage.run(() -> ((ButtonBase) screen.view().lookup("#detail-tab-" + tab)).fire());
    }

    private static List<TextLink> links(InvoicesView screen) {
        return FxStage.on(() -> nodes(detail(screen)).filter(TextLink.class::isInstance).map(TextLink.class::cast)
                .toList());
    }

    private static void follow(InvoicesView screen, String text) {
        TextLink link = links(screen).stream().filter(one -> one.getText().equals(text)).findFirst().orElseThrow();
        FxStage.run(() -> link.executeAccessibleAction(AccessibleAction.FIRE));
    }

    /** Amounts that are hidden, or a sync that changed the invoice: its links and buttons are made anew. */
    @Test
    void whatIsWrittenAnewKeepsTheFocus() {
        InvoicesView screen = opened(DOLLARS);
        laidOut(screen);
        for (String stop : List.of("#detail-paper", ".detail-close", ".detail .text-link")) {
            Node before = FxStage.on(() -> screen.view().lookup(stop));
            FxStage.run(before::requestFocus);

            FxStage.run(screen::rewrite);
            laidOut(screen);

            Node after = FxStage.on(() -> screen.view().lookup(stop));
            assertThat(after).as(stop).isNotNull().isNotEqualTo(before);
            assertThat(FxStage.on(() -> screen.view().getScene().getFocusOwner())).as(stop).isEqualTo(after);
        }
    }

    @Test
    void theTabsShareTheWidthOfTheirFrame() {
        InvoicesView screen = opened(DOLLARS);
        FxStage.run(() -> screen.view().getScene().getWindow().setWidth(1900));
        FxStage.until(() -> screen.view().getScene().getWidth() == 1900);
        laidOut(screen);

        FxStage.run(() -> {
            Region frame = (Region) screen.view().lookup(".detail-tabs");
            double buttons = frame.lookupAll(".segment").stream().mapToDouble(button -> ((Region) button).getWidth())
                    .sum();
            assertThat(frame.getWidth()).isBetween(buttons, buttons + 8);
        });
    }

    @Test
    void journalItemsStandWithAccountDebitAndCreditAndBothTotals() {
        InvoicesView screen = opened(DOLLARS);
        choose(screen, "journal");

        assertThat(shown(screen)).containsSubsequence("Account", "Debit (EUR)", "Credit (EUR)", "700000 Sales",
                "Acoustic Bloc Screen · $ −8,341.20", "4,170.60", "451000 Tax due", "VAT 19% · $ −1,588.80", "794.40",
                "400000 Customers", "installment #2 · due 7 Dec 2026 · $ 6,951.00", "3,475.50", "400000 Customers",
                "installment #1 · due 27 Nov 2026 · $ 2,979.00", "1,489.50", "Total", "4,965.00", "4,965.00")
                .doesNotContain("Office refit").noneMatch(text -> text.contains("differ"));
    }

    @Test
    void itemsThatDoNotBalanceAreSaidToBeMissing() {
        copy.lines("INV/2026/01183",
                EntryLines.of(copy.row("INV/2026/01183")).subList(0, 4));
        InvoicesView screen = opened("INV/2026/01183");
        choose(screen, "journal");

        assertThat(shown(screen)).contains(
                "Debit and credit differ by € 387.15: items of this entry are missing here. Odoo shows all of them.");
    }

    @Test
    void otherInfoHasWhatTheCopyHoldsAndSaysWhatItDoesNot() {
        InvoicesView screen = opened("INV/2026/01184");
        choose(screen, "other");

        assertThat(shown(screen)).containsSubsequence("Reference", "PO 7731", "Source doc.", "S001", "Salesperson",
                "Mitchell Admin", "Payment terms", "30 Days", "Company", "Acme Trading", "Currency", "EUR",
                "Accounting date",
                "18 Nov 2026", "Sent", "Yes", "Changed in Odoo")
                .anyMatch(text -> text.startsWith("This copy does not hold sales team"))
                .as("what has no value has no row").doesNotContain("Journal", "To review");
    }

    /** A record that was brought in past Odoo has no write date: a day in 1970 would be told as one. */
    @Test
    void whatNoWriteDateIsKnownOfHasNoDayOfItsLastChange() {
        var words = new InvoiceWords(
                Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
        for (Instant written : List.of(FakeInvoices.SYNCED, Stamp.NEVER)) {
            Invoice invoice = StoreRecords.invoice(1, written, "EUR", "10.00", 1);

            assertThat(FxStage.on(() -> texts(OtherInfo.of(invoice, words))).contains("Changed in Odoo"))
                    .isEqualTo(written.equals(FakeInvoices.SYNCED));
        }
    }

    @Test
    void theTabStaysFromOneInvoiceToTheNext() {
        InvoicesView screen = opened(DOLLARS);
        choose(screen, "other");
        FxStage.run(() -> screen.open(new Destination.OneInvoice(copy.key("INV/2026/01184"))));
        FxStage.until(() -> texts(detail(screen)).contains("INV/2026/01184"));

        assertThat(shown(screen)).contains("Source doc.", "S001").doesNotContain("Qty");
        choose(screen, "lines");
        assertThat(shown(screen)).contains("Qty").doesNotContain("Source doc.");
    }

    @Test
    void instalmentsStandBelowTheTotalsWithWhatIsOpen() {
        InvoicesView screen = opened(DOLLARS);

        assertThat(shown(screen)).containsSubsequence("Amount due", "$ 4,965.00", "Instalments", "Due date", "Amount",
                "Open", "27 Nov 2026", "Paid", "$ 2,979.00", "$ 0.00", "7 Dec 2026", "Partly paid", "$ 6,951.00",
                "$ 4,965.00");
        open(screen, "INV/2026/01184");
        assertThat(shown(screen)).doesNotContain("Instalments");
    }

    @Test
    void aLateInstalmentStandsBesideTheDayThatMakesTheInvoiceOverdue() {
        copy.add("INV/2026/02000", "Azure Interior", "2026-11-01", "2026-12-01", "1000.00", "850.00",
                "EUR");
        copy.lines("INV/2026/02000", EntryLines.of(copy.row("INV/2026/02000")));
        InvoicesView screen = opened("INV/2026/02000");

        assertThat(shown(screen)).containsSubsequence("Due date", "21 Nov 2026 (2 days late)",
                "1 of 2 instalments late \u00b7 last due 1 Dec 2026");
        assertThat(tips(screen)).as("of the day and of the status").hasSize(2)
                .allMatch("Instalments: the first that is open is due on 21 Nov 2026, the last on 1 Dec 2026."::equals);
    }

    private static List<String> tips(InvoicesView screen) {
        return FxStage.on(() -> nodes(table(screen)).filter(TableCell.class::isInstance)
                .flatMap(cell -> FxStage.tip((TableCell<?, ?>) cell).stream())
                .filter(text -> text.startsWith("Instalments")).toList());
    }

    @Test
    void customerAndProductLeadToTheirPages() {
        InvoicesView screen = opened(DOLLARS);

        follow(screen, "Ready Mat");
        follow(screen, "Acoustic Bloc Screen");

        assertThat(places.opened).containsExactly(new Destination.PartnerPage(FakeInvoices.ACME, 7, false,
                new Destination.PartnerPage.Account(new Ref(1, copy.row(DOLLARS).otherInfo().company()), "USD")),
                new Destination.ProductPage(FakeInvoices.ACME, 77, false, "USD",
                        copy.row(DOLLARS).invoiceDate()));
    }

    @Test
    void aVendorLeadsToTheVendorsPage() {
        InvoicesView screen = opened("BILL/2026/11/0003");

        follow(screen, "Wood Corner");

        assertThat(places.opened).containsExactly(new Destination.PartnerPage(FakeInvoices.ACME, 7, true,
                new Destination.PartnerPage.Account(new Ref(1, copy.row(DOLLARS).otherInfo().company()), "EUR")));
    }

    @Test
    void reversedAndReversingEntryLeadToEachOther() {
        InvoiceKey invoice = copy.key("INV/2026/01172");
        InvoiceKey refund = copy.key("RINV/2026/00031");
        InvoicesView screen = opened("RINV/2026/00031");

        follow(screen, "INV/2026/01172");
        open(screen, "INV/2026/01172");
        follow(screen, "Reversed by RINV/2026/00031");

        assertThat(places.opened).containsExactly(new Destination.OneInvoice(invoice),
                new Destination.OneInvoice(refund));
    }

    @Test
    void anEntryThatIsNotInTheCopyAndAPageThatIsNotThereArePlainText() {
        places.leads = destination -> destination instanceof Destination.OneInvoice;
        copy.lose("INV/2026/01172");
        InvoicesView screen = opened("RINV/2026/00031");

        assertThat(shown(screen)).contains("INV/2026/01172", "Azure Interior");
        assertThat(links(screen)).isEmpty();
    }

    @Test
    void aLinkIsOneForKeyboardAndScreenReader() {
        InvoicesView screen = opened("RINV/2026/00031");

        TextLink link = links(screen).stream().filter(one -> one.getText().equals("INV/2026/01172")).findFirst()
                .orElseThrow();
        assertThat(FxStage.on(link::getAccessibleRole)).isEqualTo(AccessibleRole.HYPERLINK);
        assertThat(FxStage.on(link::getAccessibleText)).isEqualTo("Open the document: INV/2026/01172");
        assertThat(FxStage.on(link::isFocusTraversable)).isTrue();
        Stream.of(KeyCode.ENTER, KeyCode.SPACE, KeyCode.A).forEach(key -> press(link, key, false));
        assertThat(places.opened).hasSize(2);
    }

    @Test
    void theKeyboardGoesFromSearchToListToDetailToNoteAndBack() {
        InvoicesView screen = opened(DOLLARS);
        type(screen, "INV");
        FxStage.run(screen::focusSearch);
        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.DOWN, false);
        FxStage.until(() -> table(screen).isFocused());
        press(table(screen), KeyCode.ENTER, false);
        FxStage.until(() -> detail(screen).isFocused());
        Node tab = FxStage.on(() -> screen.view().lookup("#detail-tab-journal"));
        assertThat(FxStage.on(tab::isFocusTraversable)).isTrue();
        FxStage.run(tab::requestFocus);

        press(tab, KeyCode.ESCAPE, false);
        FxStage.until(() -> table(screen).isFocused());
        assertThat(FxStage.on(detail(screen)::isVisible)).as("one step at a time").isTrue();
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("INV");

        press(table(screen), KeyCode.M, false);
        FxStage.until(() -> stage.getScene().getFocusOwner() instanceof TextArea);
        press(FxStage.on(() -> stage.getScene().getFocusOwner()), KeyCode.ESCAPE, false);
        press(FxStage.on(() -> stage.getScene().getFocusOwner()), KeyCode.ESCAPE, false);
        FxStage.until(() -> table(screen).isFocused());
        press(table(screen), KeyCode.ESCAPE, false);
        press(table(screen), KeyCode.ESCAPE, false);
        FxStage.until(() -> !detail(screen).isVisible());
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEmpty();
    }
}
