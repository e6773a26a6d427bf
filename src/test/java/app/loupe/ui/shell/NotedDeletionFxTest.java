package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** What the owner deletes is noted before anything that has to end first: no lock and no end lets it be forgotten. */
class NotedDeletionFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.sync.end();
        kit.close();
    }

    @Test
    void aDeletionIsNotedWhileItsRunDoesNotStop() {
        kit.sync.deaf = true;
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.reader.with(WindowSamples.ACME, 12);
        kit.openLoaded();
        kit.press("#sync-button");
        Fx.await("running", () -> kit.sync.started.contains(WindowSamples.ACME));

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        Fx.await("noted", () -> kit.connections.noted.contains(WindowSamples.ACME + " GO"));
        assertThat(kit.connections.calls).as("the run goes on").noneMatch(call -> call.startsWith("delete"));
        kit.sync.end();
        Fx.await("deleted", () -> kit.connections.calls.contains("delete " + WindowSamples.ACME));
    }
}
