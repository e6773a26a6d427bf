package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.SyncMode;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.window.Clicks;
import testkit.window.Fx;
import testkit.window.Scripts;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class SidebarFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void three() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
    }

    private void click(int row) {
        Fx.run(() -> kit.findAll(".connection-line").get(row).fireEvent(Clicks.primary()));
    }

    private static void key(Node target, KeyCode code) {
        target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void aRowSaysHowOldAndHowLargeTheCopyIs() {
        three();

        assertThat(kit.texts(".connection-status")).contains("4 min ago · 12,480 documents");
    }

    @Test
    void aRefusedSignInIsSaidInTheRowAndOpensTheDialogWithWhatWasTyped() throws Exception {
        kit.connections.at(WindowSamples.HARBOUR, new Endpoint(
                OdooAddress.parse("erp.harbour.lan"), "harbour", "bot@harbour.example"));
        three();

        assertThat(kit.texts(".connection-says > *")).endsWith("Sign-in refused", "Fix…");
        kit.press(".connection-remedy");

        Fx.await("the dialog is open", () -> kit.find("#user") != null);
        assertThat(Fx.get(() -> ((TextField) kit.root().lookup("#user")).getText()))
                .isEqualTo("bot@harbour.example");
    }

    /** One of each group of problems; the names and the texts need more room than there is. */
    @ParameterizedTest
    @ValueSource(ints = {13, 20, 28})
    void whateverIsWrongIsSaidWholeAndItsLinkIsNeverCut(int fontPx) {
        List<ProblemCode> wrong = List.of(ProblemCode.SIGN_IN_REFUSED, ProblemCode.CERTIFICATE_CHANGED,
                ProblemCode.NOT_AN_ODOO, ProblemCode.HOST_UNKNOWN, ProblemCode.SERVER_BUSY, ProblemCode.KEYRING_LOCKED);
        List<Scripts> names = List.of(Scripts.LATIN, Scripts.ARABIC, Scripts.HEBREW, Scripts.MIXED, Scripts.ONE_WORD,
                Scripts.JAPANESE);
        for (int i = 0; i < wrong.size(); i++) {
            kit.connections.with(WindowSamples.profile(WindowSamples.id(i), names.get(i).text()));
            kit.journal.runs
                    .add(new RunRecord(WindowSamples.id(i), 1, WindowSamples.NOW, WindowSamples.NOW, SyncMode.CHANGES,
                            new SyncReport.Failed(SyncCounts.NONE, Problem.of(wrong.get(i)))));
        }
        kit.openLoaded();
        Fx.run(() -> kit.root().setStyle("-fx-font-size: " + fontPx + "px"));
        kit.layOut();

        assertThat(kit.texts(".connection-remedy")).hasSize(wrong.size());
        assertThat(Fx.get(() -> kit.findAll(".connection-says > *").stream().map(Labeled.class::cast)
                .filter(SidebarFxTest::isCut).map(Labeled::getText).toList())).isEmpty();
    }

    /** A text with less than its own room, or that reaches out of the line. */
    private static boolean isCut(Labeled labeled) {
        Region line = (Region) labeled.getParent();
        return labeled.isTextTruncated() || labeled.getHeight() < labeled.prefHeight(labeled.getWidth()) - 1
                || (labeled instanceof Hyperlink && labeled.getWidth() < labeled.prefWidth(-1) - 1)
                || labeled.getBoundsInParent().getMaxX() > line.getWidth() + 1
                || line.getBoundsInParent().getMaxX() > ((Region) line.getParent()).getWidth() + 1;
    }

    @Test
    void theAgesGrowWhileTheWindowIsOpen() {
        three();
        assertThat(kit.texts(".connection-status")).contains("4 min ago · 12,480 documents");

        kit.turnClock(Duration.ofMinutes(2));

        assertThat(kit.texts(".connection-status")).contains("6 min ago · 12,480 documents");
    }

    @Test
    void withoutConnectionsTheWelcomeOffersTwoWaysAndThereIsNoAllConnections() {
        kit.openLoaded();

        assertThat(kit.text("#welcome-connect")).isEqualTo("Connect to your Odoo");
        assertThat(kit.text("#welcome-sample")).isEqualTo("Explore a sample company");
        assertThat(kit.text("#all-connections")).isEmpty();
    }

    @Test
    void theSampleCompanyComesWithOneClickAndItsSyncStarts() {
        kit.openLoaded();

        kit.press("#welcome-sample");

        Fx.await("the sample syncs", () -> kit.sync.started.size() == 1 && kit.find("#search") != null);
        assertThat(kit.texts(".connection-name")).containsExactly("Sample company");
    }

    private void withSample(String... others) {
        for (int i = 0; i < others.length; i++) {
            kit.connections.with(WindowSamples.profile(WindowSamples.id(i), others[i]));
            kit.reader.with(WindowSamples.id(i), 100);
        }
        kit.connections.with(new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.SAMPLE, "Sample company",
                null, null, "", WindowSamples.NOW));
        kit.reader.with(WindowSamples.ACME, 1_200);
        kit.openLoaded();
    }

    /** What is written to the sample is the owner's, whatever else of it is made up. */
    @Test
    void deletingTheSampleCompanyAsksWhetherNotesStay() {
        withSample();
        kit.press(".connection-delete");
        assertThat(kit.texts(".delete-question > .label")).containsExactly(
                "Delete Sample company? 1,200 documents will be deleted now, with your flags, notes and reviews.");

        Fx.run(() -> ((CheckBox) kit.findAll("#delete-keep-notes").getFirst()).fire());
        assertThat(kit.texts(".delete-question > .label"))
                .containsExactly("Delete Sample company? 1,200 documents will be deleted now.");
        kit.press("#delete-yes");

        Fx.await("deleted", () -> kit.connections.calls.contains("delete " + WindowSamples.ACME + " keeping notes"));
    }

    private List<String> selected() {
        return Fx.get(() -> kit.findAll(".connection-line").stream()
                .filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .map(line -> ((Labeled) line.lookup(".connection-name")).getText()).toList());
    }

    @Test
    void allConnectionsLeaveOutTheSampleCompanyAndSaySo() {
        withSample("Acme", "Other");

        assertThat(kit.text("#all-connections")).isEqualTo("All but the sample company");
        assertThat(kit.texts("#nav-invoices .label")).contains("200");
        assertThat(selected()).isEmpty();

        click(2);
        assertThat(kit.texts("#nav-invoices .label")).contains("1,200");
        assertThat(selected()).containsExactly("Sample company");
    }

    @Test
    void besideTheSampleCompanyASingleConnectionIsTheOneThatIsShown() {
        withSample("Acme");

        assertThat(kit.text("#all-connections")).isEmpty();
        assertThat(kit.texts("#nav-invoices .label")).contains("100");
        assertThat(selected()).containsExactly("Acme");
    }

    @Test
    void theSampleCompanyAloneIsShown() {
        withSample();

        assertThat(kit.texts("#nav-invoices .label")).contains("1,200");
        assertThat(selected()).containsExactly("Sample company");
    }

    @Test
    void fiftyConnectionsScrollAndEveryLaterPartOfTheSidebarStaysInTheWindow() {
        for (int i = 0; i < 50; i++) {
            kit.connections
                    .with(WindowSamples.profile(WindowSamples.id(i), "Company with a very long name, number " + i));
        }
        kit.openLoaded();
        kit.layOut();

        assertThat(Fx.get(() -> ((ScrollPane) kit.root().lookup(".connection-scroll")).getHeight())).isLessThan(800);
        assertThat(Fx.get(() -> {
            Node security = kit.root().lookup("#nav-security");
            return security.localToScene(security.getBoundsInLocal()).getMaxY();
        })).isLessThanOrEqualTo(800);
        assertThat(kit.texts(".connection-name")).hasSize(50);
    }

    /** What stands below must not move with the words of a sync. */
    @Test
    void aRowIsAsHighWhileItSyncs() {
        three();
        click(0);
        double rested = rowHeight();

        kit.press("#sync-button");
        Fx.await("progress", () -> kit.find(".thin-bar") != null);

        assertThat(rowHeight()).isEqualTo(rested);
    }

    private double rowHeight() {
        return Fx.get(() -> {
            Fx.laidOut(kit.root());
            return ((Region) kit.findAll(".connection-line").getFirst()).getHeight();
        });
    }

    @Test
    void theChosenConnectionIsInSightInALowWindow() {
        for (int i = 0; i < 12; i++) {
            kit.connections.with(WindowSamples.profile(WindowSamples.id(i), "Company " + i));
        }
        kit.openLoaded();
        int lowest = Fx.get(() -> (int) kit.findAll(".connection-line").stream().filter(this::isInSight).count()) - 1;
        assertThat(lowest).as("some are below").isBetween(2, 10);
        click(lowest);
        Fx.run(() -> {
            kit.stage().setWidth(960);
            kit.stage().setHeight(600);
        });
        Fx.await("low", () -> kit.stage().getScene().getHeight() == 600);

        Fx.await("in sight", () -> isInSight(kit.findAll(".connection-line").get(lowest)));
        assertThat(Fx.get(() -> kit.findAll(".connection-line").stream().filter(this::isInSight).count()))
                .as("there is less room").isLessThanOrEqualTo(lowest);
    }

    private boolean isInSight(Node row) {
        Node port = Objects.requireNonNull(kit.find(".connection-scroll"));
        Bounds at = row.localToScene(row.getLayoutBounds());
        return port.localToScene(port.getLayoutBounds()).contains(at.getCenterX(), at.getMinY() + 1)
                && port.localToScene(port.getLayoutBounds()).contains(at.getCenterX(), at.getMaxY() - 1);
    }

    @Test
    void aSyncShowsItsProgressAndTheButtonStopsIt() {
        three();
        click(0);

        kit.press("#sync-button");
        Fx.await("progress", () -> kit.find(".thin-bar") instanceof ProgressBar bar && bar.getProgress() > 0.39);
        assertThat(kit.texts(".connection-status")).contains("Documents 3,200 of 8,114…");
        assertThat(kit.text("#sync-button")).isEqualTo("Stop");
        kit.press("#sync-button");

        Fx.await("stopped", () -> kit.sync.stopped.contains(WindowSamples.ACME));
        Fx.await("the button is back", () -> "Sync now".equals(((Button) kit.root()
                .lookup("#sync-button")).getText()));
    }

    /** The keys themselves: on Linux no request for a menu comes with them. */
    @ParameterizedTest
    @CsvSource({"F10, true", "CONTEXT_MENU, false"})
    void theMenuOfARowOpensByTheKeysForIt(KeyCode code, boolean shift) {
        three();

        Fx.run(() -> {
            Node line = kit.findAll(".connection-line").getFirst();
            line.requestFocus();
            line.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
        });

        assertThat(menuTexts()).containsExactly("Sync now", "Verify", "Stop", "Edit…", "Delete…");
        Fx.run(() -> List.copyOf(Window.getWindows()).stream().filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
    }

    @Test
    void f10AloneOpensNoMenu() {
        three();

        Fx.run(() -> key(kit.findAll(".connection-line").getFirst(), KeyCode.F10));

        assertThat(menuTexts()).isEmpty();
    }

    private static List<String> menuTexts() {
        return Fx.get(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast).flatMap(menu -> menu.getItems().stream()).map(MenuItem::getText)
                .toList());
    }

    @Test
    void choosingOneConnectionTellsTheScreenAndAllBringsThemBack() {
        three();

        click(2);
        kit.press("#all-connections");

        List<Integer> sizes = Fx.get(() -> kit.invoices().selections.stream().map(List::size).toList());
        assertThat(sizes).endsWith(1, 3);
    }

    @Test
    void theArrowsMoveBetweenTheRows() {
        three();

        Fx.run(() -> {
            Node first = kit.findAll(".connection-line").getFirst();
            first.requestFocus();
            key(first, KeyCode.DOWN);
        });

        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getAccessibleText())).startsWith("Nordlys");
    }
}
