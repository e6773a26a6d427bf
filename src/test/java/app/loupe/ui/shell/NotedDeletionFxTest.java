package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/**
 * What the owner deletes is noted before anything that has to end first: no lock and no end lets it be forgotten. What could not
 * be deleted is there as before.
 */
class NotedDeletionFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.sync.end();
        kit.close();
    }

    /** Call on the FX thread. */
    private List<ConnectionId> shown() {
        return kit.invoices().selections.getLast().stream().map(ConnectionProfile::id).toList();
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

    @Test
    void whatWasChosenIsChosenAgainWhenItsDeletionFails() {
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"));
        kit.connections.with(WindowSamples.profile(WindowSamples.NORDLYS, "Nordlys"));
        kit.connections.deletionProblem = Optional.of(Problem.of(ProblemCode.KEYRING_LOCKED));
        kit.openLoaded();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));
        Fx.await("chosen", () -> shown().equals(List.of(WindowSamples.ACME)));

        kit.press(".connection-delete");
        kit.press("#delete-yes");

        Fx.await("said", () -> kit.find("#problem-bar") != null);
        Fx.await("chosen again", () -> shown().equals(List.of(WindowSamples.ACME)));
    }
}
