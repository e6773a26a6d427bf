package app.loupe.ui.bookcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.ui.common.Aside;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.window.FakeNavigator;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;
import testkit.window.ReviewSamples;
import testkit.window.WindowSamples;

/** The books are checked by themselves when a run has brought something: a start reads them only for who looks. */
class CheckByItselfFxTest {
    private static final SyncCounts NOTHING = new SyncCounts(0, 0, 7, 0, 0, 0, 0, 0, 6);

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final HeldWork work = new HeldWork();
    private final CheckScreen screen = Fx.get(() -> new CheckScreen(
            new CheckPorts(ReviewSamples.copy(), new InMemoryBook(), new IdleSync(), new FakeNavigator()),
            work.background(),
            unexpected, WindowSamples.wording()));

    private void keepUp() {
        Fx.run(() -> screen.keepUp(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"))));
    }

    private Aside aside() {
        return Fx.get(() -> screen.aside().getValue());
    }

    static List<SyncReport> runsThatBringSomething() {
        return List.of(new SyncReport.Done(new SyncCounts(1, 0, 6, 0, 0, 0, 0, 0, 6)),
                new SyncReport.Done(new SyncCounts(0, 1, 6, 0, 0, 0, 0, 0, 6)),
                new SyncReport.Done(new SyncCounts(0, 0, 6, 1, 0, 0, 0, 0, 6)),
                new SyncReport.Done(new SyncCounts(0, 0, 7, 0, 0, 0, 1, 0, 6)),
                // a payment came
                new SyncReport.Done(new SyncCounts(0, 0, 7, 0, 0, 1, 0, 0, 6)),
                new SyncReport.Failed(new SyncCounts(1, 0, 0, 0, 0, 0, 0, 0, 6), Problem.of(ProblemCode.HOST_UNKNOWN)),
                new SyncReport.Cancelled(new SyncCounts(1, 0, 0, 0, 0, 0, 0, 0, 6)));
    }

    @ParameterizedTest
    @MethodSource("runsThatBringSomething")
    void aRunThatBroughtSomethingHasThemChecked(SyncReport report) {
        keepUp();
        Fx.run(() -> screen.ended(report));
        keepUp();
        work.done();

        assertThat(aside()).isEqualTo(new Aside("4 found", "news"));
    }

    @Test
    void neitherAStartNorARunThatBroughtNothingDoes() {
        keepUp();
        Fx.run(() -> screen.ended(new SyncReport.Done(NOTHING)));
        keepUp();

        assertThat(aside()).isEqualTo(Aside.NONE);
        assertThat(work.isIdle()).isTrue();
    }
}
