package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.FxStage;
import testkit.window.FakeConnections;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** A save that is stopped while the run of its connection ends, and what comes of its secret and its hold. */
class ConnectStopFxTest {
    private static final ConnectionProfile HARBOUR = WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café");

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final FakeConnections connections = new FakeConnections().with(HARBOUR);
    private final HeldWork work = new HeldWork();
    private final Host host = new Host();
    private ConnectViewModel model = model(work.background());

    /** A window whose runs end when the test says so. */
    private final class Host implements ConnectHost {
        private final List<Runnable> afterTheRun = new ArrayList<>();
        private int holds;
        private int saved;

        @Override
        public void saved(ConnectionProfile profile) {
            saved++;
        }

        @Override
        public void renamed(ConnectionProfile profile) {
            unexpected.came("nobody is renamed here");
        }

        @Override
        public void close() {
            // there is no dialog
        }

        @Override
        public void hold(ConnectionId id, Runnable next) {
            holds++;
            afterTheRun.add(next);
        }

        @Override
        public void release(ConnectionId id) {
            holds--;
        }
    }

    @BeforeAll
    static void toolkit() {
        FxStage.start();
    }

    private ConnectViewModel model(Background background) {
        return new ConnectViewModel(connections, background, Wording.of(new Texts(Locale.ENGLISH), Clock.systemUTC()),
                host);
    }

    @BeforeEach
    void startFromTheStoredOne() throws ProblemException {
        var endpoint = new Endpoint(OdooAddress.parse("harbour.example"), "harbour", "ann");
        connections.at(WindowSamples.HARBOUR, endpoint);
        Fx.run(() -> model.startFrom(HARBOUR, endpoint, null));
        work.done();
    }

    private Secret begun(BiConsumer<ConnectViewModel, Secret> what) {
        Secret secret = Secret.ofChars("a new key");
        Fx.run(() -> what.accept(model, secret));
        return secret;
    }

    private Secret saved() {
        Secret secret = begun(ConnectViewModel::save);
        work.done();
        return secret;
    }

    private static void assertClosed(Secret secret) {
        assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class);
    }

    private void theRunEnds() {
        Fx.run(() -> {
            List<Runnable> all = List.copyOf(host.afterTheRun);
            host.afterTheRun.clear();
            all.forEach(Runnable::run);
        });
    }

    @Test
    void whatWasStoppedWhileTheRunEndedStoresNothingAndLetsGo() {
        Secret secret = saved();
        assertThat(Fx.get(model::mayStop)).isTrue();
        Fx.run(model::stop);

        theRunEnds();
        work.done();

        assertClosed(secret);
        assertThat(host.holds).isZero();
        assertThat(host.saved).isZero();
        assertThat(connections.calls).noneMatch(call -> call.startsWith("edit"));
    }

    @Test
    void itNeitherKeepsALaterTestFromBeingStoppedNorLetsGoOfTheHoldOfALaterSave() {
        Secret first = saved();
        Fx.run(model::stop);
        Secret second = saved();
        assertThat(host.holds).isEqualTo(2);

        Fx.run(host.afterTheRun.removeFirst());

        assertClosed(first);
        assertThat(Fx.get(model::mayStop)).as("the second stores nothing yet").isTrue();
        assertThat(host.holds).as("the hold of the second").isOne();

        theRunEnds();
        assertThat(Fx.get(model::mayStop)).as("what is stored cannot be called back").isFalse();
        assertThat(host.holds).isOne();
        work.done();
        assertThat(host.holds).isZero();
        assertThat(host.saved).isOne();
        assertClosed(second);
    }

    @Test
    void whatIsNotBegunAnyMoreWipesItsSecret() {
        Background closing = new Background(task -> {
            throw new RejectedExecutionException();
        }, unexpected);
        model = model(closing);
        Fx.run(() -> model.startFrom(HARBOUR, connections.endpoint(WindowSamples.HARBOUR).orElseThrow(), null));

        assertClosed(begun(ConnectViewModel::test));
        model = model(closing);
        Fx.run(() -> model.startFrom(HARBOUR, connections.endpoint(WindowSamples.HARBOUR).orElseThrow(), null));
        assertClosed(begun(ConnectViewModel::save));
    }

    /** A lock or the end of the window: it is no failure, and nobody waits any more. */
    @Test
    void whatEndsWithTheFilesIsNeitherAFailureNorAwaited() {
        connections.onProbe = address -> {
            throw ProblemException.of(ProblemCode.FILES_CLOSED);
        };
        connections.onTest = endpoint -> {
            throw ProblemException.of(ProblemCode.FILES_CLOSED);
        };
        Fx.run(() -> {
            model.form().address.set("https://other.example");
            model.probe().now();
        });
        work.done();
        assertThat(Fx.get(() -> model.form().note(Field.ADDRESS).get())).isEqualTo(FieldNote.NONE);

        begun(ConnectViewModel::test);
        work.done();
        assertThat(Fx.get(() -> model.form().note(Field.FORM).get())).isEqualTo(FieldNote.NONE);
        assertThat(Fx.<Boolean>get(() -> model.busyProperty().get())).isFalse();
    }
}
