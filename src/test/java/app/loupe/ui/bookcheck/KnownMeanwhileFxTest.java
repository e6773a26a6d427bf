package app.loupe.ui.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.bookcheck.Finding;
import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.KnownFindings;
import app.loupe.domain.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;
import testkit.window.ReviewSamples;
import testkit.window.WindowSamples;

/** What the owner marks as known while a check runs is known when it has ended. */
class KnownMeanwhileFxTest {
    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final HeldWork work = new HeldWork();
    private final InMemoryBook book = new InMemoryBook();
    private Runnable afterTheFirst = () -> {};
    private final CheckViewModel model = Fx.get(() -> new CheckViewModel(
            new CheckPorts(ReviewSamples.copy(), new Watched(), new IdleSync(), new FakeNavigator()), work.background(),
            unexpected,
            WindowSamples.wording()));

    /** The book; something happens when the known findings of the first of two connections were read. */
    private final class Watched implements KnownFindings {
        @Override
        public Set<String> knownFindings(ConnectionId connection) throws ProblemException {
            if (!connection.equals(WindowSamples.ACME)) {
                afterTheFirst.run();
            }
            return book.knownFindings(connection);
        }

        @Override
        public void knowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
            book.knowFindings(connection, keys);
        }

        @Override
        public void unknowFindings(ConnectionId connection, Set<String> keys) throws ProblemException {
            book.unknowFindings(connection, keys);
        }
    }

    private Finding first() {
        return Fx.get(() -> model.shown().get().rows().stream().filter(CheckRow.Entry.class::isInstance)
                .map(CheckRow.Entry.class::cast).findFirst().orElseThrow().finding());
    }

    private List<Integer> counts() {
        return Fx.get(() -> List.of(model.shown().get().open(), model.shown().get().known()));
    }

    private void open() {
        book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
        Fx.run(() -> {
            model.follow(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"),
                    WindowSamples.profile(WindowSamples.NORDLYS, "Other")));
            model.check();
        });
        work.done();
    }

    @Test
    void aCheckThatBeganBeforeDoesNotBringItBack() {
        open();
        assertThat(counts()).containsExactly(4, 0);
        Finding finding = first();
        afterTheFirst = () -> {
            afterTheFirst = () -> {};
            Fx.run(() -> model.know(finding, true));
            work.done();
        };

        Fx.run(model::check);
        work.done();

        assertThat(counts()).containsExactly(3, 1);
        assertThat(Fx.get(() -> model.undo().get())).isEqualTo(Optional.of(finding));
        Fx.run(() -> model.know(finding, false));
        work.done();
        Fx.run(model::check);
        work.done();
        assertThat(counts()).as("nor does one keep what was taken back").containsExactly(4, 0);
    }

    /** Undo beside others would take back what nobody sees there. */
    @Test
    void whatIsMarkedWhenOthersAreChosenIsNotOfferedThere() {
        open();
        Finding marked = first();
        Fx.run(() -> {
            model.know(marked, true);
            model.follow(List.of(WindowSamples.profile(WindowSamples.NORDLYS, "Other")));
        });

        work.done();

        assertThat(Fx.get(() -> model.undo().get())).isEmpty();
    }
}
