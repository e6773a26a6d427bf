package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.UpdateAnswer;
import app.loupe.domain.UpdateCheck;
import app.loupe.settings.SettingsFile;
import app.loupe.updates.AnnouncedUpdates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;

/** The look for updates from one window to the next, with a server on the loopback that counts who comes. */
class UpdatesWindowFxTest {
    @TempDir
    private Path folder;

    private StartedWindow start(WholeLoupe bench, UpdateCheck check) {
        var window = new StartedWindow(folder, prompt -> bench.open(), Optional.of(check));
        window.press("#nav-settings").node("#update-now");
        return window;
    }

    @Test
    void s50_nothingIsConnectedBeforeTheOwnerSwitchesItOn() throws Exception {
        var bench = new WholeLoupe(folder);
        try (var updates = AnnouncedUpdates.start(WholeLoupe.CLOCK)) {
            updates.announce("1.4.0");
            for (int i = 0; i < 2; i++) {
                try (var window = start(bench, updates.check())) {
                    window.press("#update-now");
                }
            }

            // the first to come is this one
            assertThat(updates.check().ask("").answer()).isInstanceOf(UpdateAnswer.Newer.class);
            assertThat(updates.server().connections()).isOne();
            assertThat(new SettingsFile(folder).read().keySet()).noneMatch(name -> name.contains("updates"));
        }
    }

    @Test
    void switchedOnItAsksOnceAWeekAndKnowsAfterwardsWithoutAsking() throws Exception {
        var bench = new WholeLoupe(folder);
        try (var updates = AnnouncedUpdates.start(WholeLoupe.CLOCK)) {
            updates.announce("1.4.0");
            try (var window = start(bench, updates.check())) {
                window.press("#setting-updates-1");
                var settings = new SettingsFile(folder);
                // before the window closes: a crash must not undo what was chosen
                Fx.await("the choice is on the disk", () -> "true".equals(settings.read().get("settings.updates")));
                assertThat(updates.server().connections()).isZero();
            }
            try (var window = start(bench, updates.check())) {
                Fx.await("the later version is shown", () -> window.root().lookup("#update-page").isVisible());
            }
            try (var window = start(bench, updates.check())) {
                assertThat(Fx.get(() -> window.root().lookup("#update-page").isVisible())).isTrue();
                window.press("#setting-updates-0");
            }
            try (var window = start(bench, updates.check())) {
                assertThat(Fx.get(() -> window.root().lookup("#update-page").isVisible())).isFalse();
            }

            assertThat(updates.server().connections()).isOne();
        }
    }

    @Test
    void securityNamesWhoIsAskedOnlyWhileItIsOn() throws ProblemException {
        var settings = new SettingsFile(folder);
        List<SecurityCheck> found = List.of(check(Promise.ONLY_READ), check(Promise.ONLY_TLS));
        var told = new ToldUpdates(() -> found, settings, Optional.of("updates.example"));
        var nobody = new ToldUpdates(() -> found, settings, Optional.empty());

        assertThat(told.run()).isEqualTo(found);
        settings.write(Map.of("settings.updates", "true", "settings.updates.asked", "2026-04-01T12:00:00Z"));

        assertThat(told.run()).extracting(SecurityCheck::detail).containsExactly(List.of("as before"),
                List.of("as before", "updates: updates.example TLS, last asked 2026-04-01T12:00:00Z"));
        assertThat(nobody.run()).isEqualTo(found);
        settings.write(Map.of("settings.updates", "false"));
        assertThat(told.run()).isEqualTo(found);
    }

    private static SecurityCheck check(Promise promise) {
        return new SecurityCheck(promise, Outcome.PASS, List.of(), List.of("as before"));
    }
}
