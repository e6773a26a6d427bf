package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.Ref;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FontSize;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** The list of customers while it is written anew, and what of their page outlives a lock. */
class PartnersReadAnewFxTest {
    private final HeldWork work = new HeldWork();
    private final TradingCopy copy = TradingCopy.business();
    private final Wording wording = Wording.of(new Texts(Locale.US),
            Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
    private final PartnersPorts ports = new PartnersPorts(copy.shelf(), copy, new InMemoryBook(), new IdleSync(),
            new FakeNavigator(), new NoteDrafts());

    /** Nothing was searched for, and nothing is missing. */
    @Test
    void itSaysThatItIsRead() {
        PartnersViewModel model = Fx.get(() -> new PartnersViewModel(false, ports, work.background(), wording));
        PartnersListView list = Fx.get(() -> new PartnersListView(false, model, ports, wording,
                new FontSize().font()));
        Fx.run(() -> model.follow(List.of(FakeInvoices.profile())));
        work.done();

        Fx.run(model::rewrite);

        List<String> said = Fx.get(() -> ((Parent) Objects.requireNonNull(list.table().view().getPlaceholder()))
                .getChildrenUnmodifiable().stream().filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).toList());
        assertThat(said).contains(wording.get("figures.empty.loading"));
        work.done();
        assertThat(Fx.get(() -> list.table().view().getItems())).isNotEmpty();
    }

    @Test
    void theDayInThePastThatAPageIsOfStays() {
        PartnersScreen screen = Fx.get(() -> new PartnersScreen(false, ports, work.background(), wording));
        var place = new Destination.PartnerPage(FakeInvoices.ACME, 7, false,
                new Destination.PartnerPage.Account(new Ref(3, ""), "EUR"),
                Optional.of(FakeInvoices.TODAY.minusMonths(1)));

        Fx.run(() -> screen.open(place));

        assertThat(Fx.get(screen::place)).contains(place);
    }

    @Test
    void theNameOfTheCompanyGoesWithALock() {
        PartnersScreen screen = Fx.get(() -> new PartnersScreen(false, ports, work.background(), wording));
        var account = new Destination.PartnerPage.Account(new Ref(3, "Acme Holding"), "EUR");
        Fx.run(() -> screen.open(new Destination.PartnerPage(FakeInvoices.ACME, 7, false, account)));

        assertThat(Fx.get(screen::place)).contains(new Destination.PartnerPage(FakeInvoices.ACME, 7, false,
                new Destination.PartnerPage.Account(new Ref(3, ""), "EUR")));
    }
}
