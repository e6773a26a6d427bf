package testkit;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.MarkAct;
import app.loupe.domain.ProblemException;
import app.loupe.review.Heading;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.Parent;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Wording;
import app.loupe.ui.invoices.InvoicePorts;
import app.loupe.ui.invoices.InvoicesView;
import app.loupe.ui.theme.Theme;
import testkit.window.FakeNavigator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Renders the invoices screen into target/screenshots, beside a stand-in for the sidebar. Run by hand. */
public final class InvoiceScreenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final double SIDEBAR_WIDTH = 276;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    private InvoiceScreenshots() {}

    private record Shot(String name, FakeInvoices copy, boolean synced, String open) {}

    private record Size(int width, int height) {}

    /** Renders all of them. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        FxStage.start();
        var shots = new InvoiceScreenshots();
        for (ColorScheme scheme : ColorScheme.values()) {
            for (Size size : List.of(new Size(1280, 800), new Size(1440, 900))) {
                shots.render(new Shot("none", FakeInvoices.empty(), false, ""), size, scheme);
                shots.render(new Shot("few", FakeInvoices.mockUp(), true, ""), size, scheme);
                shots.render(new Shot("detail", FakeInvoices.mockUp(), true, "INV/2026/01183"), size, scheme);
                shots.render(new Shot("tax-rounded", FakeInvoices.cashRounding(), true, "INV/2026/01186"), size,
                        scheme);
                shots.render(new Shot("line-rounded", FakeInvoices.cashRounding(), true, "INV/2026/01187"), size,
                        scheme);
                shots.render(new Shot("marked", marked(), true, "INV/2026/01183"), size, scheme);
                shots.renderSearch(size, scheme);
                shots.renderGroups(size, scheme);
                shots.render(new Shot("long", FakeInvoices.longNames(), true,
                        "SUBSIDIARY-EUROPE-NORTH/2026/11/000001185"), size, scheme);
                shots.render(new Shot("many", FakeInvoices.many(100_000), true, ""), size, scheme);
            }
        }
        shots.executor.shutdown();
        FxStage.run(Platform::exit);
    }

    /** Flags, a note, a review and a reminder. */
    private static FakeInvoices marked() {
        FakeInvoices copy = FakeInvoices.mockUp();
        try {
            copy.book().mark(Map.of(copy.key("INV/2026/01183"), new MarkAct.Note("Call Anna before the next order."),
                    copy.key("INV/2026/01179"), new MarkAct.Flag(true), copy.key("INV/2026/01181"),
                    new MarkAct.Remind(FakeInvoices.TODAY)));
            copy.book().mark(Map.of(copy.key("INV/2026/01183"), new MarkAct.Flag(true)));
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
        return copy;
    }

    private void render(Shot shot, Size size, ColorScheme scheme) throws IOException {
        Stage stage = FxStage.on(() -> show(shot, size, scheme));
        if (!shot.copy().rows(Set.of(FakeInvoices.ACME)).isEmpty()) {
            TableView<?> table = FxStage.on(() -> (TableView<?>) stage.getScene().lookup(".invoice-table"));
            FxStage.until(() -> !table.getItems().isEmpty());
            if (!shot.open().isEmpty()) {
                int index = FxStage.on(() -> indexOf(table, shot.open()));
                FxStage.run(() -> table.getSelectionModel().select(index));
                FxStage.until(() -> stage.getScene().lookup(".totals-grid") != null);
            }
        } else {
            FxStage.until(() -> isShown(stage, "No invoices here yet"));
        }
        WritableImage image = FxStage.on(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage.getScene().snapshot(null);
        });
        write(image, shot.name(), size, scheme);
        FxStage.run(stage::close);
    }

    private void renderSearch(Size size, ColorScheme scheme) throws IOException {
        Stage stage = FxStage.on(() -> show(new Shot("search", FakeInvoices.mockUp(), true, ""), size, scheme));
        FxStage.run(() -> ((TextField) stage.getScene().lookup("#invoice-search"))
                .setText("november 2026 eur -paid \"acme\" 4820 bill >100"));
        FxStage.until(() -> ((FlowPane) stage.getScene().lookup("#search-tokens")).getChildren().size() == 7);
        write(FxStage.on(() -> stage.getScene().snapshot(null)), "search", size, scheme);
        FxStage.run(() -> ((MenuButton) stage.getScene().lookup("#search-help")).show());
        FxStage.until(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        WritableImage help = FxStage.on(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .findFirst().orElseThrow().getScene().snapshot(null));
        write(help, "search-help", size, scheme);
        FxStage.run(stage::close);
    }

    private void renderGroups(Size size, ColorScheme scheme) throws IOException {
        Stage stage = FxStage.on(() -> show(new Shot("groups", FakeInvoices.mockUp(), true, ""), size, scheme));
        TableView<?> table = FxStage.on(() -> (TableView<?>) stage.getScene().lookup(".invoice-table"));
        FxStage.until(() -> !table.getItems().isEmpty());
        FxStage.run(() -> ((MenuButton) stage.getScene().lookup("#group-by")).getItems().stream()
                .filter(item -> "group-status".equals(item.getId())).findFirst().orElseThrow().fire());
        FxStage.until(() -> table.getItems().getFirst() instanceof Heading);
        FxStage.run(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, false, false));
            Parent root = stage.getScene().getRoot();
            root.applyCss();
            root.layout();
        });
        write(FxStage.on(() -> stage.getScene().snapshot(null)), "groups", size, scheme);
        FxStage.run(stage::close);
    }

    private static void write(WritableImage image, String shot, Size size, ColorScheme scheme) throws IOException {
        String name = String.format(Locale.ROOT, "invoices-%s-%dx%d-%s.png", shot, size.width(), size.height(),
                scheme.name().toLowerCase(Locale.ROOT));
        ImageIO.write(toAwt(image), "png", FOLDER.resolve(name).toFile());
    }

    private static boolean isShown(Stage stage, String text) {
        return stage.getScene().lookup(".empty-title") instanceof Labeled label && label.getText().equals(text);
    }

    private static int indexOf(TableView<?> table, String number) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i) instanceof ReviewRow row
                    && row.row().number().equals(number)) {
                return i;
            }
        }
        return -1;
    }

    private Stage show(Shot shot, Size size, ColorScheme scheme) {
        var screen = new InvoicesView(new InvoicePorts(shot.copy().shelf(), shot.copy(), shot.copy().book(),
                new OneConnection("https://acme.odoo.com"), new IdleSync(), page -> {}, new FakeNavigator(),
                new NoOriginals(), new NoteDrafts()),
                new Background(executor, problem -> {}),
                Wording.of(new Texts(Locale.US), Clock.fixed(FakeInvoices.SYNCED, ZoneOffset.UTC)));
        var root = new BorderPane(screen.view());
        root.setLeft(sidebar());
        var stage = new Stage();
        stage.setScene(new Scene(root, size.width(), size.height()));
        new Theme(new SimpleObjectProperty<>(scheme)).dress(stage.getScene());
        stage.show();
        ConnectionProfile profile = FakeInvoices.profile();
        screen.select(List.of(shot.synced()
                ? profile
                : new ConnectionProfile(profile.id(), profile.kind(), profile.name(), null, null, "", null)));
        return stage;
    }

    private static Node sidebar() {
        var sidebar = new Region();
        sidebar.setPrefWidth(SIDEBAR_WIDTH);
        sidebar.setStyle("-fx-background-color: -color-bg-subtle; -fx-border-width: 0 1 0 0;"
                + " -fx-border-color: -color-border-default;");
        return sidebar;
    }

    private static BufferedImage toAwt(WritableImage image) {
        PixelReader pixels = image.getPixelReader();
        var copy = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }
}
