package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptFilter;
import app.loupe.review.Grouping;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.MarkChoice;
import app.loupe.review.StatusChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

/** Filters that the owner names, in the menu "Saved" and the bar that asks for the name. */
class NamedFiltersFxTest extends InvoicesWindow {
    private final List<List<KeptFilter>> told = new ArrayList<>();

    private InvoicesView screen(List<KeptFilter> kept) {
        InvoicesView screen = show(FakeInvoices.believable());
        FxStage.run(() -> screen.rememberFilters(kept, told::add));
        return screen;
    }

    private static List<MenuItem> items(InvoicesView screen) {
        return FxStage.on(() -> List.copyOf(((MenuButton) screen.view().lookup("#saved-filters")).getItems()));
    }

    private static MenuItem item(InvoicesView screen, String id) {
        return items(screen).stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
    }

    private static TextField name(InvoicesView screen) {
        return FxStage.on(() -> (TextField) screen.view().lookup("#filter-name"));
    }

    private static void save(InvoicesView screen, String name) {
        FxStage.run(item(screen, "saved-save")::fire);
        TextField field = name(screen);
        FxStage.run(() -> {
            field.setText(name);
            field.fireEvent(new ActionEvent());
        });
    }

    private static boolean asks(InvoicesView screen) {
        return FxStage.on(() -> screen.view().lookup("#save-bar").isVisible());
    }

    private static String refusal(InvoicesView screen, String name) {
        FxStage.run(() -> ((TextField) screen.view().lookup("#filter-name")).setText(name));
        String said = FxStage.on(() -> ((Labeled) screen.view().lookup("#save-refusal")).getText());
        assertThat(FxStage.on(() -> ((Button) screen.view().lookup("#save-filter")).isDisabled()))
                .isEqualTo(!said.isEmpty() || name.isEmpty());
        return said;
    }

    private static void chooseEverything(InvoicesView screen) {
        FilterChoice choice = screen.model().choice();
        choice.types().clear();
        choice.statuses().addAll(List.of(StatusChoice.OVERDUE, StatusChoice.UNPAID));
        choice.marks().add(MarkChoice.FLAGGED);
        choice.period().set(new InvoicePeriod.OfYear(2026));
        choice.currency().set("EUR");
        choice.search().set("Deco >1000");
        screen.model().groups().by().set(Optional.of(Grouping.MONTH));
        screen.model().order().set(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true));
    }

    @Test
    void whatWasChosenIsChosenAgainWhateverIsChosenNow() {
        InvoicesView screen = screen(List.of());
        FxStage.run(() -> chooseEverything(screen));
        FilterChoice.State then = FxStage.on(() -> screen.model().choice().state());
        save(screen, "  Deco, late ");
        assertThat(asks(screen)).isFalse();
        FxStage.run(() -> {
            screen.model().choice().become(FilterChoice.State.INBOX);
            screen.model().groups().by().set(Optional.of(Grouping.STATUS));
            screen.model().order().set(InvoiceOrder.NEWEST_FIRST);
        });

        FxStage.run(item(screen, "saved-choose")::fire);

        assertThat(item(screen, "saved-choose").getText()).isEqualTo("Deco, late");
        assertThat(FxStage.on(() -> screen.model().choice().state())).isEqualTo(then);
        assertThat(FxStage.on(() -> screen.model().groups().by().get())).contains(Grouping.MONTH);
        assertThat(FxStage.on(() -> screen.model().order().get()))
                .isEqualTo(new InvoiceOrder(InvoiceOrder.Column.TOTAL, true));
    }

    @Test
    void allAreToldToWhoeverKeepsThemAndComeBackFromThere() {
        InvoicesView screen = screen(List.of());
        FxStage.run(() -> chooseEverything(screen));
        FilterChoice.State then = FxStage.on(() -> screen.model().choice().state());
        save(screen, "One");
        save(screen, "Two");

        assertThat(told).hasSize(2);
        assertThat(told.getLast()).extracting(KeptFilter::name).containsExactly("One", "Two");
        assertThat(told.getLast()).allMatch(KeptFilter::isToKeep);
        List<KeptFilter> kept = told.getLast();
        InvoicesView next = screen(kept);
        FxStage.run(item(next, "saved-choose")::fire);
        assertThat(FxStage.on(() -> next.model().choice().state())).isEqualTo(then);
        FxStage.run(((Menu) item(next, "saved-delete-menu")).getItems().getFirst()::fire);
        assertThat(told.getLast()).extracting(KeptFilter::name).containsExactly("Two");
        assertThat(items(next)).extracting(MenuItem::getText).doesNotContain("One").contains("Two");
    }

    @Test
    void whatWasDeletedLastIsBroughtBackToItsPlace() {
        InvoicesView screen = screen(List.of(new KeptFilter("One", "", Map.of()), new KeptFilter("Two", "", Map.of()),
                new KeptFilter("Three", "", Map.of())));
        assertThat(items(screen)).noneMatch(one -> "saved-restore".equals(one.getId()));
        FxStage.run(((Menu) item(screen, "saved-delete-menu")).getItems().get(1)::fire);
        assertThat(item(screen, "saved-restore").getText()).isEqualTo("Bring back \u201cTwo\u201d");

        FxStage.run(item(screen, "saved-restore")::fire);

        assertThat(told.getLast()).extracting(KeptFilter::name).containsExactly("One", "Two", "Three");
        assertThat(items(screen)).noneMatch(one -> "saved-restore".equals(one.getId()));
    }

    @Test
    void whatGaveItsNameAwayMeanwhileIsNotBroughtBackBesideIt() {
        InvoicesView screen = screen(List.of(new KeptFilter("One", "", Map.of())));
        FxStage.run(((Menu) item(screen, "saved-delete-menu")).getItems().getFirst()::fire);
        save(screen, "ONE");

        FxStage.run(item(screen, "saved-restore")::fire);

        assertThat(told.getLast()).extracting(KeptFilter::name).containsExactly("ONE");
    }

    @Test
    void aNameIsRefusedWithTheReason() {
        InvoicesView screen = screen(List.of(new KeptFilter("Late", "", Map.of())));
        FxStage.run(item(screen, "saved-save")::fire);
        assertThat(asks(screen)).isTrue();

        assertThat(refusal(screen, "")).isEmpty();
        assertThat(refusal(screen, "   ")).isEqualTo("A name has 1 to 60 characters.");
        assertThat(refusal(screen, "x".repeat(61))).isEqualTo("A name has 1 to 60 characters.");
        assertThat(refusal(screen, "x".repeat(60))).isEmpty();
        assertThat(refusal(screen, " LATE ")).isEqualTo("There is a filter of this name already.");
        FxStage.run(() -> screen.model().choice().search().set("x".repeat(501)));
        assertThat(refusal(screen, "Long")).startsWith("The search is too long");
        TextField field = name(screen);
        FxStage.run(() -> field.fireEvent(new ActionEvent()));
        assertThat(asks(screen)).isTrue();
        press(name(screen), KeyCode.ESCAPE, false);
        assertThat(asks(screen)).isFalse();
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).as("Esc leaves the bar alone")
                .hasSize(501);
        assertThat(told).isEmpty();
    }

    @Test
    void thirtyAreTheMost() {
        InvoicesView screen = screen(IntStream.range(0, KeptFilter.MOST)
                .mapToObj(number -> new KeptFilter("Filter " + number, "", Map.of())).toList());
        FxStage.run(item(screen, "saved-save")::fire);

        assertThat(refusal(screen, "One more")).startsWith("You already have 30 saved filters");
    }

    @Test
    void theInboxHasNone() {
        InvoicesView screen = screen(List.of());

        assertThat(
                FxStage.on(() -> nodes(screen.inbox().view()).anyMatch(node -> "saved-filters".equals(node.getId()))))
                .isFalse();
    }

    /** A deletion leaves the screens when it begins; what it could not do after all must not have cost the filters. */
    @Test
    void filtersStayUntilTheLastConnectionIsGoneForGood() {
        InvoicesView screen = screen(List.of());
        ConnectionProfile one = FakeInvoices.profile();
        var other = new ConnectionProfile(new ConnectionId("bbbbbbbb"), one.kind(), "Other", null, null, "", null);
        FxStage.run(() -> {
            screen.know(List.of(one, other));
            screen.keepUp(List.of(one, other));
        });
        save(screen, "Mine");

        FxStage.run(() -> screen.keepUp(List.of()));
        FxStage.run(() -> screen.forget(other.id()));
        assertThat(told.getLast()).extracting(KeptFilter::name).containsExactly("Mine");

        FxStage.run(() -> screen.forget(one.id()));
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void aConnectionThatCameMeanwhileKeepsThem() {
        InvoicesView screen = screen(List.of());
        ConnectionProfile one = FakeInvoices.profile();
        var come = new ConnectionProfile(new ConnectionId("bbbbbbbb"), one.kind(), "Other", null, null, "", null);
        FxStage.run(() -> screen.know(List.of(one)));
        save(screen, "Mine");

        FxStage.run(() -> screen.keepUp(List.of()));
        FxStage.run(() -> screen.keepUp(List.of(come)));
        FxStage.run(() -> screen.forget(one.id()));

        assertThat(told.getLast()).extracting(KeptFilter::name).containsExactly("Mine");
    }
}
