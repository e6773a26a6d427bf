package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.settings.SettingsFile;
import app.loupe.text.Texts;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.shell.FailureScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FolderSearch;
import testkit.window.Fx;

/** What was searched last, and named filters, from one window to the next, with everything that is behind a window but its keyring. */
class LastSearchFxTest {
    private static final String TYPED = "Lighthouse Bakery & Sons";

    @TempDir
    private Path folder;

    /** A window from its first frame to its end; as the program does it, settings are written last. */
    private final class OneStart implements AutoCloseable {
        private final SettingsFile settings = new SettingsFile(folder);
        private final Memory memory = new Memory(settings.read());
        private final CountDownLatch closed = new CountDownLatch(1);
        private final ExecutorService work = Executors.newCachedThreadPool();
        private final WindowOpening opening;
        private final Window window;

        OneStart(WindowOpening.Opener opener) {
            var guard = new CrashGuard(new PrintWriter(new StringWriter()), new Texts(Locale.US), end -> {});
            Wording wording = Wording.of(new Texts(Locale.US), WholeLoupe.CLOCK);
            opening = Fx.get(() -> new WindowOpening(wording, work, guard,
                    new FailureScreen(wording, guard::refuse), closed::countDown,
                    new WindowOpening.Remembered(Path.of("nowhere"), memory)));
            Fx.run(() -> opening.begin(opener));
            window = Fx.get(() -> Window.getWindows().getLast());
        }

        Node node(String selector) {
            Fx.await("there is " + selector, () -> window.getScene().lookup(selector) != null);
            return Fx.get(() -> window.getScene().lookup(selector));
        }

        OneStart chosen(String selector) {
            Node button = node(selector);
            Fx.run(() -> ((ButtonBase) button).fire());
            return this;
        }

        String search() {
            return Fx.get(((TextField) node("#invoice-search"))::getText);
        }

        OneStart typed(String text) {
            TextField field = (TextField) node("#invoice-search");
            Fx.run(() -> field.setText(text));
            return this;
        }

        @Override
        public void close() {
            Fx.run(() -> ((Stage) window).close());
            try {
                assertThat(closed.await(2, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            work.close();
            if (opening.close()) {
                settings.write(memory.values());
            }
        }
    }

    private static ConnectionId sample(WholeLoupe bench) throws ProblemException {
        try (OpenLoupe loupe = bench.open()) {
            return loupe.connections().addSample().id();
        }
    }

    @Test
    void survivesARestartAndStandsInNoFileInTheClear() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new OneStart(prompt -> bench.open())) {
            assertThat(first.typed(TYPED).search()).isEqualTo(TYPED);
        }

        assertThat(FolderSearch.finds(folder, TYPED)).isEmpty();
        assertThat(FolderSearch.finds(folder, "Lighthouse")).isEmpty();
        assertThat(FolderSearch.finds(folder, "install-id")).as("the search sees what is there").isNotEmpty();
        try (var second = new OneStart(prompt -> bench.open())) {
            assertThat(second.search()).isEqualTo(TYPED);
            second.typed("");
        }
        try (var third = new OneStart(prompt -> bench.open())) {
            assertThat(third.search()).isEmpty();
        }
    }

    @Test
    void isGoneWithTheConnectionAlsoWhenTheWindowClosesAfterwards() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new OneStart(prompt -> bench.open())) {
            first.typed(TYPED);
        }
        assertThat(bench.text("SELECT COUNT(*) FROM vault_meta WHERE name = 'search'")).isEqualTo("1");

        try (var second = new OneStart(prompt -> bench.open())) {
            assertThat(second.search()).isEqualTo(TYPED);
            second.chosen(".connection-delete").chosen("#delete-yes").node("#welcome-sample");
        }

        assertThat(bench.text("SELECT COUNT(*) FROM vault_meta WHERE name = 'search'")).isEqualTo("0");
    }

    private static List<MenuItem> filters(OneStart start, String id) {
        MenuButton menu = (MenuButton) start.node("#saved-filters");
        return Fx.get(() -> menu.getItems().stream().filter(item -> id.equals(item.getId())).toList());
    }

    @Test
    void aNamedFilterSurvivesARestartSealedAndGoesWithTheLastConnection() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new OneStart(prompt -> bench.open())) {
            first.typed("Lighthouse");
            Fx.run(filters(first, "saved-save").getFirst()::fire);
            TextField name = (TextField) first.node("#filter-name");
            Fx.run(() -> {
                name.setText("Bakery of Anna");
                name.fireEvent(new ActionEvent());
            });
            assertThat(filters(first, "saved-choose")).hasSize(1);
            first.typed("");
        }

        assertThat(FolderSearch.finds(folder, "Lighthouse")).isEmpty();
        assertThat(FolderSearch.finds(folder, "Bakery")).isEmpty();
        try (var second = new OneStart(prompt -> bench.open())) {
            MenuItem kept = filters(second, "saved-choose").getFirst();
            assertThat(kept.getText()).isEqualTo("Bakery of Anna");
            Fx.run(kept::fire);
            assertThat(second.search()).isEqualTo("Lighthouse");
            second.chosen(".connection-delete").chosen("#delete-yes").node("#welcome-sample");
        }
        assertThat(bench.text("SELECT COUNT(*) FROM vault_meta WHERE name = 'filters'")).isEqualTo("0");
    }

    @Test
    void aVaultThatDoesNotOpenKeepsNothingAndIsNoError() throws Exception {
        try (var refused = new OneStart(prompt -> {
            throw ProblemException.of(ProblemCode.KEYRING_LOCKED);
        })) {
            Node ways = refused.node(".welcome-ways");
            Fx.await("it is refused", ways::isVisible);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDamagedOneIsPassedOver() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new OneStart(prompt -> bench.open())) {
            first.typed(TYPED);
        }
        bench.tamper("UPDATE vault_meta SET \"VALUE\" = \"VALUE\" || 'A' WHERE name = 'search'");
        bench.loseTheLedger();

        try (var second = new OneStart(prompt -> bench.open())) {
            assertThat(second.search()).isEmpty();
        }
    }
}
