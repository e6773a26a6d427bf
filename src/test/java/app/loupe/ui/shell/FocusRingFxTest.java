package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.UntrustedCertificateException;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.window.ChangeSamples;
import testkit.window.FocusWalk;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Whoever uses the keyboard sees where they are, in every screen of the window and in the connect dialog. */
class FocusRingFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void open(ColorScheme scheme) {
        kit.scheme.set(scheme);
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
    }

    private List<String> walk(String... on) {
        FocusWalk walk = FocusWalk.through(kit.stage().getScene());
        assertThat(String.join("\n", walk.names())).contains(on);
        return walk.unseen();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenOnTheWelcomeScreen(ColorScheme scheme) {
        kit.scheme.set(scheme);
        kit.openLoaded();

        assertThat(walk("welcome-connect", "nav-security", "add-connection")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenInTheSidebarAndInItsQuestion(ColorScheme scheme) {
        open(scheme);
        kit.press("#all-connections");
        Fx.await("a failed sync", () -> kit.find(".connection-remedy") != null);
        assertThat(walk("connection-line", "connection-delete", "connection-remedy", "nav-invoices")).isEmpty();

        Fx.run(() -> ((Button) kit.findAll(".connection-delete").getFirst()).fire());

        assertThat(walk("Delete")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenOnTheSecurityScreen(ColorScheme scheme) {
        open(scheme);
        kit.press("#nav-security");
        Fx.await("checks", () -> kit.find(".check-row") != null);
        Fx.run(() -> ((Button) kit.findAll(".check-row .button").get(2)).fire());

        assertThat(walk("nav-security")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenOnWhatChanged(ColorScheme scheme) {
        ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
        open(scheme);
        kit.press("#all-connections");
        kit.press("#nav-changed");
        Fx.await("changes", () -> kit.find("#changes") instanceof TableView<?> table && !table.getItems().isEmpty());

        assertThat(walk("span-all", "kind-paid", "mark-seen", "changes")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenInTheSyncLog(ColorScheme scheme) {
        open(scheme);
        kit.press("#nav-synclog");
        Fx.await("runs", () -> kit.find("#runs") instanceof TableView<?> runs && runs.getItems().size() > 1);
        assertThat(walk("runs", "requests")).as("nothing is chosen").isEmpty();

        Fx.run(() -> ((TableView<?>) Objects.requireNonNull(kit.find("#runs"))).getSelectionModel().select(1));
        Fx.await("requests",
                () -> kit.find("#requests") instanceof TableView<?> table && !table.getItems().isEmpty());

        assertThat(walk("runs", "requests")).as("a run is chosen").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenInTheConnectDialog(ColorScheme scheme) {
        open(scheme);
        kit.press("#add-connection");
        assertThat(walk("address", "database", "user", "secret", "since", "test", "save")).isEmpty();

        kit.connections.onProbe = address -> {
            throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, address.host()),
                    WindowSamples.certificate());
        };
        Fx.run(() -> ((TextInputControl) Objects.requireNonNull(kit.find("#address"))).setText("erp.harbour.lan"));
        Fx.await("stranger", () -> kit.find("#trust") != null);

        assertThat(walk("trust", "fingerprint")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void isSeenWithListedDatabasesAndADate(ColorScheme scheme) {
        open(scheme);
        kit.connections.onProbe = address -> WindowSamples.server("19.0", List.of("books", "test"));
        kit.press("#add-connection");
        kit.press("#since-from");
        Fx.run(() -> ((TextInputControl) Objects.requireNonNull(kit.find("#address"))).setText("acme"));
        Fx.await("greeted", () -> kit.find("#database-list") != null);
        assertThat(walk("database-list", "since-date")).isEmpty();

        kit.press("#how");

        assertThat(FocusWalk.through(kit.stage().getScene()).names()).as("nothing behind the dialog").singleElement()
                .asString().contains("guide-back");
    }
}
