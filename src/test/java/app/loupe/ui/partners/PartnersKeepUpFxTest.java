package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.Aside;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionProfile;
import app.loupe.review.Shelf;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** The list of customers is read while its owner chooses other connections. */
class PartnersKeepUpFxTest {
    private final TradingCopy copy = TradingCopy.business();
    private final HeldWork work = new HeldWork();
    private final PartnersViewModel customers = Fx.get(() -> new PartnersViewModel(false,
            new PartnersPorts(copy.shelf(), copy, copy.invoices().book(), new IdleSync(), new FakeNavigator(),
                    new NoteDrafts()),
            work.background(),
            Wording.of(new Texts(Locale.ENGLISH), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));

    @Test
    void whatIsReadOfTheFormerConnectionsIsNotShownAsThatOfTheNew() {
        var counts = new ArrayList<Integer>();
        Fx.run(() -> {
            customers.follow(List.of(FakeInvoices.profile()));
            customers.shown().subscribe(shown -> counts.add(shown.all()));
            customers.keepUp(List.<ConnectionProfile>of());
        });
        work.done();

        assertThat(counts).as("of no connection").containsOnly(0);
    }

    /** The sidebar says as many before anybody goes to the page as on it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thoseOfAPageThatNobodyWentToAreAsMany(boolean payable) {
        var wording = Wording.of(new Texts(Locale.ENGLISH), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
        Shelf shelf = copy.shelf();
        var count = Fx.get(() -> new PartnersCount(payable, shelf, work.background(), wording));
        var listed = Fx.get(() -> new PartnersViewModel(payable,
                new PartnersPorts(shelf, copy, copy.invoices().book(), new IdleSync(), new FakeNavigator(),
                        new NoteDrafts()),
                work.background(), wording));
        Fx.run(() -> count.keepUp(List.of(FakeInvoices.profile())));
        work.done();
        assertThat(Fx.get(() -> count.aside().getValue())).as("nothing is read for a number alone")
                .isEqualTo(Aside.NONE);
        Fx.run(() -> listed.follow(List.of(FakeInvoices.profile())));
        work.done();
        Fx.run(() -> count.keepUp(List.of()));
        work.done();
        Fx.run(() -> count.keepUp(List.of(FakeInvoices.profile())));
        work.done();

        int all = Fx.get(() -> listed.shown().get().all());
        assertThat(all).isPositive();
        assertThat(Fx.get(() -> count.aside().getValue())).isEqualTo(new Aside(Integer.toString(all), ""));
        Fx.run(() -> count.keepUp(List.of()));
        assertThat(Fx.get(() -> count.aside().getValue())).as("at once").isEqualTo(Aside.NONE);
    }

    @Test
    void theNewOnesAreReadOnceTheFormerAre() {
        Fx.run(() -> {
            customers.follow(List.of());
            customers.keepUp(List.of(FakeInvoices.profile()));
        });
        work.done();

        assertThat(Fx.get(() -> customers.shown().get().all())).isPositive();
    }
}
