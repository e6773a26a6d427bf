package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import app.loupe.ui.common.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.ReviewSamples;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class ShellMemoryFxTest {
    private static WindowKit kit(Memory memory) {
        var kit = new WindowKit();
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.remembering(memory);
        return kit.openLoaded();
    }

    @Test
    void screenAndConnectionComeBackAtTheNextStart() {
        var memory = new Memory(Map.of());
        try (WindowKit kit = kit(memory)) {
            Fx.run(() -> kit.findAll(".connection-line").get(1).fireEvent(Clicks.primary()));
            kit.press("#nav-synclog");
            Fx.await("sync log", () -> kit.find("#runs") != null);
        }

        var kit = new WindowKit();
        try (kit) {
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.remembering(new Memory(Fx.get(memory::values))).open();

            Fx.await("sync log", () -> kit.find("#runs") != null);
            Fx.await("the second is chosen", () -> kit.findAll(".connection-line").size() == 3
                    && kit.findAll(".connection-line").get(1).getPseudoClassStates().toString().contains("selected"));
        }
    }

    /** The page where the window begins is one to which the owner has come. */
    @Test
    void aWindowThatBeginsAtTheBookCheckChecks() {
        var kit = new WindowKit();
        try (kit) {
            kit.copy = ReviewSamples.copy();
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.remembering(new Memory(Map.of("screen", "nav-check"))).open();

            Fx.await("checked", () -> kit.find("#check-again") != null
                    && kit.seen(".check-line-above .muted").stream().anyMatch(text -> text.contains("hecked ")));
            assertThat(kit.texts(".check-line-above .muted")).singleElement().asString().contains("documents");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzzzzzzz", "", "no id at all", "; DROP"})
    void aConnectionThatIsGoneMeansAll(String id) {
        try (WindowKit kit = kit(new Memory(Map.of("connection", id, "screen", "nav-elsewhere")))) {
            Fx.await("all are shown", () -> kit.find("#search") != null);

            assertThat(Fx.get(() -> kit.findAll(".connection-line").stream()
                    .filter(line -> line.getPseudoClassStates().toString().contains("selected")).toList())).isEmpty();
        }
    }
}
