package app.loupe.ui.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.cli.FakeReader;
import testkit.cli.Invoices;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** The bar of a check is that of all its connections: it goes on, and never back. */
class CheckProgressFxTest {
    private static final ConnectionId OTHER = new ConnectionId("0ther001");

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final HeldWork work = new HeldWork();

    private static FakeReader copy(int ofEach) {
        var copy = new FakeReader();
        for (ConnectionId id : List.of(WindowSamples.ACME, OTHER)) {
            for (int i = 1; i <= ofEach; i++) {
                copy.put(id.value(), Invoices.posted(i, "INV/" + i, "Deco Addict", "10.00", null));
            }
        }
        return copy;
    }

    @Test
    void goesOnOverSeveralConnections() {
        var told = new ArrayList<CheckViewModel.Progress>();
        CheckViewModel model = Fx.get(() -> {
            var made = new CheckViewModel(
                    new CheckPorts(copy(450), new InMemoryBook(), new IdleSync(), new FakeNavigator()),
                    work.background(), unexpected, WindowSamples.wording());
            made.progress().subscribe((before, now) -> told.add(now));
            made.follow(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"),
                    WindowSamples.profile(OTHER, "Other")));
            made.check();
            return made;
        });
        work.done();

        assertThat(Fx.get(() -> model.shown().get().invoices())).isEqualTo(900);
        assertThat(told.stream().filter(one -> one.of() > 0).toList()).containsExactly(
                new CheckViewModel.Progress(true, 200, 900), new CheckViewModel.Progress(true, 400, 900),
                new CheckViewModel.Progress(true, 650, 900), new CheckViewModel.Progress(true, 850, 900));
    }
}
