package testkit.window;

import app.loupe.domain.BookId;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Memory;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.welcome.OpeningView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import testkit.TradingCopy;

/** Draws the settings, hidden amounts, the locked window and the note to a partner. */
public final class PrivacyScreenshots {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Path folder;
    private final ColorScheme scheme;

    private PrivacyScreenshots(Path folder, ColorScheme scheme) {
        this.folder = folder;
        this.scheme = scheme;
    }

    /** Draws all, into the folder of the first argument when there is one. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "target/screenshots" : arguments[0]);
        Files.createDirectories(folder);
        try {
            for (ColorScheme scheme : ColorScheme.values()) {
                new PrivacyScreenshots(folder, scheme).draw();
            }
        } finally {
            Platform.exit();
        }
    }

    private void draw() throws IOException {
        for (Locale language : List.of(Locale.US, Locale.GERMANY)) {
            settings(language);
        }
        hidden();
        locked();
        note();
    }

    private Path file(String what) {
        return folder.resolve(what + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
    }

    private void settings(Locale language) throws IOException {
        try (var kit = new WindowKit(language)) {
            kit.scheme.set(scheme);
            kit.copy = ReviewSamples.copy();
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.openLoaded();
            kit.press("#nav-settings");
            Fx.await("settings", () -> kit.find("#lock-now") != null);
            Pictures.write(kit.stage(), WIDTH, HEIGHT, file("settings-" + language.getLanguage()));
        }
    }

    private void hidden() throws IOException {
        try (var window = new OverviewWindow(TradingCopy.business(), new Memory(Map.of()), Locale.US)) {
            Fx.run(() -> window.scheme.set(scheme));
            window.awaitProducts();
            Fx.run(() -> Objects.requireNonNull(window.stage().getScene().getAccelerators()
                    .get(new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN))).run());
            Fx.await("hidden", () -> !window.findAll(".card-value").isEmpty());
            window.awaitProducts();
            Pictures.write(window.stage(), WIDTH, HEIGHT, file("hidden-overview"));
            window.press("#nav-invoices");
            window.await(".invoice-table");
            Fx.await("rows", () -> window.findAll(".invoice-table").getFirst() instanceof TableView<?> table
                    && !table.getItems().isEmpty());
            Pictures.write(window.stage(), WIDTH, HEIGHT, file("hidden-invoices"));
        }
    }

    private void locked() throws IOException {
        Stage stage = Fx.get(() -> {
            var view = new OpeningView(WindowSamples.wording(), () -> {}, () -> {});
            var made = new Stage();
            made.setScene(new Scene(view, WIDTH, HEIGHT));
            var kit = new WindowKit();
            kit.scheme.set(scheme);
            new Theme(kit.scheme).dress(made.getScene());
            view.locked();
            made.show();
            return made;
        });
        Pictures.write(stage, WIDTH, HEIGHT, file("locked"));
        Fx.run(stage::hide);
    }

    private void note() throws IOException {
        try (var kit = new WindowKit()) {
            kit.scheme.set(scheme);
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            OwedSamples.all(kit.reader, WindowSamples.ACME);
            kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
            kit.book.notePartner(new PartnerKey(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id()),
                    "Pays when Anna calls before ten. Do not send a reminder before the 20th.");
            kit.openLoaded();
            Fx.run(() -> kit.navigator().open(
                    new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null)));
            Fx.await("note", () -> kit.find(".note-shown") != null);
            Pictures.write(kit.stage(), WIDTH, HEIGHT, file("partner-note"));
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
