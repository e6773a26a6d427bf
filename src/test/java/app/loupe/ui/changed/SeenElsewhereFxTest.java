package app.loupe.ui.changed;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.window.ChangeSamples;
import testkit.window.FakeNavigator;
import testkit.window.FakeReader;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WindowSamples;

/** What is marked as seen while other connections are chosen. */
class SeenElsewhereFxTest {
    private final InMemoryBook book = new InMemoryBook();
    private final FakeReader reader = new FakeReader();
    private final HeldWork work = new HeldWork();
    private final ChangedViewModel model = Fx.get(() -> new ChangedViewModel(
            new ChangedPorts(book, reader, new IdleSync(), new FakeNavigator()), work.background(),
            WindowSamples.wording()));

    private void follow(ConnectionId id) {
        Fx.run(() -> model.follow(List.of(WindowSamples.profile(id, "Acme"))));
    }

    private void open(ConnectionId id) {
        ChangeSamples.all(book, reader, id);
        follow(id);
        work.done();
    }

    private List<ConnectionId> offered() {
        return Fx.get(() -> List.copyOf(model.undo().get().keySet()));
    }

    @Test
    void isOfferedToBeTakenBackInItsOwnListOnly() {
        open(FakeInvoices.ACME);
        Fx.run(model::markSeen);
        work.done();
        assertThat(offered()).containsExactly(FakeInvoices.ACME);

        open(WindowSamples.HARBOUR);
        Fx.run(model::markSeen);
        follow(FakeInvoices.ACME);
        work.done();

        assertThat(offered()).isEmpty();
    }
}
