package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ConnectionProfile.Kind;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.session.Rhythm;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The window follows the schedule and says when it comes. */
class ScheduledRunsFxTest {
    private final WindowKit kit = new WindowKit().scheduled(Rhythm.USUAL);

    @BeforeEach
    void anOdooAndTheSampleCompany() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme")).with(new ConnectionProfile(
                WindowSamples.NORDLYS, Kind.SAMPLE, "Sample", null, null, "", null));
    }

    private void openWithQuickRuns() {
        kit.sync.end();
        kit.openLoaded();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    /** What the mouse shows over the row, beginning with the third line, and what a screen reader says. */
    private List<String> next(int row) {
        return Fx.get(() -> {
            var tooltip = (Tooltip) Objects.requireNonNull(kit.findAll(".connection-texts").get(row).getProperties()
                    .get("javafx.scene.control.Tooltip"));
            return List.of(tooltip.getText().lines().skip(2).reduce("", String::concat),
                    Objects.toString(kit.findAll(".connection-line").get(row).getAccessibleHelp(), ""));
        });
    }

    private void ran(int times) {
        Fx.await("synced " + times, () -> kit.sync.started.size() == times && kit.find(".thin-bar") == null);
    }

    @Test
    void connectionsSyncAtTheStartAndEveryHourButTheSampleCompany() {
        openWithQuickRuns();
        ran(1);
        assertThat(kit.sync.started).containsExactly(WindowSamples.ACME);
        assertThat(next(0)).containsExactly("Next sync in 1 h", "Selected. Next sync in 1 h");
        assertThat(next(1)).containsExactly("", "");

        kit.turnClock(Duration.ofMinutes(59));
        assertThat(next(0)).first().isEqualTo("Next sync in 1 min");
        kit.turnClock(Duration.ofMinutes(1));

        ran(2);
        assertThat(kit.sync.started).containsOnly(WindowSamples.ACME);
    }

    @Test
    void aFailureOfWhatNobodyAskedForIsToldInTheRowAlone() {
        kit.sync.report = new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.NETWORK_DOWN));
        openWithQuickRuns();
        ran(1);

        assertThat(kit.texts(".connection-status")).contains("Odoo cannot be reached");
        assertThat(next(0)).first().isEqualTo("Will try again in 1 min");
        assertThat(Fx.get(() -> kit.findAll(".problem-bar"))).isEmpty();
        assertThat(Fx.get(() -> kit.findAll(".card-frame"))).isEmpty();

        kit.turnClock(Duration.ofMinutes(1));
        ran(2);
        assertThat(next(0)).first().isEqualTo("Will try again in 2 min");
    }

    @Test
    void aWrongKeyIsTriedAgainWhenTheOwnerAsks() {
        kit.sync.report = new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.API_KEY_REFUSED));
        openWithQuickRuns();
        ran(1);
        kit.turnClock(Duration.ofMinutes(2));
        assertThat(kit.sync.started).hasSize(1);
        assertThat(next(0)).first().asString().startsWith("Fix it or press “Sync now”");

        kit.sync.report = new SyncReport.Done(SyncCounts.NONE);
        kit.press("#sync-button");
        Fx.await("synced", () -> next0().startsWith("Next sync"));
    }

    private String next0() {
        return Objects.toString(kit.findAll(".connection-line").getFirst().getAccessibleHelp(), "")
                .replace("Selected. ", "");
    }

    @Test
    void closingTheWindowStopsWhatTheScheduleStarted() {
        kit.openLoaded();
        Fx.await("running", () -> kit.sync.started.size() == 1);

        Fx.run(() -> kit.stage().hide());

        Fx.await("stopped", () -> kit.sync.stopped.size() == 1);
    }
}
