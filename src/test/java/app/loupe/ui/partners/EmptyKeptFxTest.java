package app.loupe.ui.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Lists of a copy that begins on a day do not say that there was never anybody or anything. */
class EmptyKeptFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private List<String> said(String page, @Nullable LocalDate since) {
        var whole = WindowSamples.profile(WindowSamples.ACME, "Acme Trading");
        kit.connections.with(since == null ? whole : WindowSamples.since(whole, since));
        kit.reader.with(WindowSamples.ACME, 12);
        kit.openLoaded();
        kit.press(page);
        Fx.await("said", () -> !kit.seen(".empty-title").isEmpty() && !kit.seen(".empty-title").contains("Looking…"));
        return Fx.get(() -> kit.seen(".empty-title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#nav-customers", "#nav-vendors"})
    void ofACopyThatBeginsOnADayItSaysSo(String page) {
        assertThat(said(page, LocalDate.of(2026, 10, 1))).containsExactly("Nothing of this is in the copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#nav-customers", "#nav-vendors"})
    void ofAWholeCopyItIsNothing(String page) {
        assertThat(said(page, null)).hasSize(1).doesNotContain("Nothing of this is in the copy");
    }
}
