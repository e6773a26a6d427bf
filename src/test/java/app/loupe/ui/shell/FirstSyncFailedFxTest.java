package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Where the first sync failed, an empty page says so and why, and not that there is nothing. */
class FirstSyncFailedFxTest {
    private static final Problem REFUSED = Problem.of(ProblemCode.SIGN_IN_REFUSED);

    @ParameterizedTest
    @ValueSource(strings = {"customers", "vendors", "aged"})
    void thePageSaysWhyAndTriesAgain(String page) {
        try (var kit = new WindowKit()) {
            kit.connections.with(new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.ODOO,
                    "Acme Trading", null, null, "", null));
            kit.sync.report = new SyncReport.Failed(SyncCounts.NONE, REFUSED);
            kit.sync.end();
            int number = kit.journal.begin(WindowSamples.ACME, WindowSamples.NOW, SyncMode.CHANGES);
            kit.journal.end(WindowSamples.ACME, number, WindowSamples.NOW, kit.sync.report);
            kit.openLoaded();
            kit.press("#nav-" + page);

            Fx.await("the reason", () -> kit.find("#try-again") != null);
            assertThat(kit.texts(".empty-message .label")).contains("The first sync failed")
                    .anyMatch(text -> text.startsWith(kit.wording.texts().title(REFUSED) + "."))
                    .doesNotContain("No invoices here yet");

            int before = kit.sync.started.size();
            kit.press("#try-again");
            Fx.await("another run", () -> kit.sync.started.size() > before);
        }
    }
}
