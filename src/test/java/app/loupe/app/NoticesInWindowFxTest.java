package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

class NoticesInWindowFxTest {
    @TempDir
    private Path folder;

    /** What was due meanwhile is told at the next start, leads to its invoices, and is no news at the one after that. */
    @Test
    void whoComesBackAfterTwoWeeksIsToldWhatBecameOverdue() throws Exception {
        var bench = new WholeLoupe(folder);
        Clock later = Clock.offset(WholeLoupe.CLOCK, Duration.ofDays(14));
        LocalDate day = LocalDate.now(WholeLoupe.CLOCK);
        try (var first = new StartedWindow(folder, prompt -> bench.open())) {
            first.press("#welcome-sample").node(".invoice-table");
            first.press("#nav-overview").node("#card-outstanding");
            // read beside what is shown
            Fx.await("it is known what is overdue", () -> first.remembered().getOrDefault("notices.overdue-told", "")
                    .endsWith(":" + day));
            assertThat(Fx.get(() -> first.root().lookup("#notice-bar").isVisible())).isFalse();
        }
        assertThat(new SettingsFile(folder).read().get("notices.overdue-told")).endsWith(":" + day);

        try (var second = new StartedWindow(folder, prompt -> bench.open(), later)) {
            second.node("#notice-bar");
            Fx.await("a notice", () -> second.root().lookup("#notice-bar").isVisible());
            assertThat(Fx.get(() -> ((Labeled) second.root().lookup("#notice-bar .label")).getText()))
                    .matches("\\d+ documents have become overdue since .*");
            second.press("#notice-show");
            Fx.await("its invoices", () -> second.text("#chip-among").startsWith("Overdue since"));
            Fx.await("no notice", () -> !second.root().lookup("#notice-bar").isVisible());
        }
        try (var third = new StartedWindow(folder, prompt -> bench.open(), later)) {
            third.node(".invoice-table");
            // read after the list that is shown, which is read once
            Fx.await("read",
                    () -> third.opening().behind().lend().isPresent()
                            && third.root().lookup(".table-row-cell") != null);
            assertThat(Fx.get(() -> third.root().lookup("#notice-bar").isVisible())).isFalse();
        }
        assertThat(new SettingsFile(folder).read().get("notices.overdue-told")).endsWith(":" + day.plusDays(14));
    }
}
