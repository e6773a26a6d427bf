package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.session.ElapsedTime;
import app.loupe.session.Rhythm;
import app.loupe.session.Runs;
import app.loupe.session.Schedule;
import app.loupe.ui.common.Card;
import app.loupe.ui.connections.ConnectionLoader;
import app.loupe.ui.connections.SidebarViewModel;
import app.loupe.ui.connections.SyncRuns;
import java.util.List;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import testkit.window.FakeConnections;
import testkit.window.FakeJournal;
import testkit.window.FakeReader;
import testkit.window.FakeSync;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.NoneExpected;
import testkit.window.WindowSamples;

/** The card that edits a connection comes when its address was read, and takes nobody's place by then. */
class LateEditFxTest {
    private static final ConnectionProfile HARBOUR = WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café");
    private static final ConnectionProfile ACME = WindowSamples.profile(WindowSamples.ACME, "Acme Trading");

    @RegisterExtension
    private final NoneExpected unexpected = new NoneExpected();

    private final HeldWork work = new HeldWork();
    private final DialogLayer layer = Fx.get(DialogLayer::new);
    private final Stage stage = Fx.get(Stage::new);
    private final ConnectFlow flow = Fx.get(this::flow);

    private ConnectFlow flow() {
        var connections = new FakeConnections().with(HARBOUR).with(ACME);
        var session = new Runs(new FakeSync(), Thread::startVirtualThread, Platform::runLater);
        var schedule = new Schedule(session, new Rhythm.Off(),
                new ElapsedTime(() -> WindowSamples.NOW, () -> 0), new SplittableRandom(1));
        var sidebar = new SidebarViewModel(connections,
                new ConnectionLoader(connections, new FakeReader(), new FakeJournal()),
                new SyncRuns(session, schedule), work.background(), unexpected);
        return new ConnectFlow(connections, work.background(), WindowSamples.wording(), layer, sidebar);
    }

    @BeforeEach
    void open() {
        Fx.run(() -> {
            stage.setScene(new Scene(new StackPane(new Button("below"), layer), 900, 700));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private List<String> titles() {
        return Fx.get(() -> Fx.laidOut(layer).lookupAll(".card-title").stream().map(node -> ((Labeled) node).getText())
                .toList());
    }

    /** An export that goes on in it would be stopped, without a word. */
    @Test
    void aCardThatWasOpenedMeanwhileStays() {
        var export = new Watched();
        Fx.run(() -> {
            flow.edit(HARBOUR);
            layer.show(export);
        });

        work.done();

        assertThat(export.closed).isZero();
        assertThat(titles()).isEmpty();
    }

    /** What was typed in the first would be gone. */
    @Test
    void ofTwoThatAreAskedForTheLastOneComesAlone() {
        Fx.run(() -> {
            flow.edit(HARBOUR);
            flow.edit(ACME);
        });

        work.done();

        assertThat(titles()).singleElement().asString().contains("Acme Trading");
        assertThat(Fx.<Integer>get(layer::cards)).isOne();
    }

    @Test
    void oneThatIsAskedForAlreadyDoesNotCloseANewOne() {
        Fx.run(() -> {
            flow.edit(HARBOUR);
            flow.add();
        });

        work.done();

        assertThat(titles()).singleElement().asString().doesNotContain("Harbour");
    }

    /** A card that knows whether it was closed. */
    private static final class Watched implements Card {
        private final Button view = new Button("export");
        private int closed;

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void opened() {
            view.requestFocus();
        }

        @Override
        public void closed() {
            closed++;
        }
    }
}
