package app.loupe.ui.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.review.StatusChoice;
import app.loupe.ui.common.Destination;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.FxStage;

class InvoiceDestinationsFxTest extends InvoicesWindow {
    private final FakeInvoices copy = FakeInvoices.mockUp();

    private static void go(InvoicesView screen, Destination destination) {
        FxStage.run(() -> screen.open(destination));
    }

    private static Button chip(InvoicesView screen) {
        return FxStage.on(() -> (Button) screen.view().lookup("#chip-among"));
    }

    @Test
    void exactlyTheseAreListedWhateverWasFilteredBeforeAlsoThoseThatAreGone() {
        InvoicesView screen = show(copy);
        List<String> all = numbers(screen);
        InvoiceKey gone = copy.key(all.get(2));
        copy.remove(gone);
        FxStage.run(() -> {
            screen.refresh();
            screen.model().choice().statuses().add(StatusChoice.PAID);
        });

        go(screen, new Destination.Invoices("Overdue, EUR", Set.of(copy.key(all.get(0)), gone)));

        waitFor(screen, 2);
        assertThat(numbers(screen)).containsExactlyInAnyOrder(all.get(0), all.get(2));
        assertThat(chip(screen).isVisible()).isTrue();
        assertThat(chip(screen).getText()).isEqualTo("Overdue, EUR · 2 documents ×");
        FxStage.run(chip(screen)::fire);
        FxStage.until(() -> table(screen).getItems().size() > 2);
        assertThat(chip(screen).isVisible()).isFalse();
    }

    @Test
    void noneOfThemIsNoneAndNotAll() {
        InvoicesView screen = show(copy);

        go(screen, new Destination.Invoices("Overdue", Set.of()));

        waitFor(screen, 0);
        FxStage.run(() -> ((Button) screen.view().lookup("#clear-filters")).fire());
        FxStage.until(() -> !table(screen).getItems().isEmpty());
    }

    @Test
    void theSearchLooksAmongThem() {
        InvoicesView screen = show(copy);
        List<String> all = numbers(screen);
        go(screen, new Destination.Invoices("Some", Set.of(copy.key(all.get(0)), copy.key(all.get(1)))));
        waitFor(screen, 2);

        type(screen, all.get(1));

        waitFor(screen, 1);
        assertThat(numbers(screen)).containsExactly(all.get(1));
    }

    @Test
    void aSearchAmongThemSaysSoAtAnyNumberOfResultsAndOnePressSearchesAll() {
        InvoicesView screen = show(copy);
        List<String> all = numbers(screen);
        Button everywhere = FxStage.on(() -> (Button) screen.view().lookup("#search-beyond"));
        type(screen, "azure");
        assertThat(FxStage.on(everywhere.getParent()::isVisible)).as("all are searched").isFalse();
        go(screen, new Destination.Invoices("Some", Set.of(copy.key(all.get(0)), copy.key(all.get(1)))));
        waitFor(screen, 2);
        assertThat(FxStage.on(everywhere.getParent()::isVisible)).as("nothing is searched").isFalse();

        type(screen, all.get(1));
        waitFor(screen, 1);
        assertThat(FxStage.on(everywhere.getParent()::isVisible)).isTrue();
        assertThat(texts(screen.view())).contains("Only “Some” is searched: 2 documents.");
        type(screen, all.get(2));
        waitFor(screen, 0);
        assertThat(FxStage.on(everywhere.getParent()::isVisible)).isTrue();
        FxStage.run(everywhere::fire);

        waitFor(screen, 1);
        assertThat(numbers(screen)).containsExactly(all.get(2));
        assertThat(FxStage.on(everywhere.getParent()::isVisible)).isFalse();
        assertThat(FxStage.on(() -> screen.model().choice().search().get())).isEqualTo(all.get(2));
    }

    /** At twice the size a name of a customer has no room on one line, and neither has what is said while it is searched. */
    @Test
    void whoseRowsAreListedIsReadWholeInANarrowWindowWithLargeTexts() {
        InvoicesView screen = show(copy);
        FxStage.run(() -> {
            screen.view().setStyle("-fx-font-size: 26px");
            stage.setWidth(676);
            stage.setHeight(700);
        });
        List<String> all = numbers(screen);
        go(screen, new Destination.Invoices("Overdue 31 to 60 days, EUR, Vereinigte Donaudampfschifffahrtsgesellschaft",
                Set.of(copy.key(all.get(0)), copy.key(all.get(1)))));
        waitFor(screen, 2);
        type(screen, all.get(1));
        waitFor(screen, 1);

        for (String whole : List.of("#chip-among", "#searched-among")) {
            FxStage.until(() -> lines(screen, whole) > 1);
            Node node = screen.view().lookup(whole);
            assertThat(FxStage.on(() -> node.localToScene(node.getLayoutBounds()).getMaxX())).as(whole)
                    .isLessThanOrEqualTo(676);
        }
        assertThat(chip(screen).getText()).endsWith("Donaudampfschifffahrtsgesellschaft · 2 documents ×");
    }

    /** How many lines of text it is high. */
    private static double lines(InvoicesView screen, String id) {
        Node node = screen.view().lookup(id);
        return node instanceof Labeled text && node.isVisible() ? text.getHeight() / text.getFont().getSize() / 1.8 : 0;
    }

    @Test
    void nothingOfTheKindIsSaidInTheInbox() {
        InvoicesView screen = show(copy);

        assertThat(FxStage.on(() -> screen.inbox().view().lookup("#searched-among"))).isNull();
    }

    @Test
    void anInvoiceIsSelectedAndShown() {
        InvoicesView screen = show(copy);
        String number = numbers(screen).get(3);
        type(screen, "nothing matches this");
        waitFor(screen, 0);

        go(screen, new Destination.OneInvoice(copy.key(number)));

        FxStage.until(() -> texts(screen.view().lookup(".detail")).contains(number));
        FxStage.until(() -> table(screen).getSelectionModel().getSelectedItem() != null);
        assertThat(FxStage.on(() -> table(screen).getSelectionModel().getSelectedItem().row().number()))
                .isEqualTo(number);
    }

    @Test
    void anInvoiceThatIsAskedForBeforeTheCopyIsReadIsShownThen() {
        InvoiceKey key = copy.key(numbers(show(copy)).get(3));

        InvoicesView screen = FxStage.on(() -> {
            InvoicesView fresh = showUnread(copy);
            fresh.select(List.of(FakeInvoices.profile()));
            fresh.open(new Destination.OneInvoice(key));
            return fresh;
        });

        FxStage.until(() -> screen.model().selected().get() != null);
        assertThat(FxStage.on(() -> Objects.requireNonNull(screen.model().selected().get()).row().key()))
                .isEqualTo(key);
    }

    @Test
    void theWayBackBringsFiltersAndTheOpenInvoice() {
        InvoicesView screen = show(copy);
        String number = numbers(screen).get(1);
        type(screen, number);
        waitFor(screen, 1);
        assertThat(numbers(screen)).containsExactly(number);
        open(screen, number);
        Runnable back = FxStage.on(screen::bookmark);
        go(screen, new Destination.Invoices("Some", Set.of()));
        waitFor(screen, 0);

        FxStage.run(back);

        waitFor(screen, 1);
        assertThat(numbers(screen)).containsExactly(number);
        FxStage.until(() -> texts(screen.view().lookup(".detail")).contains(number));
        assertThat(chip(screen).isVisible()).isFalse();
    }
}
