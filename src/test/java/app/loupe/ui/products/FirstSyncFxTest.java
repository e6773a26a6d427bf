package app.loupe.ui.products;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** A first sync ends while the figures of what it brought are still being counted. */
class FirstSyncFxTest {
    private final HeldWork work = new HeldWork();
    private final ProductsScreen screen = Fx.get(() -> new ProductsScreen(
            new ProductPorts(TradingCopy.business().shelf(), new FakeNavigator(), new IdleSync()), work.background(),
            Wording.of(new Texts(Locale.ENGLISH), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC))));

    private String foot() {
        return Fx.get(() -> screen.view().lookupAll(".copy-age").stream().map(Label.class::cast).map(Label::getText)
                .findFirst().orElseThrow());
    }

    @Test
    void theFootSaysAtOnceThatTheCopyIsComplete() {
        ConnectionProfile synced = FakeInvoices.profile();
        var before = new ConnectionProfile(synced.id(), synced.kind(), synced.name(), null, null, "19.0", null);
        Fx.run(() -> screen.select(List.of(before)));
        work.done();
        assertThat(foot()).contains("First sync not complete: figures are missing");

        Fx.run(() -> screen.select(List.of(synced)));

        assertThat(foot()).as("nothing is counted yet").contains("Local copy of");
    }
}
