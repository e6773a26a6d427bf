package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;

/** What a toolkit says that does not start: here it has started already, and starts once only. */
class ToolkitStartFxTest {
    @Test
    void whatTheToolkitRefusesIsToldToWhoNeedsItAndKeepsNobodyWaiting() {
        Fx.run(() -> {});
        var start = new ToolkitStart();
        List<String> run = new ArrayList<>();

        start.begin();
        start.begin();
        start.await();

        assertThatThrownBy(() -> start.run(() -> run.add("first"))).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(run).isEmpty();
    }

    @Test
    void whoRunsSomethingBeginsIt() {
        Fx.run(() -> {});
        var start = new ToolkitStart();

        assertThatThrownBy(() -> start.run(() -> {})).isExactlyInstanceOf(IllegalStateException.class);
    }
}
