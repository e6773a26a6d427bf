package app.loupe.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.shell.Journey;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.TradingCopy;
import testkit.window.Fx;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** Whoever looks at the figures of another connection begins at their top. */
class OtherFiguresFxTest {
    private static final ConnectionProfile OTHER = WindowSamples.profile(new ConnectionId("bbbb2222"), "Other");

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private static ScrollPane figures(OverviewScreen screen) {
        return (ScrollPane) screen.view().lookup(".overview-scroll");
    }

    @Test
    void anotherChoiceBeginsAtItsTopAndTheSameStaysWhereItIs() {
        var background = new Background(Thread::startVirtualThread, unexpected);
        OverviewScreen screen = Fx.get(() -> {
            var made = new OverviewScreen(new OverviewPorts(TradingCopy.business().shelf(), new InMemoryBook(),
                    new IdleSync(), new Journey()), background, WindowSamples.wording());
            made.remember(new Memory(Map.of()));
            new Scene(new StackPane(made.view()), 1000, 500);
            made.select(List.of(FakeInvoices.profile()));
            return made;
        });
        Fx.await("figures", () -> figures(screen) != null);
        ScrollPane figures = Fx.get(() -> figures(screen));
        Fx.run(() -> figures.setVvalue(1));

        Fx.run(() -> screen.select(List.of(FakeInvoices.profile())));
        assertThat(Fx.get(figures::getVvalue)).isEqualTo(1);

        Fx.run(() -> screen.select(List.of(OTHER)));
        assertThat(Fx.get(figures::getVvalue)).isZero();
        Fx.awaitQuiet(background);
    }
}
