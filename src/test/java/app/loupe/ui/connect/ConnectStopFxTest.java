package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Each way to type something else while the answer is waited for. */
    private static List<Consumer<ConnectViewModel>> edits() {
        return List.of(model -> model.form().address.set("https://other.example"),
                model -> model.form().database.set("other"), model -> model.form().user.set("bert"),
                model -> model.form().name.set("Other"), model -> model.form().since.set(LocalDate.EPOCH),
                model -> model.form().sinceUnreadable.set(true),
                model -> model.form().keyExpires.set(LocalDate.of(2099, 1, 1)),
                model -> model.form().keyExpiresUnreadable.set(true), ConnectViewModel::secretEdited);
    }

    /** What was typed before would be stored, and what stands there now would be gone with the card. */
    @ParameterizedTest
    @MethodSource("edits")
    void whatIsTypedWhileItIsTestedEndsTheSave(Consumer<ConnectViewModel> edit) {
        Secret secret = begun(ConnectViewModel::save);
        Fx.run(() -> edit.accept(model));

        work.done();
        theRunEnds();
        work.done();

        assertClosed(secret);
        assertThat(host.saved).isZero();
        assertThat(host.holds).isZero();
        assertThat(connections.calls).noneMatch(call -> call.startsWith("edit"));
        assertThat(Fx.<Boolean>get(() -> model.busyProperty().get())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void itIsNotToldToWorkWithWhatWasTypedMeanwhile(Consumer<ConnectViewModel> edit) {
        begun(ConnectViewModel::test);
        Fx.run(() -> edit.accept(model));

        work.done();

        assertThat(Fx.get(() -> model.form().note(Field.FORM).get())).isEqualTo(FieldNote.NONE);
    }

    /** It would be pinned for the other server. */
    @Test
    void theCertificateOfAFormerAddressIsNotAskedAboutForAnotherOne() {
        refuseTheCertificateOf("harbour.example");
        begun(ConnectViewModel::test);
        Fx.run(() -> {
            model.form().address.set("https://other.example");
            model.probe().now();
        });

        work.done();

        assertThat(Fx.<Boolean>get(() -> model.probe().questionProperty().get() == null)).isTrue();
    }

    private void refuseTheCertificateOf(String host) {
        connections.onTest = endpoint -> {
            if (endpoint.address().host().equals(host)) {
                throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, host),
                        WindowSamples.certificate());
            }
            return WindowSamples.signedIn();
        };
    }

    /** The greeting that comes last knows best. */
    @Test
    void aServerThatIsKnownAsksNothingAnyMore() throws ProblemException {
        refuseTheCertificateOf("harbour.example");
        begun(ConnectViewModel::test);
        work.done();
        assertThat(Fx.<Boolean>get(() -> model.probe().questionProperty().get() == null)).isFalse();

        OdooAddress harbour = OdooAddress.parse("harbour.example");
        Fx.run(() -> model.probe().startWith(harbour, null));
        work.done();

        assertThat(Fx.<Boolean>get(() -> model.probe().questionProperty().get() == null)).isTrue();
    }

    @Test
    void whatIsTrustedWhileItIsTestedIsTestedAnew() {
        begun(ConnectViewModel::save);
        Fx.run(() -> model.trust(WindowSamples.certificate()));

        work.done();
        theRunEnds();
        work.done();

        assertThat(host.saved).isZero();
        assertThat(Fx.get(() -> model.probe().pin())).isEqualTo(WindowSamples.certificate().fingerprint());
    }

    private String form(Function<ConnectForm, StringProperty> field) {
        return Fx.get(() -> field.apply(model.form()).get());
    }

    /** The owner typed nothing: it would end without a word. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAGreetingTellsMeanwhileEndsNothing(boolean saves) {
        model = model(work.background());
        connections.onProbe = address -> WindowSamples.server("19.0", List.of(address.host().replace(".example", "")));
        Fx.run(() -> {
            model.form().address.set("https://first.example");
            model.probe().now();
            model.form().user.set("ann");
        });
        work.done();
        assertThat(form(form -> form.database)).isEqualTo("first");
        Fx.run(() -> {
            model.form().address.set("https://second.example");
            model.probe().now();
        });

        begun(saves ? ConnectViewModel::save : ConnectViewModel::test);
        work.done();

        assertThat(host.saved).isEqualTo(saves ? 1 : 0);
        assertThat(Fx.<Boolean>get(model::wasStopped)).isFalse();
        assertThat(form(form -> form.database)).as("what was tested").isEqualTo("first");
        assertThat(Fx.get(() -> List.copyOf(model.databases()))).containsExactly("second");
        assertThat(Fx.<Boolean>get(() -> model.busyProperty().get())).isFalse();
    }

    /** What is stored cannot be called back, and goes on. */
    @ParameterizedTest
    @MethodSource("edits")
    void whatIsTypedWhileItIsStoredLeavesTheWordsOfThat(Consumer<ConnectViewModel> edit) {
        saved();
        theRunEnds();
        FieldNote before = Fx.get(() -> model.form().note(Field.FORM).get());
        assertThat(before.kind()).isEqualTo(FieldNote.Kind.BUSY);

        Fx.run(() -> edit.accept(model));

        assertThat(Fx.get(() -> model.form().note(Field.FORM).get())).isEqualTo(before);
        work.done();
        assertThat(host.saved).isOne();
    }
}
