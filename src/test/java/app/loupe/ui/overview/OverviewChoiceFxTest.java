package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.owed.CurrencyView;
import app.loupe.text.Texts;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.InMemoryBook;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** What is chosen while the overview is being read: the answer of before is shown no more. */
class OverviewChoiceFxTest {
    private static final LocalDate DAY = FakeInvoices.TODAY.minusMonths(2);

    private final HeldWork work = new HeldWork();
    private final OverviewViewModel model = Fx.get(() -> new OverviewViewModel(TradingCopy.business().shelf(),
            new InMemoryBook(), work.background(),
            Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));
    private final List<OverviewViewModel.Shown> seen = new ArrayList<>();

    @BeforeEach
    void read() {
        ConnectionProfile acme = FakeInvoices.profile();
        Fx.run(() -> model.follow(List.of(acme)));
    }

    private void follow(Runnable chosen) {
        Fx.run(() -> {
            chosen.run();
            model.shown().subscribe((before, now) -> seen.add(now));
        });
        work.done();
    }

    @Test
    void anotherDay() {
        follow(() -> model.asOf(Optional.of(DAY)));

        assertThat(seen).isNotEmpty().allMatch(shown -> shown.asOf().equals(Optional.of(DAY)));
    }

    /** Else the page would tell what is owed today below what was owed then. */
    @Test
    void aCustomerOfADayInThePastLeadsToThePageAsOfThatDay() {
        assertThat(page()).isEqualTo(Optional.empty());

        follow(() -> model.asOf(Optional.of(DAY)));

        assertThat(page()).isEqualTo(Optional.of(DAY));
    }

    private Optional<LocalDate> page() {
        work.done();
        return Fx.get(() -> model.shown().get()).content().orElseThrow().debtors().getFirst().leads().getFirst().page()
                .map(Destination.PartnerPage.class::cast).orElseThrow().asOf();
    }

    @Test
    void anotherMoney() {
        var other = new CurrencyView.OfDocuments("USD");
        follow(() -> model.choose(other));

        assertThat(seen).isNotEmpty().allMatch(shown -> other.equals(shown.view()));
    }
}
