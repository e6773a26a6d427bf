package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Every screen whose figures come from the copy says at its foot how old that is, in the same words. */
class CopyAgesFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void open() {
        kit.copy = ReviewSamples.copy();
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "vendors", "aged", "products", "changed"})
    void theFootSaysHowOldTheCopyIs(String page) {
        open();
        Fx.run(() -> kit.findAll(".connection-line").getFirst().fireEvent(Clicks.primary()));

        kit.press("#nav-" + page);

        Fx.await("the age is there", () -> kit.seen(".copy-age").stream()
                .anyMatch(text -> text.startsWith("\u25cf Local copy of 2")));
        assertThat(Fx.get(() -> kit.findAll(".copy-age").getFirst().getBoundsInParent().getMaxX())).isPositive();
    }

    @Test
    void amongSeveralCopiesOneThatNeverWasIsSaid() {
        kit.connections.with(new ConnectionProfile(WindowSamples.id(9), ConnectionProfile.Kind.ODOO, "New", null, null,
                "19.0", null));
        open();
        kit.press("#all-connections");

        kit.press("#nav-products");

        Fx.await("the age is there", () -> !kit.seen(".copy-age:incomplete").isEmpty());
        assertThat(kit.texts(".copy-age")).containsExactly("\u25cf First sync not complete: figures are missing");
    }
}
