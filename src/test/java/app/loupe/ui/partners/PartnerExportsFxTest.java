package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WrittenOffer;

/** What is exported of customers is what was read, and says whom it leaves out. */
class PartnerExportsFxTest {
    @TempDir
    Path folder;

    private final TradingCopy copy = TradingCopy.business();
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeInvoices.SYNCED);
    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    private final PartnersPorts ports = new PartnersPorts(copy.shelf(), copy, copy.invoices().book(), new IdleSync(),
            new FakeNavigator());
    private final PartnersViewModel list = Fx.get(
            () -> new PartnersViewModel(false, ports, work.background(), wording));
    private final PartnerViewModel one = Fx.get(() -> new PartnerViewModel(false, ports, work.background(), wording));

    private Optional<ExportOffer> offer() {
        return Fx.get(() -> new PartnerExports(false, wording).of(list, one));
    }

    private void read() {
        Fx.run(() -> list.follow(List.of(FakeInvoices.profile())));
        work.done();
    }

    @Test
    void nothingIsOfferedBeforeItIsRead() {
        assertThat(offer()).isEmpty();
        Fx.run(() -> list.follow(List.of(FakeInvoices.profile())));
        assertThat(offer()).isEmpty();
        work.done();
        assertThat(offer()).isPresent();

        Fx.run(list::rewrite);
        assertThat(offer()).as("as long as it is written anew").isEmpty();
    }

    @Test
    void theDayIsTheOneOfTheReading() throws IOException, ProblemException {
        read();
        now.updateAndGet(before -> before.plus(Duration.ofDays(3)));

        assertThat(new WrittenOffer(offer().orElseThrow(), folder).about()).contains("As of 23 Nov 2026")
                .noneMatch(line -> line.contains("Filters"));
    }

    @Test
    void whoWasSearchedForIsSaidAsLongAsOnlyTheyAreListed() throws IOException, ProblemException {
        read();
        Fx.run(() -> list.find("deco"));
        assertThat(offer().orElseThrow().shown()).as("all are still listed").isEqualTo("Customers");
        work.done();

        ExportOffer offer = offer().orElseThrow();
        assertThat(offer.shown()).contains("Search: deco");
        assertThat(new WrittenOffer(offer, folder).about()).contains("Filters: Search: deco");
    }
}
