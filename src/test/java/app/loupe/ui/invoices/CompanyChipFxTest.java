package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.KeptSearch;
import app.loupe.domain.Ref;
import app.loupe.review.SetAside;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.FxStage;
import testkit.NoOriginals;
import testkit.OneConnection;
import testkit.TradingCopy;

/** The chip that chooses one of several companies. */
class CompanyChipFxTest extends InvoicesWindow {
    private static final String NORD = "Nord_lys BV";
    private static final String OF_NORD = "INV/2026/01184";
    private static final Ref EUR = new Ref(1, "EUR");

    private static TradingCopy copy(String second) {
        return new TradingCopy(FakeInvoices.believable()).withCompany(OF_NORD, new Ref(2, second), EUR);
    }

    private InvoicesView screen(TradingCopy copy, Memory memory) {
        return FxStage.on(() -> {
            var view = new InvoicesView(new InvoicePorts(copy.shelf(), copy, copy.invoices().book(),
                    new OneConnection("https://erp.acme.example"), sync, opened::add, places, new NoOriginals(),
                    new NoteDrafts()),
                    new Background(executor, problem -> refused.accept(problem)),
                    Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
            view.remember(memory);
            return view;
        });
    }

    private InvoicesView shown(InvoicesView screen) {
        FxStage.run(() -> {
            stage.setScene(new Scene(screen.view(), 1176, 900));
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(stage.getScene());
            stage.show();
            screen.select(List.of(FakeInvoices.profile()));
        });
        FxStage.until(() -> screen.model().showing().get() != Showing.LOADING);
        return screen;
    }

    private InvoicesView shown(TradingCopy copy) {
        return shown(screen(copy, new Memory(Map.of())));
    }

    private static MenuButton chip(InvoicesView screen) {
        return (MenuButton) screen.view().lookup("#chip-company");
    }

    private static void choose(InvoicesView screen, String name) {
        FxStage.run(() -> chip(screen).getItems().stream().filter(item -> name.equals(item.getText())).findFirst()
                .orElseThrow().fire());
    }

    private static FilterChoice.State state(InvoicesView screen) {
        return FxStage.on(() -> screen.model().choice().state());
    }

    @Test
    void itOffersTheCompaniesOfTheCopyAndListsTheInvoicesOfTheChosenOne() {
        InvoicesView screen = shown(copy(NORD));
        int all = numbers(screen).size();
        assertThat(FxStage.on(() -> chip(screen).isVisible())).isTrue();
        assertThat(FxStage.on(() -> chip(screen).getText())).isEqualTo("All companies");
        assertThat(FxStage.on(() -> chip(screen).getItems().stream().map(MenuItem::getText).toList()))
                .containsExactly("All companies", "Acme Trading", NORD);

        choose(screen, NORD);
        waitFor(screen, 1);

        assertThat(numbers(screen)).containsExactly(OF_NORD);
        assertThat(FxStage.on(() -> chip(screen).getText())).isEqualTo(NORD);
        assertThat(FxStage.on(() -> chip(screen).getAccessibleText())).isEqualTo("Company: " + NORD);
        assertThat(new FilterWords(new InvoiceWords(Wording.of(new Texts(Locale.ENGLISH), Clock.systemUTC())))
                .of(state(screen), SetAside.NOTHING)).contains("Company: " + NORD);

        choose(screen, "All companies");
        waitFor(screen, all);
    }

    @Test
    void whereThereIsOneCompanyThereIsNothingToChoose() {
        InvoicesView screen = shown(new TradingCopy(FakeInvoices.believable()));

        assertThat(FxStage.on(() -> chip(screen).isVisible() || chip(screen).isManaged())).isFalse();
    }

    @Test
    void aCompanyThatIsTypedSetsItAside() {
        InvoicesView screen = shown(copy(NORD));
        choose(screen, NORD);
        waitFor(screen, 1);

        type(screen, "company:acme ready");

        FxStage.until(() -> chip(screen).getAccessibleText().endsWith("set aside by the search"));
        FxStage.until(() -> !table(screen).getItems().isEmpty()
                && !table(screen).getItems().getFirst().row().number().equals(OF_NORD));
        assertThat(FxStage.on(() -> screen.model().choice()
                .hidesMatches(screen.model().setAside().get()))).as("the kind still hides").isTrue();
        FxStage.run(() -> screen.model().choice().clearChips());
        assertThat(state(screen).company()).isEmpty();
    }

    @Test
    void aCompanyThatIsNotThereStaysChosenUntilTheOwnerTakesItAway() {
        InvoicesView screen = screen(new TradingCopy(FakeInvoices.believable()), new Memory(Map.of()));
        FxStage.run(() -> screen.rememberSearch(
                Optional.of(new KeptSearch(Set.of(FakeInvoices.profile().id()), "", NORD)), search -> {}));

        shown(screen);
        readAgain(screen);

        assertThat(state(screen).company()).isEqualTo(NORD);
        assertThat(numbers(screen)).isEmpty();
        assertThat(FxStage.on(() -> chip(screen).isVisible())).isTrue();
        assertThat(FxStage.on(() -> chip(screen).getText())).isEqualTo(NORD);
        Runnable back = FxStage.on(() -> screen.model().bookmark());
        choose(screen, "All companies");
        FxStage.until(() -> !table(screen).getItems().isEmpty());
        assertThat(FxStage.on(() -> chip(screen).isVisible())).isFalse();
        FxStage.run(back);
        waitFor(screen, 0);
        assertThat(FxStage.on(() -> chip(screen).getText())).isEqualTo(NORD);
    }

    private static void readAgain(InvoicesView screen) {
        long before = FxStage.on(() -> screen.model().readings().get());
        FxStage.run(() -> screen.model().load());
        FxStage.until(() -> screen.model().readings().get() > before);
    }

    @Test
    void aSavedFilterOfACompanyThatIsNotThereListsNobodyElses() {
        InvoicesView screen = shown(new TradingCopy(FakeInvoices.believable()));
        var told = new ArrayList<List<KeptFilter>>();
        var filters = new NamedFilters(screen.model(), order -> {});
        FxStage.run(() -> {
            filters.begin(List.of(), told::add);
            screen.model().choice().company().set(NORD);
            filters.save("Nord");
            screen.model().choice().become(FilterChoice.State.USUAL);
        });

        FxStage.run(() -> filters.choose(told.getLast().getFirst()));
        waitFor(screen, 0);
        readAgain(screen);

        assertThat(numbers(screen)).isEmpty();
        assertThat(FxStage.on(() -> chip(screen).getItems().stream().map(MenuItem::getText).toList()))
                .containsExactly("All companies", NORD);
    }

    @Test
    void itComesBackAtTheNextStartSealedAndIsNotAmongWhatLiesInTheClear() {
        var memory = new Memory(Map.of());
        InvoicesView before = screen(copy(NORD), memory);
        var told = new ArrayList<KeptSearch>();
        FxStage.run(() -> before.rememberSearch(Optional.empty(), told::add));
        shown(before);
        choose(before, NORD);

        FxStage.until(() -> !told.isEmpty());
        assertThat(told).containsExactly(new KeptSearch(Set.of(FakeInvoices.profile().id()), "", NORD));
        assertThat(told.getFirst().isToKeep()).isTrue();
        assertThat(FxStage.on(memory::values).toString()).doesNotContain("Nord");
        InvoicesView after = screen(copy(NORD), new Memory(FxStage.on(memory::values)));
        FxStage.run(() -> after.rememberSearch(Optional.of(told.getFirst()), search -> {}));
        shown(after);
        waitFor(after, 1);
        assertThat(numbers(after)).containsExactly(OF_NORD);
    }

    @Test
    void itBelongsToTheConnectionsThatItWasChosenFor() {
        InvoicesView screen = shown(copy(NORD));
        choose(screen, NORD);
        waitFor(screen, 1);
        var other = new ConnectionProfile(new ConnectionId("bbbb2222"), ConnectionProfile.Kind.SAMPLE, "Other", null,
                null, "", null);

        FxStage.run(() -> screen.select(List.of(other)));
        assertThat(state(screen).company()).isEmpty();

        FxStage.run(() -> screen.select(List.of(FakeInvoices.profile())));
        assertThat(state(screen).company()).isEqualTo(NORD);
    }

    @Test
    void itIsPartOfAFilterThatIsSavedAndOneFromBeforeIsOfAllCompanies() {
        InvoicesView screen = shown(copy(NORD));
        var told = new ArrayList<List<KeptFilter>>();
        var filters = new NamedFilters(screen.model(), order -> {});
        FxStage.run(() -> filters.begin(List.of(), told::add));
        choose(screen, NORD);

        assertThat(FxStage.on(() -> filters.save("Nord"))).isTrue();

        KeptFilter saved = told.getLast().getFirst();
        assertThat(saved.isToKeep()).isTrue();
        FxStage.run(() -> screen.model().choice().become(FilterChoice.State.USUAL));
        FxStage.run(() -> filters.choose(saved));
        assertThat(state(screen).company()).isEqualTo(NORD);
        FxStage.run(() -> filters.choose(new KeptFilter("old", "", Map.of("chips.currency", "EUR"))));
        assertThat(state(screen).company()).isEmpty();
        assertThat(state(screen).currency()).isEqualTo("EUR");
        FxStage.run(() -> screen.model().choice().company().set("x".repeat(700)));
        assertThat(FxStage.on(() -> filters.refusal("long"))).contains(NamedFilters.Refusal.COMPANY);
        assertThat(FxStage.on(() -> filters.save("long"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Vereinigte Donaudampfschifffahrtsgesellschaft für Möbel, Einrichtung und Innenausbau mbH & Co. KG, Wien",
        "شركة الشمال للأثاث والديكور المحدودة للتجارة العامة والمقاولات في المنطقة الشرقية والغربية"})
    void aLongNameLeavesTheBarAsItIs(String name) {
        InvoicesView screen = shown(copy(name));
        choose(screen, name);
        waitFor(screen, 1);
        laidOut(screen);

        FxStage.run(() -> {
            Bounds at = inScene(chip(screen));
            assertThat(at.getWidth()).isBetween(40.0, 320.0);
            assertThat(at.getMaxX()).isLessThanOrEqualTo(1176);
            for (Node chip : screen.view().lookupAll(".chip")) {
                assertThat(!chip.isVisible() || inScene(chip).getMaxX() <= 1176).as(chip.toString()).isTrue();
            }
        });
        assertThat(FxStage.on(() -> chip(screen).getTooltip().getText())).isEqualTo(name);
        assertThat(FxStage.on(() -> chip(screen).getAccessibleText())).isEqualTo("Company: " + name);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
