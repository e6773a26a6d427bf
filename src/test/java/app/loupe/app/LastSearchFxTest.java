package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FolderSearch;
import testkit.window.Fx;

/** What was searched last, and named filters, from one window to the next, with everything that is behind a window but its keyring. */
class LastSearchFxTest {
    private static final String TYPED = "Lighthouse Bakery & Sons";

    @TempDir
    private Path folder;

    private static String search(StartedWindow window) {
        return Fx.get(((TextField) window.node("#invoice-search"))::getText);
    }

    private static void type(StartedWindow window, String text) {
        TextField field = (TextField) window.node("#invoice-search");
        Fx.run(() -> field.setText(text));
    }

    private static ConnectionId sample(WholeLoupe bench) throws ProblemException {
        try (OpenLoupe loupe = bench.open()) {
            return loupe.connections().addSample().id();
        }
    }

    /** Deletes the only connection; the welcome comes when that begins, so the row's end is waited for. */
    private static void delete(StartedWindow window) {
        window.press(".connection-delete").press("#delete-yes").node("#welcome-sample");
        Fx.await("it is deleted", () -> window.root().lookup(".connection-delete") == null);
    }

    @Test
    void survivesARestartAndStandsInNoFileInTheClear() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new StartedWindow(folder, prompt -> bench.open())) {
            type(first, TYPED);
            assertThat(search(first)).isEqualTo(TYPED);
        }

        assertThat(FolderSearch.finds(folder, TYPED)).isEmpty();
        assertThat(FolderSearch.finds(folder, "Lighthouse")).isEmpty();
        assertThat(FolderSearch.finds(folder, "install-id")).as("the search sees what is there").isNotEmpty();
        try (var second = new StartedWindow(folder, prompt -> bench.open())) {
            assertThat(search(second)).isEqualTo(TYPED);
            type(second, "");
        }
        try (var third = new StartedWindow(folder, prompt -> bench.open())) {
            assertThat(search(third)).isEmpty();
        }
    }

    @Test
    void isGoneWithTheConnectionAlsoWhenTheWindowClosesAfterwards() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new StartedWindow(folder, prompt -> bench.open())) {
            type(first, TYPED);
        }
        assertThat(bench.text("SELECT COUNT(*) FROM vault_meta WHERE name = 'search'")).isEqualTo("1");

        try (var second = new StartedWindow(folder, prompt -> bench.open())) {
            assertThat(search(second)).isEqualTo(TYPED);
            delete(second);
        }

        assertThat(bench.text("SELECT COUNT(*) FROM vault_meta WHERE name = 'search'")).isEqualTo("0");
    }

    private static List<MenuItem> filters(StartedWindow start, String id) {
        MenuButton menu = (MenuButton) start.node("#saved-filters");
        return Fx.get(() -> menu.getItems().stream().filter(item -> id.equals(item.getId())).toList());
    }

    @Test
    void aNamedFilterSurvivesARestartSealedAndGoesWithTheLastConnection() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var first = new StartedWindow(folder, prompt -> bench.open())) {
            type(first, "Lighthouse");
            Fx.run(filters(first, "saved-save").getFirst()::fire);
            TextField name = (TextField) first.node("#filter-name");
            Fx.run(() -> {
                name.setText("Bakery of Anna");
                name.fireEvent(new ActionEvent());
            });
            assertThat(filters(first, "saved-choose")).hasSize(1);
            type(first, "");
        }

        assertThat(FolderSearch.finds(folder, "Lighthouse")).isEmpty();
        assertThat(FolderSearch.finds(folder, "Bakery")).isEmpty();
        try (var second = new StartedWindow(folder, prompt -> bench.open())) {
            MenuItem kept = filters(second, "saved-choose").getFirst();
            assertThat(kept.getText()).isEqualTo("Bakery of Anna");
            Fx.run(kept::fire);
            assertThat(search(second)).isEqualTo("Lighthouse");
            delete(second);
        }
        assertThat(bench.text("SELECT COUNT(*) FROM vault_meta WHERE name = 'filters'")).isEqualTo("0");
    }

    private static void save(StartedWindow window, String filter) {
        Fx.run(filters(window, "saved-save").getFirst()::fire);
        TextField name = (TextField) window.node("#filter-name");
        Fx.run(() -> {
            name.setText(filter);
            name.fireEvent(new ActionEvent());
        });
    }

    @Test
    void aNamedFilterGoesFromTheWindowWithTheLastConnectionWhicheverPageIsSeen() throws Exception {
        var bench = new WholeLoupe(folder);
        sample(bench);
        try (var window = new StartedWindow(folder, prompt -> bench.open())) {
            save(window, "Bakery of Anna");
            assertThat(filters(window, "saved-choose")).hasSize(1);
            delete(window.press("#nav-overview"));
            window.press("#welcome-sample").press("#nav-invoices").node("#saved-filters");
            assertThat(filters(window, "saved-choose")).isEmpty();
            save(window, "Of the next one");
        }

        try (var later = new StartedWindow(folder, prompt -> bench.open())) {
            assertThat(filters(later, "saved-choose")).extracting(MenuItem::getText)
                    .containsExactly("Of the next one");
        }
    }

    @Test
    void aVaultThatDoesNotOpenKeepsNothingAndIsNoError() throws Exception {
        try (var refused = new StartedWindow(folder, prompt -> {
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
        try (var first = new StartedWindow(folder, prompt -> bench.open())) {
            type(first, TYPED);
        }
        bench.tamper("UPDATE vault_meta SET \"VALUE\" = \"VALUE\" || 'A' WHERE name = 'search'");
        bench.loseTheLedger();

        try (var second = new StartedWindow(folder, prompt -> bench.open())) {
            assertThat(search(second)).isEmpty();
        }
    }
}
