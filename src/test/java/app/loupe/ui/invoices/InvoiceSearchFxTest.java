package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.review.DayOrder;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.ProblemException;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.SearchExample;
import app.loupe.review.Token;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.Profiles;

/** What the search box shows, understands and explains. */
class InvoiceSearchFxTest extends InvoicesWindow {
    @Test
    void searchesWhileTypingInRowsAndLines() {
        InvoicesView screen = show(FakeInvoices.believable());

        type(screen, "overdue");
        waitFor(screen, 3);
        type(screen, "wood bloc");
        FxStage.until(() -> screen.model().showing().get() == Showing.NOTHING_MATCHES);
        type(screen, "bloc brightwater");
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly("INV/2026/01184");
    }

    @Test
    void offersToClearTheFiltersWhenNothingMatches() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "nobody knows this");
        FxStage.until(() -> screen.view().lookup("#clear-filters") != null);

        FxStage.run(() -> ((Button) screen.view().lookup("#clear-filters")).fire());
        waitFor(screen, 18);

        assertThat(FxStage.on(() -> screen.model().choice().types())).isEmpty();
    }

    @Test
    void searchesInAllInvoicesWhenTheChipsHideWhatIsSearched() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "RINV/2026/00031");
        FxStage.until(() -> screen.view().lookup("#search-everywhere") != null);

        FxStage.run(() -> ((Button) screen.view().lookup("#search-everywhere")).fire());
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly("RINV/2026/00031");
        type(screen, "nobody knows this");
        FxStage.until(() -> screen.model().showing().get() == Showing.NOTHING_MATCHES);
        assertThat(FxStage.on(() -> screen.view().lookup("#search-everywhere").isVisible())).isFalse();
    }

    private static List<String> tokens(InvoicesView screen) {
        return texts(screen.view().lookup("#search-tokens")).stream().filter(text -> !text.equals("×")).toList();
    }

    private static void press(InvoicesView screen, String accessibleText) {
        FxStage.run(() -> nodes(screen.view().lookup("#search-tokens")).filter(Button.class::isInstance)
                .map(Button.class::cast).filter(button -> accessibleText.equals(button.getAccessibleText())).findFirst()
                .orElseThrow().fire());
    }

    @Test
    void showsWhatTheSearchWasUnderstoodAs() {
        InvoicesView screen = show(FakeInvoices.believable());
        assertThat(FxStage.on(() -> screen.view().lookup("#search-tokens").isVisible())).isFalse();

        type(screen, "overdue brightwater -usd 4820 >x \"paid\"");
        FxStage.until(() -> screen.view().lookup("#search-tokens").isVisible());

        assertThat(FxStage.on(() -> tokens(screen))).containsExactly("Status: overdue", "Text: brightwater",
                "Without Currency: usd",
                "Text or amount: 4820", "Not understood, searched as text: >x", "Text: paid");
    }

    @Test
    void saysQuietlyWhatMayHaveBeenMeantInAnotherWay() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "xyz:abc");
        FxStage.until(() -> hint(screen).startsWith("“xyz:” was looked for as text"));
        assertThat(FxStage.on(() -> hint(screen))).contains("customer: vendor:");

        type(screen, "overdue 60");
        FxStage.until(() -> hint(screen).endsWith("overdue >60"));
        type(screen, "overdue");
        FxStage.until(() -> hint(screen).isEmpty());
    }

    @Test
    void whereNothingIsFoundItSaysWhatWasLookedFor() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "nobody over 5000");
        FxStage.until(() -> "Looked for: Text: nobody · Amount: over 5,000.00".equals(lookedFor(screen)));

        type(screen, "nobody to pay this week");
        FxStage.until(() -> "Looked for: Text: nobody · Due: up to 29 Nov 2026, overdue too"
                .equals(lookedFor(screen)));
    }

    @Test
    void aSmallWordMakesNoSearchEmptyAndIsSaidToBeLeftOut() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "invoices from brightwater");

        FxStage.until(() -> hint(screen).startsWith("“from” was left out"));
        assertThat(FxStage.on(() -> tokens(screen))).containsExactly("Type: invoices", "Text: brightwater");
        assertThat(FxStage.on(() -> screen.model().showing().get())).isEqualTo(Showing.ROWS);
    }

    @Test
    void aChipIsSetAsideWhileTheSearchAsksForOthers() {
        InvoicesView screen = show(FakeInvoices.believable());
        assertThat(asides(screen)).isEmpty();

        type(screen, "bills");
        FxStage.until(() -> asides(screen).equals(List.of("Customer invoices, set aside by the search")));
        assertThat(FxStage.on(() -> table(screen).getColumns())).extracting(TableColumn::getText)
                .contains("Vendor").doesNotContain("Customer");
        type(screen, "invoices");
        FxStage.until(() -> asides(screen).isEmpty());
    }

    /** What the chips of a list say to the eye and to a screen reader. */
    @Test
    void theChipOfAPeriodLooksChosenUntilTheSearchSetsItAside() {
        InvoicesView screen = show(FakeInvoices.believable());
        MenuButton period = nodes(screen.view()).filter(MenuButton.class::isInstance)
                .map(MenuButton.class::cast).filter(chip -> chip.getText().equals("Any date")).findFirst()
                .orElseThrow();
        FxStage.run(() -> screen.model().choice().period().set(new InvoicePeriod.OfYear(2026)));
        FxStage.until(
                () -> period.getText().equals("2026") && is(period, "chosen") && !is(period, "set-aside"));
        assertThat(FxStage.<String>on(period::getAccessibleText)).contains("2026");

        type(screen, "2025");
        FxStage.until(() -> is(period, "set-aside") && period.getTooltip() != null);
        assertThat(FxStage.<String>on(period::getText)).isEqualTo("2026");
        assertThat(FxStage.<String>on(period::getAccessibleText)).contains("set aside by the search");

        type(screen, "");
        FxStage.until(() -> !is(period, "set-aside") && is(period, "chosen") && period.getTooltip() == null);
    }

    private static boolean is(Node chip, String state) {
        return chip.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    private static List<String> asides(InvoicesView screen) {
        return nodes(screen.view()).filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast)
                .filter(chip -> chip.isSelected()
                        && chip.getPseudoClassStates().contains(PseudoClass.getPseudoClass("set-aside")))
                .map(ToggleButton::getAccessibleText).toList();
    }

    private static String lookedFor(InvoicesView screen) {
        return screen.view().lookup("#looked-for") instanceof Label label && label.isVisible() ? label.getText() : "";
    }

    private static String hint(InvoicesView screen) {
        Label hint = (Label) screen.view().lookup("#search-hint");
        return hint.isVisible() ? hint.getText() : "";
    }

    @Test
    void saysWhereItSearchedWhenAnotherConnectionMayHaveIt() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "zzyzx");
        FxStage.until(() -> hint(screen).equals("No invoice contains “zzyzx”."));

        ConnectionProfile other = Profiles.of(new ConnectionId("bbbbbbbb"));
        FxStage.run(() -> screen.know(List.of(FakeInvoices.profile(), other)));
        type(screen, "zzyzxa");

        FxStage.until(() -> hint(screen).equals("No invoice contains “zzyzxa”. Only “"
                + FakeInvoices.profile().name() + "” was searched."));
        type(screen, "brightwatr");
        FxStage.until(() -> hint(screen).contains("A similar name") && hint(screen).contains("was searched"));
        type(screen, "overdue");
        FxStage.until(() -> !hint(screen).contains("was searched"));
    }

    @Test
    void aTokenBecomesTextWithOneClickAndGoesWithItsCross() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "overdue wood");
        FxStage.until(() -> tokens(screen).size() == 2);
        waitFor(screen, 1);

        press(screen, "Status: overdue. Press to look for the text alone");

        assertThat(FxStage.on(() -> tokens(screen))).containsExactly("Text: overdue", "Text: wood");
        FxStage.until(() -> screen.model().showing().get() == Showing.NOTHING_MATCHES);
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("\"overdue\" wood");
        FxStage.until(() -> screen.view().lookup("#invoice-search").isFocused());

        press(screen, "Remove “Text: overdue” from the search");
        waitFor(screen, 1);

        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("wood");
    }

    @Test
    void everyPartOfTheSearchIsReachedByKeyAndNamed() {
        InvoicesView screen = show(FakeInvoices.believable());
        type(screen, "overdue wood -paid");
        FxStage.until(() -> tokens(screen).size() == 3);

        List<Node> reached = FxStage.on(() -> nodes(screen.view().lookup("#search-tokens"))
                .filter(Node::isFocusTraversable).toList());

        assertThat(reached).hasSize(5).allMatch(node -> node.getAccessibleText().length() > 5);
        assertThat(FxStage.on(() -> screen.view().lookup("#search-help").isFocusTraversable())).isTrue();
    }

    @Test
    void helpOpensWithItsKeyAndAnExampleIsSearched() {
        InvoicesView screen = show(FakeInvoices.believable());
        MenuButton help = FxStage.on(() -> (MenuButton) screen.view().lookup("#search-help"));

        press(FxStage.on(() -> screen.view().lookup("#invoice-search")), KeyCode.F1, false);
        assertThat(FxStage.on(help::isShowing)).isTrue();
        FxStage.until(() -> help.getItems().getFirst().getParentPopup().isShowing());
        assertThat(FxStage.on(() -> help.getItems().getFirst().getParentPopup().getAnchorY()))
                .as("the help begins below the field").isGreaterThanOrEqualTo(FxStage.on(() -> {
                    Node field = screen.view().lookup("#invoice-search");
                    return field.localToScreen(field.getLayoutBounds()).getMaxY();
                }));
        FxStage.run(() -> {
            help.hide();
            help.getItems().stream().filter(item -> item instanceof CustomMenuItem custom
                    && custom.getContent().getAccessibleText().startsWith("overdue brightwater: ")).findFirst()
                    .orElseThrow().fire();
        });

        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo("overdue brightwater");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleOfTheHelpIsReadAsItSays(SearchExample example) throws ProblemException {
        var words = new InvoiceWords(Wording.of(new Texts(Locale.US), Clock.systemUTC()));

        InvoiceQuery query = InvoiceQuery.parse(words.get("search.example." + EnumKey.of(example)), Set.of("EUR"),
                DayOrder.DAY_FIRST);

        assertThat(query.tokens()).extracting(Token::kind).containsExactly(switch (example) {
            case WORDS -> new Token.Kind[] {Token.Kind.TEXT, Token.Kind.NUMBER};
            case STATUS -> new Token.Kind[] {Token.Kind.STATUS, Token.Kind.TEXT};
            case LATE -> new Token.Kind[] {Token.Kind.LATE};
            case DUE -> new Token.Kind[] {Token.Kind.DUE};
            case TO_PAY -> new Token.Kind[] {Token.Kind.TYPE, Token.Kind.DUE};
            case COMPARED -> new Token.Kind[] {Token.Kind.AMOUNT, Token.Kind.CURRENCY};
            case PLACE -> new Token.Kind[] {Token.Kind.FIELD};
            case TYPE -> new Token.Kind[] {Token.Kind.TYPE, Token.Kind.TEXT};
            case MONTH, DAY -> new Token.Kind[] {Token.Kind.DATE};
            case AMOUNT -> new Token.Kind[] {Token.Kind.NUMBER};
            case RANGE -> new Token.Kind[] {Token.Kind.AMOUNT, Token.Kind.AMOUNT};
            case CURRENCY -> new Token.Kind[] {Token.Kind.CURRENCY, Token.Kind.STATUS};
            case EXCLUDED -> new Token.Kind[] {Token.Kind.TYPE, Token.Kind.STATUS};
            case PHRASE -> new Token.Kind[] {Token.Kind.TEXT};
            case MARK -> new Token.Kind[] {Token.Kind.MARK, Token.Kind.MARK};
            case NOTE -> new Token.Kind[] {Token.Kind.NOTE};
            case FIELD, REMOVED -> new Token.Kind[] {Token.Kind.STATUS};
        });
        assertThat(words.get("search.meaning." + EnumKey.of(example))).hasSizeBetween(10, 70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"late:30..60", ">60 days", "60 days late", "2026", "2026-11", "Q4 2026", "last quarter",
        "last month", "novembre 2026",
        "2026-11-24", "24.11.2026", "24 November", "since 1 Sep", "until 31 Oct",
        "1.234,56", "1 234,56", "1000..2000", "due until 6 December", "due within 7 days", "under 100", "at least 100",
        "up to 100", "credit notes", "refunds", "receipts", "blocked", "type:bill",
        "date:2026",
        "currency:eur", "amount:>5", "text:paid", "reviewed", "reminder", "mark:new", "mark:note", "due:2026-12",
        "due next week", "between 1000 and 2000", "euro", "€",
        "vendor:a", "product:a", "number:a", "reference:a", "journal:a"})
    void whatTheHelpMentionsBesideIsReadAsOneToo(String query) throws ProblemException {
        assertThat(InvoiceQuery.parse(query, Set.of("EUR"), DayOrder.DAY_FIRST).tokens()).hasSize(1)
                .allMatch(token -> query.startsWith("text:") || token.isMoreThanText());
    }
}
