package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.text.Texts;
import app.loupe.ui.common.Memory;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.TradingCopy;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.OverviewWindow;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Where the first sync failed, an empty page says so and why, and not that there is nothing. */
class FirstSyncFailedFxTest {
    private static final Problem REFUSED = Problem.of(ProblemCode.SIGN_IN_REFUSED);

    @ParameterizedTest
    @ValueSource(strings = {"customers", "vendors", "aged", "products", "changed", "check"})
    void thePageSaysWhyAndTriesAgain(String page) {
        try (var kit = new WindowKit()) {
            kit.connections.with(new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.ODOO,
                    "Acme Trading", null, null, "", null));
            kit.copy = kit.reader;
            kit.sync.report = new SyncReport.Failed(SyncCounts.NONE, REFUSED);
            kit.sync.end();
            int number = kit.journal.begin(WindowSamples.ACME, WindowSamples.NOW, SyncMode.CHANGES);
            kit.journal.end(WindowSamples.ACME, number, WindowSamples.NOW, kit.sync.report);
            kit.openLoaded();
            kit.press("#nav-" + page);

            Fx.await("the reason", () -> kit.find("#try-again") != null);
            assertSaid(kit.wording.texts(), kit.texts(".empty-message .label"));

            int before = kit.sync.started.size();
            kit.press("#try-again");
            Fx.await("another run", () -> kit.sync.started.size() > before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "invoices", "inbox"})
    void soDoThePagesThatAreReadAtTheStart(String page) {
        ConnectionProfile synced = FakeInvoices.profile();
        var never = new ConnectionProfile(synced.id(), synced.kind(), synced.name(), null, null, "19.0", null);
        var copy = new TradingCopy(FakeInvoices.empty());
        try (var at = new OverviewWindow(copy, new Memory(Map.of()), Locale.US, never)) {
            at.sync.report = new SyncReport.Failed(SyncCounts.NONE, REFUSED);
            at.sync.end();
            at.press("#sync-button");
            at.press("#nav-" + page);

            at.await("#try-again");
            List<String> said = Fx.get(() -> at.findAll(".empty-message .label").stream().map(Label.class::cast)
                    .map(Label::getText).toList());
            assertSaid(new Texts(Locale.US), said);
        }
    }

    /** A page of figures alone: an empty one where an unfinished first sync has brought some must not say that none came. */
    @Test
    void whatIsOnlyFilteredAwayIsNotSaidToBeMissing() {
        ConnectionProfile synced = FakeInvoices.profile();
        var never = new ConnectionProfile(synced.id(), synced.kind(), synced.name(), null, null, "19.0", null);
        var work = new HeldWork();
        var ports = new ProductPorts(TradingCopy.business().shelf(), new FakeNavigator(), IdleSync.failed(REFUSED));
        var screen = Fx.get(() -> new ProductsScreen(ports, work.background(), WindowSamples.wording()));
        Fx.run(() -> {
            new Scene(screen.view());
            screen.select(List.of(never));
        });
        work.done();
        Fx.run(() -> ((TextField) screen.view().lookup("#product-search")).setText("no such thing"));
        work.done();

        List<String> said = Fx.get(() -> Fx.laidOut(screen.view()).lookupAll(".empty-message .label").stream()
                .map(Label.class::cast).map(Label::getText).toList());
        assertThat(said).contains("Nothing in this time").doesNotContain("The first sync failed");
    }

    private static void assertSaid(Texts texts, List<String> said) {
        assertThat(said).hasSize(2).contains("The first sync failed")
                .anyMatch(text -> text.startsWith(texts.title(REFUSED) + "."));
    }
}
