package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** A failed run is told in full where it was asked for, until a later one goes well. */
class FailedRunsFxTest {
    private static final Problem REFUSED = Problem.of(ProblemCode.CONNECTION_REFUSED, "books.example");
    private final WindowKit kit = new WindowKit();

    @BeforeEach
    void fails() {
        kit.sync.report = new SyncReport.Failed(SyncCounts.NONE, REFUSED);
        kit.sync.end();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void whatWasAskedForSaysWhyItFailedUntilItGoesWell() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.openLoaded();
        assertThat(Fx.get(() -> kit.find("#problem-bar"))).isNull();

        kit.press("#sync-button");
        Fx.await("said", () -> kit.find("#problem-bar") != null);
        assertThat(kit.text("#problem-bar .strong")).isEqualTo(kit.wording.texts().title(REFUSED));

        kit.sync.report = new SyncReport.Done(SyncCounts.NONE);
        kit.press(".connection-remedy");
        Fx.await("gone", () -> kit.find("#problem-bar") == null);
    }

    @Test
    void anEmptyCopySaysWhyWithoutBeingAsked() {
        kit.connections.with(new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.ODOO,
                "Acme Trading", null, null, "", null));
        int number = kit.journal.begin(WindowSamples.ACME, WindowSamples.NOW, SyncMode.CHANGES);
        kit.journal.end(WindowSamples.ACME, number, WindowSamples.NOW, kit.sync.report);
        kit.openLoaded();

        Fx.await("said", () -> kit.find("#problem-bar") != null);
        assertThat(kit.text("#problem-bar .strong")).isEqualTo(kit.wording.texts().title(REFUSED));
    }
}
