package app.loupe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import testkit.window.Fx;
import testkit.window.Pictures;

/**
 * Makes the pictures of the guide and the README: the whole program with the sample company, on one fixed day, so that they
 * differ only where the program does, and in the colour of a connection: {@code mvn -Pquick test-compile exec:exec@pictures}.
 */
final class GuidePictures {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Path folder;
    private final StartedWindow window;

    private GuidePictures(Path folder, StartedWindow window) {
        this.folder = folder;
        this.window = window;
    }

    /** Makes all, into the folder of the first argument or into the documents. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments.length == 0 ? "docs/images" : arguments[0]));
        Path data = Files.createDirectories(Path.of("target", "guide-pictures"))
                .resolve(Long.toString(System.nanoTime()));
        var bench = new WholeLoupe(data, DAY);
        try (OpenLoupe loupe = bench.open()) {
            WholeLoupe.sync(loupe, loupe.connections().addSample().id());
        }
        Fx.run(() -> {});
        // whose folder a picture shows; the toolkit has found its own by now
        System.setProperty("user.home", "/home/anna");
        try (var window = new StartedWindow(data, prompt -> bench.open(), DAY)) {
            new GuidePictures(folder, window).all();
        } finally {
            Platform.exit();
        }
    }

    private void all() throws IOException {
        Fx.run(() -> {
            window.stage().setWidth(WIDTH);
            window.stage().setHeight(HEIGHT);
        });
        window.press("#nav-overview").rows("#table-products", 1);
        shoot("overview");
        TableView<?> invoices = window.press("#nav-invoices").rows(".invoice-table", 10);
        Fx.run(() -> invoices.getSelectionModel().select(4));
        window.node(".totals-grid");
        shoot("invoices");
        window.open(window.press("#nav-customers").rows("#customers", 1), 0);
        window.rows("#partner-statement", 1);
        shoot("customer");
        window.press(KeyCode.P).awaitPaper();
        shoot("statement");
        window.press("#paper-close").press("#nav-aged").rows("#aged", 1);
        shoot("aged");
        window.press(KeyCode.E).press("#export-pack");
        shoot("pack");
        window.press("#export-cancel").press(KeyCode.N).press("#how");
        shoot("user-and-key");
    }

    private void shoot(String name) throws IOException {
        Pictures.writeSmall(Objects.requireNonNull(window.stage().getScene()), folder.resolve(name + ".png"));
    }
}
