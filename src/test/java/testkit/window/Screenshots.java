package testkit.window;

import app.loupe.domain.BookId;
import app.loupe.domain.SyncMode;
import app.loupe.domain.PassphrasePrompt.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.ui.common.Destination;
import app.loupe.ui.theme.Theme;
import app.loupe.ui.unlock.UnlockCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Draws every screen of the window with fake data into {@code target/screenshots}, in two sizes and two themes. */
public final class Screenshots {
    private final Path folder;
    private final int width;
    private final int height;
    private final ColorScheme scheme;

    private Screenshots(Path folder, int width, int height, ColorScheme scheme) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /** Draws all, into the folder of the first argument when there is one. */
    public static void main(String[] arguments) throws IOException {
        try {
            all(Path.of(arguments.length == 0 ? "target/screenshots" : arguments[0]));
        } finally {
            Platform.exit();
        }
    }

    /** Draws all into a folder. */
    public static void all(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ColorScheme scheme : ColorScheme.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1440, 900}}) {
                new Screenshots(folder, size[0], size[1], scheme).draw();
            }
        }
    }

    private void draw() throws IOException {
        welcome();
        screens();
        changed();
        review();
        owed();
        connect();
        edit();
        wrong();
        many();
        unlock();
    }

    private WindowKit kit() {
        var kit = new WindowKit();
        kit.scheme.set(scheme);
        return kit;
    }

    private void welcome() throws IOException {
        try (WindowKit kit = kit().openLoaded()) {
            Fx.await("checked", () -> kit.find(".nav-aside.good") != null);
            shoot(kit, "welcome");
        }
    }

    private void screens() throws IOException {
        try (WindowKit kit = kit()) {
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.openLoaded();
            kit.press("#all-connections");
            Fx.run(() -> clickRow(kit, 1));
            Fx.await("chosen", () -> kit.find("#sync-button") != null);
            kit.press("#sync-button");
            Fx.await("syncing", () -> kit.find(".thin-bar") != null && kit.findAll(".connection-status").stream()
                    .anyMatch(node -> node instanceof Labeled label && label.getText().contains("3,200 of")));
            shoot(kit, "sidebar");
            Fx.run(() -> clickRow(kit, 0));
            kit.press("#nav-security");
            Fx.await("checks", () -> kit.find(".check-row") != null);
            Fx.run(() -> ((Button) kit.findAll(".check-row .button").get(2)).fire());
            shoot(kit, "security");
            kit.press("#all-connections");
            kit.press("#nav-synclog");
            Fx.await("runs", () -> kit.find("#runs") instanceof TableView<?> runs && runs.getItems().size() > 1);
            Fx.run(() -> {
                if (kit.find("#runs") instanceof TableView<?> runs) {
                    runs.getSelectionModel().select(1);
                }
            });
            Fx.await("requests",
                    () -> kit.find("#requests") instanceof TableView<?> table && !table.getItems().isEmpty());
            shoot(kit, "synclog");
            kit.press("#nav-invoices");
            Fx.run(() -> ((Button) kit.findAll(".connection-delete").getFirst()).fire());
            shoot(kit, "delete");
        }
    }

    private void changed() throws IOException {
        try (WindowKit kit = kit()) {
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            ChangeSamples.all(kit.book, kit.reader, WindowSamples.ACME);
            kit.openLoaded();
            Fx.run(() -> clickRow(kit, 0));
            kit.press("#nav-changed");
            Fx.await("changes",
                    () -> kit.find("#changes") instanceof TableView<?> table && !table.getItems().isEmpty());
            shoot(kit, "changed");
            kit.press("#mark-seen");
            Fx.await("seen", () -> kit.find("#undo-seen") != null);
            shoot(kit, "changed-seen");
            kit.press("#undo-seen");
            kit.press("#all-connections");
            Fx.await("changes",
                    () -> kit.find("#changes") instanceof TableView<?> table && !table.getItems().isEmpty());
            shoot(kit, "changed-all");
            Fx.run(() -> kit.root().fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
            shoot(kit, "keys");
        }
    }

    private void owed() throws IOException {
        try (WindowKit kit = kit()) {
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            OwedSamples.all(kit.reader, WindowSamples.ACME);
            kit.openLoaded();
            Fx.run(() -> clickRow(kit, 0));
            kit.press("#nav-customers");
            rows(kit, "#customers");
            shoot(kit, "customers");
            Fx.run(() -> kit.navigator().open(
                    new Destination.PartnerPage(WindowSamples.ACME, OwedSamples.BRIGHTWATER.id(), false, null)));
            rows(kit, "#partner-statement");
            shoot(kit, "customer");
            for (String part : List.of("open", "history")) {
                kit.press("#part-" + part);
                rows(kit, "#partner-" + part);
                shoot(kit, "customer-" + part);
            }
            kit.press("#nav-vendors");
            rows(kit, "#vendors");
            shoot(kit, "vendors");
            kit.press("#nav-aged");
            rows(kit, "#aged");
            shoot(kit, "aged");
        }
    }

    private static void rows(WindowKit kit, String id) {
        Fx.await("rows of " + id, () -> kit.find(id) instanceof TableView<?> table && !table.getItems().isEmpty());
    }

    private void many() throws IOException {
        try (WindowKit kit = kit()) {
            for (int i = 0; i < 50; i++) {
                kit.connections.with(WindowSamples.profile(WindowSamples.id(i), i % 7 == 3
                        ? "Company with a name that is much too long for the sidebar " + i
                        : "Company " + i));
            }
            kit.openLoaded();
            kit.press("#nav-synclog");
            shoot(kit, "fifty");
        }
    }

    private static void clickRow(WindowKit kit, int index) {
        kit.findAll(".connection-line").get(index).fireEvent(Clicks.primary());
    }

    private void review() throws IOException {
        try (WindowKit kit = kit()) {
            kit.copy = ReviewSamples.copy();
            kit.book.leadsTo(WindowSamples.ACME, new BookId("https://acme.example", "acme"));
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.openLoaded();
            Fx.run(() -> clickRow(kit, 0));
            kit.press("#nav-check");
            select(kit, "#findings", 1);
            shoot(kit, "check");
            kit.press("#finding-know");
            Fx.await("known", () -> kit.find("#check-undo") != null);
            kit.press("#check-known");
            select(kit, "#findings", 1);
            shoot(kit, "check-known");
            kit.press("#nav-products");
            select(kit, "#products", 0);
            shoot(kit, "products");
        }
    }

    private static void select(WindowKit kit, String id, int row) {
        Fx.await("rows", () -> kit.find(id) instanceof TableView<?> table && !table.getItems().isEmpty());
        Fx.run(() -> {
            if (kit.find(id) instanceof TableView<?> table) {
                table.getSelectionModel().select(row);
            }
        });
    }

    private void connect() throws IOException {
        try (WindowKit kit = kit()) {
            WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
            kit.openLoaded();
            kit.press("#add-connection");
            shoot(kit, "connect-empty");
            type(kit, "#address", "https://acme.odoo.com");
            type(kit, "#user", "bot@acme.com");
            type(kit, "#secret", "0123456789abcdef0123");
            Fx.run(() -> Objects.requireNonNull(kit.find("#secret")).requestFocus());
            Fx.await("greeted", () -> kit.find(".note-good") != null);
            shoot(kit, "connect");
            kit.connections.onTest = endpoint -> {
                throw new ProblemException(Problem.of(ProblemCode.SIGN_IN_REFUSED));
            };
            kit.press("#test");
            Fx.await("refused", () -> kit.find(".note-bad") != null);
            shoot(kit, "connect-refused");
            kit.press("#how");
            shoot(kit, "connect-guide");
            kit.press("#guide-back");
            type(kit, "#user", "bot@acme.example");
            kit.connections.onProbe = address -> {
                throw new UntrustedCertificateException(Problem.of(ProblemCode.CERTIFICATE_UNKNOWN, address.host()),
                        WindowSamples.certificate());
            };
            type(kit, "#address", "erp.harbour.lan");
            Fx.await("stranger", () -> kit.find("#trust") != null);
            shoot(kit, "connect-certificate");
        }
    }

    private void edit() throws IOException {
        try (WindowKit kit = kit()) {
            LocalDate today = LocalDate.ofInstant(WindowSamples.NOW, ZoneOffset.UTC);
            Endpoint endpoint = new Endpoint(OdooAddress.parse("erp.harbour.lan"), "harbour", "bot@harbour.example");
            kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme Trading").expiring(today.plusDays(9)))
                    .with(WindowSamples.profile(WindowSamples.NORDLYS, "Nordlys Design").expiring(today.minusDays(3)))
                    .with(WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café").expiring(today.plusDays(80)));
            kit.connections.at(WindowSamples.ACME, endpoint).at(WindowSamples.HARBOUR, endpoint);
            kit.connections.problems.put(WindowSamples.HARBOUR, List
                    .of(Problem.of(ProblemCode.PASSWORD_LOST, "Harbour Café", WindowSamples.HARBOUR.value())));
            kit.openLoaded();
            shoot(kit, "key-expires");
            kit.press(".connection-remedy");
            Fx.await("greeted", () -> kit.find("#user") != null && kit.find(".note-good") != null);
            shoot(kit, "edit");
            type(kit, "#user", "ann@harbour.example");
            kit.press("#save");
            shoot(kit, "edit-again");
        } catch (ProblemException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void wrong() throws IOException {
        List<ProblemCode> codes = List.of(ProblemCode.SERVER_BUSY, ProblemCode.SIGN_IN_REFUSED,
                ProblemCode.CERTIFICATE_CHANGED, ProblemCode.HOST_UNKNOWN);
        List<Scripts> names = List.of(Scripts.LATIN, Scripts.ARABIC, Scripts.HEBREW, Scripts.JAPANESE);
        try (WindowKit kit = kit()) {
            for (int i = 0; i < codes.size(); i++) {
                kit.connections.with(WindowSamples.profile(WindowSamples.id(i), names.get(i).text()));
                kit.journal.runs.add(
                        new RunRecord(WindowSamples.id(i), 1, WindowSamples.NOW, WindowSamples.NOW, SyncMode.CHANGES,
                                new SyncReport.Failed(SyncCounts.NONE, Problem.of(codes.get(i)))));
            }
            kit.openLoaded();
            shoot(kit, "wrong");
        }
    }

    private void unlock() throws IOException {
        for (Reason reason : List.of(Reason.CHOOSE, Reason.WRONG)) {
            Scene scene = Fx.get(() -> {
                var card = new UnlockCard(reason, "copper-lantern-orbit-meadow-violin-harbor", WindowSamples.wording(),
                        () -> {}, answer -> {});
                var root = new StackPane(card);
                root.getStyleClass().add("unlock-window");
                var made = new Scene(root);
                var kit = kit();
                new Theme(kit.scheme).dress(made);
                var stage = new Stage();
                stage.setScene(made);
                stage.show();
                return made;
            });
            Pictures.write(scene, folder.resolve(name("unlock-" + reason.name().toLowerCase(Locale.ROOT))));
            Fx.run(() -> scene.getWindow().hide());
        }
    }

    private static void type(WindowKit kit, String field, String text) {
        Fx.run(() -> {
            if (kit.find(field) instanceof TextInputControl input) {
                input.setText(text);
            }
        });
    }

    private String name(String what) {
        return what + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height + ".png";
    }

    private void shoot(WindowKit kit, String what) throws IOException {
        Pictures.write(kit.stage(), width, height, folder.resolve(name(what)));
    }
}
