package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.DraggedFiles;
import app.loupe.domain.PrivateFiles;
import app.loupe.domain.ProblemException;
import app.loupe.settings.DragFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Drags;
import testkit.window.Fx;

/** What takes the plain file away that was made to be dragged: a lock, the end of its connection, that of the window, a start. */
class DraggedFilesFxTest {
    @TempDir
    private Path folder;

    private ConnectionId sample = new ConnectionId("aaaaaaaa");

    private WholeLoupe bench() throws ProblemException {
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            sample = loupe.connections().addSample().id();
            WholeLoupe.sync(loupe, sample);
        }
        return bench;
    }

    private List<Path> held() {
        Path dragged = folder.resolve(DragFolder.NAME);
        if (!Files.exists(dragged)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(dragged)) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException changing) {
            return List.of(dragged);
        }
    }

    /** Presses the chip of an invoice, and pulls before the file can be there: it waits for the next drag. */
    private StartedWindow holding(WholeLoupe bench) {
        var window = new StartedWindow(folder, prompt -> bench.open());
        window.press("#nav-invoices");
        Fx.await("invoices", () -> window.root().lookup(".invoice-table") instanceof TableView<?> table
                && table.getItems().size() > 3);
        Fx.run(() -> ((TableView<?>) window.root().lookup(".invoice-table")).getSelectionModel().select(3));
        Node chip = window.node("#drag-pdf");
        Fx.run(() -> {
            Drags.pressed(chip);
            Drags.pulled(chip);
        });
        Fx.await("it is ready", () -> window.root().lookup(".grip-said") instanceof Label said
                && said.getText().equals("It is ready now: drag again"));
        assertThat(held()).hasSize(1).first().asString().endsWith(".pdf");
        return window;
    }

    @Test
    void s52_aLockTakesItAway() throws Exception {
        try (StartedWindow window = holding(bench())) {
            window.press(KeyCode.L);
            Fx.await("locked", () -> window.root().lookup("#opening-again") instanceof Labeled button
                    && button.isVisible() && button.getText().equals("Unlock"));

            assertThat(folder.resolve(DragFolder.NAME)).doesNotExist();
        }
    }

    @Test
    void s52_theEndOfItsConnectionTakesItAway() throws Exception {
        try (StartedWindow window = holding(bench())) {
            window.press(".connection-delete").press("#delete-yes");
            window.node(".welcome");

            // The screens leave a connection as soon as its deletion begins; its files go while it runs.
            Fx.await("its file goes", () -> held().isEmpty());
        }
    }

    @Test
    void s52_theEndOfTheWindowTakesItAway() throws Exception {
        holding(bench()).close();

        assertThat(folder.resolve(DragFolder.NAME)).doesNotExist();
    }

    @Test
    void s52_theNextStartTakesAwayWhatAKilledProcessLeft() throws Exception {
        WholeLoupe bench = bench();
        Path left = Files.createDirectories(folder.resolve(DragFolder.NAME).resolve("left"));
        Files.writeString(left.resolve("INV-1.pdf"), "left");

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().list()).hasSize(1);
            assertThat(folder.resolve(DragFolder.NAME)).doesNotExist();
        }
    }

    @Test
    void s52_aDeletionLeavesWhatIsOfAnotherConnection() throws Exception {
        WholeLoupe bench = bench();
        try (OpenLoupe loupe = bench.open()) {
            DraggedFiles dragged = loupe.dragged();
            Path gone = dragged.make("1.pdf", Set.of(sample), DraggedFilesFxTest::write);
            Path stays = dragged.make("2.pdf", Set.of(new ConnectionId("bbbbbbbb")), DraggedFilesFxTest::write);

            loupe.connections().delete(sample);

            assertThat(gone).doesNotExist();
            assertThat(stays).exists();
        }
        assertThat(held()).as("closed").isEmpty();
    }

    @Test
    void nothingCanBeDraggedWhileAmountsAreHidden() throws Exception {
        try (StartedWindow window = holding(bench())) {
            window.press(KeyCode.B);

            Fx.await("what was ready goes", () -> held().isEmpty());
            assertThat(Fx.get(() -> window.root().lookup("#drag-pdf"))).isNull();
            window.press(KeyCode.B);
            assertThat(window.node("#drag-pdf")).isNotNull();
        }
    }

    private static void write(Path place) {
        try {
            PrivateFiles.create(place).close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
