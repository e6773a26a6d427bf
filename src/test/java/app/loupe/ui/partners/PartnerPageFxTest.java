package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** The page of a partner is read while its owner goes to and fro. */
class PartnerPageFxTest {
    private final TradingCopy copy = TradingCopy.business();
    private final HeldWork work = new HeldWork();
    private final PartnerViewModel one = Fx.get(() -> new PartnerViewModel(false,
            new PartnersPorts(copy.shelf(), copy, copy.invoices().book(), new IdleSync(), new FakeNavigator(),
                    new NoteDrafts()),
            work.background(),
            Wording.of(new Texts(Locale.ENGLISH), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));

    private void ask(String name) {
        Fx.run(() -> {
            one.follow(List.of(FakeInvoices.profile()));
            one.ask(PartnerQuestion.of(FakeInvoices.ACME, TradingCopy.partner(name), null));
        });
    }

    /** The customer whose page is filled; 0 when none is. */
    private long shown() {
        return Fx.get(() -> {
            PartnerFacts facts = one.facts().get();
            return facts == null ? 0L : facts.question().partner();
        });
    }

    /** A sync has the page read again while it is read, and the owner goes back to the list before that has ended. */
    @Test
    void aPageThatIsLeftWhileItIsReadDoesNotKeepTheNextOneEmpty() {
        ask("Deco Addict");
        Fx.run(one::refresh);
        Fx.run(one::leave);
        work.done();
        assertThat(shown()).as("what nobody asks for is not shown").isZero();

        ask("Ready Mat");
        work.done();
        assertThat(shown()).isEqualTo(TradingCopy.partner("Ready Mat"));
    }

    @Test
    void aPageThatIsOpenedWhileTheOneBeforeIsReadIsFilled() {
        ask("Deco Addict");
        Fx.run(one::leave);
        ask("Ready Mat");
        work.done();

        assertThat(shown()).isEqualTo(TradingCopy.partner("Ready Mat"));
    }
}
