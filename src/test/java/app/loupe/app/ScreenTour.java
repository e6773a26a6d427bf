package app.loupe.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import testkit.window.Fx;

/** Goes through every screen, page and dialog of the whole program over {@link PicturedBooks}. */
final class ScreenTour {
    private final StartedWindow window;
    private final Camera camera;

    /** Takes a picture of what the window shows. */
    @FunctionalInterface
    interface Camera {
        /**
         * Takes it.
         *
         * @param screen what is seen
         */
        void shoot(String screen) throws IOException;
    }

    ScreenTour(StartedWindow window, Camera camera) {
        this.window = window;
        this.camera = camera;
    }

    /** What an owner sees who has no connection yet. */
    void first() throws IOException {
        window.node("#welcome-sample");
        awaitChecks();
        camera.shoot("welcome");
        window.press("#nav-settings");
        window.node(".settings");
        camera.shoot("settings-first");
        window.press("#nav-security");
        window.node(".check-row");
        camera.shoot("security-first");
    }

    /**
     * Everything else, each part from its beginning.
     *
     * @return what never came
     */
    List<String> all() throws IOException {
        var failed = new ArrayList<String>();
        for (Part part : List.<Part>of(this::overview, this::invoices, this::partners, this::owed, this::review,
                this::everyConnection, this::foot, this::exports, this::dialogs, this::sidebar, this::locked)) {
            try {
                part.go();
            } catch (AssertionError never) {
                failed.add(String.valueOf(never.getMessage()));
            }
        }
        return failed;
    }

    /**
     * The screens on which the number of connections is seen, and then those of a sync, over {@link ManyConnections}.
     *
     * @param hold lets the servers of the first three connections keep back what they would answer in the middle of a sync
     * @return what never came
     */
    List<String> many(Runnable hold) throws IOException {
        var failed = new ArrayList<String>();
        for (Part part : List.<Part>of(this::fifty, () -> underWay(hold))) {
            try {
                part.go();
            } catch (AssertionError never) {
                failed.add(String.valueOf(never.getMessage()));
            }
        }
        return failed;
    }

    private void fifty() throws IOException {
        window.rows("#table-products", 1);
        awaitChecks();
        camera.shoot("many-overview");
        window.press("#nav-invoices");
        Fx.await("all invoices", () -> shownTable().getItems().size() > 10);
        camera.shoot("many-invoices");
        window.press(KeyCode.E).node("#export-card");
        camera.shoot("many-export");
        window.press("#export-cancel").press("#nav-inbox");
        camera.shoot("many-inbox");
        window.press("#nav-changed");
        camera.shoot("many-changed");
        window.press("#nav-synclog").rows("#runs", 10);
        camera.shoot("many-synclog");
        window.press("#nav-security");
        Fx.await("checks", () -> window.root().lookupAll(".check-row").size() > 4);
        camera.shoot("many-security");
        window.press("#nav-settings").node(".settings");
        camera.shoot("many-settings");
        Fx.run(() -> ((ButtonBase) window.root().lookupAll(".connection-delete").stream().skip(5).findFirst()
                .orElseThrow()).fire());
        window.node("#delete-keep");
        camera.shoot("many-delete");
        window.press("#delete-keep");
    }

    /** The first sync of one, the comparison of one, a later sync of one, and then of all. */
    private void underWay(Runnable hold) throws IOException {
        hold.run();
        choose(0);
        window.press("#nav-overview").press("#sync-button");
        choose(1);
        window.press("#nav-settings").press("#verify-now");
        choose(2);
        window.press("#nav-overview").press("#sync-button");
        Fx.await("three runs", () -> window.root().lookupAll(".connection .thin-bar").stream().filter(Node::isVisible)
                .count() == 3);
        for (int at = 0; at < 3; at++) {
            choose(at);
            window.press("#nav-overview");
            camera.shoot("sync-overview-" + at);
            window.press("#nav-invoices");
            camera.shoot("sync-invoices-" + at);
            window.press("#nav-synclog");
            camera.shoot("sync-synclog-" + at);
        }
        window.press("#all-connections").press("#nav-overview");
        camera.shoot("sync-overview");
        window.press("#nav-synclog");
        camera.shoot("sync-synclog");
        window.press("#nav-inbox");
        camera.shoot("sync-inbox");
        Fx.run(() -> ((ButtonBase) window.root().lookupAll(".connection-delete").stream().findFirst().orElseThrow())
                .fire());
        window.node("#delete-keep");
        camera.shoot("sync-delete");
        window.press("#delete-keep");
    }

    private void choose(int connection) {
        Node row = Fx.get(() -> window.root().lookupAll(".connection-line").stream().skip(connection).findFirst()
                .orElseThrow());
        Fx.run(() -> row.fireEvent(
                new KeyEvent(row, row, KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    /** Some pictures that begin at an entry of the sidebar. */
    @FunctionalInterface
    private interface Part {
        void go() throws IOException;
    }

    private void overview() throws IOException {
        window.rows("#table-products", 1);
        awaitChecks();
        camera.shoot("overview");
        scrolledTo("#table-products");
        camera.shoot("overview-end");
    }

    private void locked() throws IOException {
        window.press(KeyCode.L).node("#opening-again");
        camera.shoot("locked");
    }

    private void awaitChecks() {
        Fx.await("checks", () -> window.root().lookup("#nav-security .nav-aside") instanceof Labeled aside
                && !aside.getText().isEmpty());
    }

    private void invoices() throws IOException {
        TableView<?> invoices = window.press("#nav-invoices").rows(".invoice-table", 10);
        camera.shoot("invoices");
        Fx.run(() -> invoices.getSelectionModel().select(4));
        window.node(".totals-grid");
        camera.shoot("invoice-lines");
        window.press("#detail-tab-journal").node(".journal-grid");
        camera.shoot("invoice-journal");
        window.press("#detail-tab-other");
        camera.shoot("invoice-other");
        window.press("#detail-tab-lines").press(KeyCode.P).awaitPaper();
        camera.shoot("invoice-paper");
        window.press("#paper-close");
    }

    private void partners() throws IOException {
        TableView<?> customers = window.press("#nav-customers").rows("#customers", 1);
        camera.shoot("customers");
        window.open(customers, 0);
        window.rows("#partner-statement", 1);
        camera.shoot("customer-statement");
        for (String part : List.of("open", "history", "products")) {
            window.press("#part-" + part).rows("#partner-" + part, 1);
            camera.shoot("customer-" + part);
        }
        window.press("#part-statement");
        Fx.await("the statement", () -> isShown(window.root().lookup("#partner-statement")));
        window.press(KeyCode.P).awaitPaper();
        camera.shoot("customer-paper");
        window.press("#paper-close");
        window.open(window.press("#nav-vendors").rows("#vendors", 1), 0);
        window.rows("#partner-statement", 1);
        camera.shoot("vendor-statement");
        window.press("#nav-vendors").rows("#vendors", 1);
        camera.shoot("vendors");
    }

    private void owed() throws IOException {
        window.press("#nav-aged").rows("#aged", 1);
        camera.shoot("aged-receivable");
        window.press("#side-payable").rows("#aged", 1);
        camera.shoot("aged-payable");
        window.press("#side-receivable");
        TableView<?> products = window.press("#nav-products").rows("#products", 1);
        Fx.run(() -> products.getSelectionModel().select(0));
        camera.shoot("products");
    }

    private void review() throws IOException {
        window.press("#nav-changed").rows("#changes", 1);
        camera.shoot("changed-sample");
        window.press("#nav-check").node("#check-again");
        camera.shoot("check-sample");
        TableView<?> runs = window.press("#nav-synclog").rows("#runs", 1);
        Fx.run(() -> runs.getSelectionModel().select(0));
        camera.shoot("synclog");
    }

    private void everyConnection() throws IOException {
        window.press("#all-connections").press("#nav-changed").rows("#changes", 5);
        camera.shoot("changed");
        window.press("#nav-inbox");
        Fx.await("the inbox", () -> !shownTable().getItems().isEmpty());
        Fx.run(() -> shownTable().getSelectionModel().select(0));
        window.node(".totals-grid");
        camera.shoot("inbox");
        TableView<?> findings = window.press("#nav-check").rows("#findings", 2);
        Fx.run(() -> findings.getSelectionModel().select(1));
        camera.shoot("check");
        TableView<?> all = window.press("#nav-synclog").rows("#runs", 3);
        Fx.run(() -> all.getSelectionModel().select(1));
        window.rows("#requests", 1);
        camera.shoot("synclog-all");
        window.press("#nav-customers").rows("#customers", 5);
        camera.shoot("customers-all");
        window.press("#nav-overview").rows("#table-products", 1);
        camera.shoot("overview-all");
        window.press("#nav-aged").rows("#aged", 5);
        camera.shoot("aged-all");
        window.press("#nav-invoices");
        Fx.await("all invoices", () -> shownTable().getItems().size() > 10);
        camera.shoot("invoices-all");
    }

    /** There are two lists of invoices, one of them not in sight. */
    private TableView<?> shownTable() {
        return window.root().lookupAll(".invoice-table").stream()
                .filter(table -> table instanceof TableView<?> && isShown(table)).map(TableView.class::cast)
                .findFirst().orElseGet(TableView::new);
    }

    private static boolean isShown(@Nullable Node node) {
        return node != null && node.isVisible() && (node.getParent() == null || isShown(node.getParent()))
                && node.getScene() != null;
    }

    private void foot() throws IOException {
        window.press("#nav-security");
        Fx.await("checks", () -> window.root().lookupAll(".check-row").size() > 4);
        camera.shoot("security");
        Fx.run(() -> window.root().lookupAll(".check-row .button").forEach(more -> ((ButtonBase) more).fire()));
        camera.shoot("security-detail");
        window.press("#nav-settings");
        window.node(".settings");
        camera.shoot("settings");
        scrolledTo("#make-transfer");
        camera.shoot("settings-end");
        window.press("#nav-help");
        window.node("#help-contents");
        camera.shoot("help");
    }

    private void exports() throws IOException {
        window.press("#nav-invoices");
        Fx.await("all invoices", () -> shownTable().getItems().size() > 10);
        window.press(KeyCode.E).node("#export-card");
        camera.shoot("export");
        window.press("#export-pack");
        camera.shoot("export-pack");
        window.press("#export-archive").press("#export-protect");
        camera.shoot("export-archive");
        window.press("#export-cancel");
    }

    private void dialogs() throws IOException {
        window.press(KeyCode.N).node("#address");
        camera.shoot("connect");
        window.press("#how").node("#guide-back");
        camera.shoot("connect-guide");
        window.press("#guide-back").press("#cancel");
        Fx.run(() -> window.root().fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false)));
        window.node("#shortcut-sheet");
        camera.shoot("shortcuts");
        window.press("#close-shortcuts").press("#nav-settings").press("#make-transfer").node("#transfer-go");
        camera.shoot("transfer-make");
        window.press("#transfer-cancel").press("#bring-transfer").node("#transfer-typed");
        camera.shoot("transfer-bring");
        window.press("#transfer-cancel");
    }

    private void sidebar() throws IOException {
        window.press("#nav-invoices");
        Fx.run(() -> ((ButtonBase) window.root().lookupAll(".connection-delete").stream().findFirst().orElseThrow())
                .fire());
        window.node("#delete-keep");
        camera.shoot("delete");
        window.press("#delete-keep").press(KeyCode.B);
        camera.shoot("hidden-amounts");
        window.press(KeyCode.B);
    }

    /** Scrolls what a node stands in to its end. */
    private void scrolledTo(String selector) {
        Fx.run(() -> {
            for (Node at = Objects.requireNonNull(window.root().lookup(selector)); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane pane) {
                    pane.setVvalue(pane.getVmax());
                }
            }
        });
    }
}
