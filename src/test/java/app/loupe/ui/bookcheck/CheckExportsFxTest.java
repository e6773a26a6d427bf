package app.loupe.ui.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.IdleSync;
import testkit.FakeInvoices;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;

/** Findings are offered when there was a check, not before: an empty list would look like a clean book. */
class CheckExportsFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final FakeInvoices copy = FakeInvoices.believable();
    private final HeldWork work = new HeldWork();
    private final Wording wording = Wording.of(new Texts(Locale.ENGLISH),
            Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC));
    private final CheckViewModel model = Fx.get(() -> new CheckViewModel(
            new CheckPorts(copy, copy.book(), new IdleSync(), new FakeNavigator()), work.background(), unexpected,
            wording));

    private Optional<ExportOffer> offer() {
        return Fx.get(() -> new CheckExports(model, wording).offer());
    }

    @Test
    void nothingIsOfferedBeforeTheFirstCheckHasEnded() {
        assertThat(offer()).isEmpty();
        Fx.run(() -> {
            model.follow(List.of(FakeInvoices.profile()));
            model.entered();
        });
        assertThat(Fx.get(() -> model.progress().get().running())).isTrue();
        assertThat(offer()).as("while it runs").isEmpty();
        work.done();
        assertThat(offer()).isPresent();

        Fx.run(model::rewrite);
        assertThat(offer()).isPresent();
        Fx.run(() -> model.follow(List.of()));
        assertThat(offer()).as("of no connection").isEmpty();
    }

    @Test
    void aCheckThatWasStoppedIsNone() {
        Fx.run(() -> {
            model.follow(List.of(FakeInvoices.profile()));
            model.entered();
            model.cancel();
        });

        assertThat(offer()).isEmpty();
    }
}
