package app.loupe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
        window.press("#nav-overview");
        Fx.await("products", () -> table("#table-products") > 0);
        shoot("overview");
        window.press("#nav-invoices");
        Fx.await("invoices", () -> table(".invoice-table") > 9);
        Fx.run(() -> ((TableView<?>) node(".invoice-table")).getSelectionModel().select(4));
        Fx.await("an invoice", () -> node(".totals-grid") != null);
        shoot("invoices");
        window.press("#nav-customers");
        Fx.await("customers", () -> table("#customers") > 0);
        Fx.run(() -> {
            var customers = (TableView<?>) node("#customers");
            customers.getSelectionModel().select(0);
            customers.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Fx.await("a statement", () -> table("#partner-statement") > 0);
        shoot("customer");
        window.press(KeyCode.P);
        Fx.await("pages", () -> node("#paper-pages") instanceof ListView<?> pages && !pages.getItems().isEmpty()
                && node(".paper-sheet .image-view") instanceof ImageView page && page.getImage() != null);
        shoot("statement");
        window.press("#paper-close").press("#nav-aged");
        Fx.await("ages", () -> table("#aged") > 0);
        shoot("aged");
        window.press(KeyCode.E).press("#export-pack");
        shoot("pack");
        window.press("#export-cancel").press(KeyCode.N).press("#how");
        shoot("user-and-key");
    }

    private Node node(String selector) {
        return window.root().lookup(selector);
    }

    private int table(String selector) {
        return node(selector) instanceof TableView<?> table ? table.getItems().size() : 0;
    }

    private void shoot(String name) throws IOException {
        Pictures.writeSmall(Objects.requireNonNull(window.stage().getScene()), folder.resolve(name + ".png"));
    }
}
