package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SecurityCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

class ShellFxTest {
    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void three() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.openLoaded();
    }

    private void shortcut(KeyCode code) {
        Fx.run(() -> {
            Node target = kit.stage().getScene().getFocusOwner();
            (target == null ? kit.root() : target)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
        });
    }

    /** The digits follow the order of the sidebar. */
    private KeyCode digit(String page) {
        List<String> pages = Fx.get(() -> kit.findAll(".nav").stream().map(Node::getId).toList());
        return KeyCode.valueOf("DIGIT" + (pages.indexOf("nav-" + page) + 1));
    }

    /** What is overdue and whose reminder is due changes at midnight, though no run brings anything. */
    @Test
    void anotherDayHasEverythingWrittenAnew() {
        three();
        Fx.await("the list", () -> !kit.invoices().selections.isEmpty());
        kit.turnClock(Duration.ofMinutes(2));
        assertThat(Fx.get(() -> kit.invoices().rewrites)).isZero();
        int read = Fx.get(() -> kit.invoices().refreshes);

        kit.turnClock(Duration.ofDays(1));

        assertThat(Fx.get(() -> kit.invoices().rewrites)).isOne();
        assertThat(Fx.get(() -> kit.invoices().refreshes)).isEqualTo(read + 1);
        kit.turnClock(Duration.ofMinutes(2));
        assertThat(Fx.get(() -> kit.invoices().refreshes)).isEqualTo(read + 1);
    }

    @Test
    void theKeyboardReachesSearchScreensSyncAndTheDialog() {
        three();

        shortcut(digit("changed"));
        Fx.await("what changed", () -> kit.find("#changes") != null);
        shortcut(digit("synclog"));
        Fx.await("sync log", () -> kit.find("#runs") != null);
        shortcut(digit("security"));
        Fx.await("security", () -> kit.find(".check-row") != null);
        shortcut(digit("invoices"));
        shortcut(KeyCode.F);
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getId())).isEqualTo("search");
        shortcut(KeyCode.R);
        Fx.await("all sync", () -> kit.sync.started.size() == 3);
        shortcut(KeyCode.N);
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getId())).isEqualTo("address");
    }

    @Test
    void severalProblemsWaitForEachOtherAndNoneIsSaidTwice() {
        kit.openLoaded();
        Problem offline = Problem.of(ProblemCode.NETWORK_DOWN);
        Problem full = Problem.of(ProblemCode.DISK_FULL);

        Fx.run(() -> List.of(offline, full, offline).forEach(kit.problems()::show));

        String first = kit.wording.texts().title(offline);
        assertThat(kit.text("#problem-bar .strong")).isEqualTo(first + " (2 messages)");
        kit.press(".problem-close");
        assertThat(kit.text("#problem-bar .strong")).isEqualTo(kit.wording.texts().title(full));
        kit.press(".problem-close");
        assertThat(Fx.get(() -> kit.find("#problem-bar") == null)).isTrue();
    }

    @Test
    void escapeClosesTheDialogAndTheFocusGoesBack() {
        three();
        Fx.run(() -> kit.root().lookup("#nav-synclog").requestFocus());
        shortcut(KeyCode.N);

        Fx.run(() -> kit.stage().getScene().getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));

        assertThat(Fx.get(() -> kit.find("#address") == null)).isTrue();
        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getId())).isEqualTo("nav-synclog");
    }

    @Test
    void whatKeepsEyesAwayWorksUnderADialogToo() {
        three();
        shortcut(KeyCode.N);

        shortcut(KeyCode.L);
        assertThat(Fx.get(() -> kit.locks)).isEqualTo(1);
        assertThat(Fx.get(() -> kit.find("#address") != null)).as("the lock takes it away, not the key").isTrue();
        shortcut(KeyCode.B);
        assertThat(Fx.get(kit::hidesAmounts)).isTrue();
        assertThat(Fx.get(() -> kit.find("#address") != null)).as("what was typed there stays").isTrue();
    }

    @Test
    void theFocusStaysInTheOpenDialog() {
        three();
        shortcut(KeyCode.N);

        Fx.run(() -> kit.root().lookup("#nav-synclog").requestFocus());

        assertThat(Fx.get(() -> kit.stage().getScene().getFocusOwner().getId())).isEqualTo("address");
    }

    @Test
    void theFootSaysWhetherTheChecksPass() {
        three();

        Fx.await("checked", () -> kit.seen(".nav-aside").contains("All checks pass"));
    }

    @Test
    void theFootDoesNotSayThatAllIsWellBesideAPromiseThatIsToBeLookedAt() {
        kit.checks = List.of(
                new SecurityCheck(SecurityCheck.Promise.ONLY_READ, SecurityCheck.Outcome.PASS,
                        List.of("read", "4", "1"), List.of()),
                new SecurityCheck(SecurityCheck.Promise.KEY_IS_ELSEWHERE, SecurityCheck.Outcome.NOTICE,
                        List.of("x", "y"), List.of()));
        three();
        kit.press("#nav-security");
        Fx.await("checked", () -> kit.find(".check-notice") != null);

        assertThat(kit.texts(".check-mark > .label")).containsExactly("!");
        assertThat(kit.texts(".nav-aside")).contains("1 to look at").doesNotContain("All checks pass");
    }

    @Test
    void aPromiseWithNothingToCheckYetIsMarkedNeutrallyAndCountsAsNoProblem() {
        kit.checks = List.of(
                new SecurityCheck(SecurityCheck.Promise.ONLY_READ, SecurityCheck.Outcome.PASS,
                        List.of("read", "4", "1"), List.of()),
                new SecurityCheck(SecurityCheck.Promise.ONLY_TLS, SecurityCheck.Outcome.NOT_YET, List.of(), List.of()),
                new SecurityCheck(SecurityCheck.Promise.DELETING_IS_IMMEDIATE, SecurityCheck.Outcome.NOT_YET, List.of(),
                        List.of()));
        three();
        kit.press("#nav-security");
        Fx.await("checked", () -> kit.find(".check-row") != null);

        assertThat(kit.texts(".check-mark > .label")).containsExactly("–", "–");
        assertThat(Fx.get(() -> kit.findAll(".check-not-yet").size())).isEqualTo(2);
        assertThat(kit.texts(".nav-aside")).as("what was not checked does not pass").contains("1 passes so far")
                .doesNotContain("All checks pass");
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        three();
        List<String> nameless = new ArrayList<>(nameless());
        for (String screen : List.of("#nav-synclog", "#nav-security")) {
            kit.press(screen);
            Fx.await("shown", () -> kit.find("#runs") != null || kit.find(".check-row") != null);
            nameless.addAll(nameless());
        }
        kit.press(".connection-delete");
        nameless.addAll(nameless());
        kit.press("#add-connection");
        nameless.addAll(nameless());

        assertThat(nameless).isEmpty();
    }

    private List<String> nameless() {
        return Fx.get(() -> kit.findAll("*").stream().filter(Node::isFocusTraversable)
                .filter(node -> blank(node.getAccessibleText())
                        && !(node instanceof Labeled labeled && !blank(labeled.getText())))
                .map(Node::toString).toList());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    @Test
    void theWindowGoesOnDrawingWhileEveryConnectionCallIsBlocked() {
        kit.connections.block();
        kit.open();
        var frames = new AtomicInteger();
        var timer = Fx.get(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.incrementAndGet();
            }
        });
        Fx.run(timer::start);

        kit.press("#add-connection");
        Fx.run(() -> ((TextField) kit.root().lookup("#address")).setText("acme"));
        Fx.await("the greeting waits", () -> kit.connections.calls.contains("probe https://acme.odoo.com"));
        int drawn = frames.get();
        Fx.await("it draws while both calls wait", () -> frames.get() > drawn + 5);
        Fx.run(timer::stop);

        assertThat(kit.connections.calls).contains("list");
    }

    @Test
    void theSyncLogProvesThatNothingWasWritten() {
        three();
        kit.press("#nav-synclog");
        Fx.await("runs", () -> kit.find("#runs") instanceof TableView<?> runs && runs.getItems().size() == 5);

        Fx.run(() -> ((TableView<?>) kit.root().lookup("#runs")).getSelectionModel().select(1));

        Fx.await("requests",
                () -> kit.find("#requests") instanceof TableView<?> table && table.getItems().size() == 11);
        assertThat(kit.text("#writes")).isEqualTo("Writes: 0");
    }

    @Test
    void aCallThatIsNotReadingCountsAsAWrite() {
        WindowSamples.threeConnections(kit.connections, kit.reader, kit.journal);
        kit.journal.totals = Map.of("account.move.read", 7L, "account.move.write", 2L);
        kit.openLoaded();

        kit.press("#nav-synclog");

        Fx.await("counted", () -> kit.seen("#writes").contains("Writes: 2"));
    }

    @Test
    void theSecurityReportIsSavedWhereTheOwnerSays(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("report.txt");
        kit.chosenFile = Optional.of(file);
        three();
        kit.press("#nav-security");
        Fx.await("checked", () -> kit.find(".check-row") != null);

        kit.press("#save-report");

        Fx.await("written", () -> Files.exists(file) && file.toFile().length() > 0);
        assertThat(Files.readString(file)).contains("[kept] Passwords are ciphertext", "3 of 3");
    }

    @Test
    void theSmallestWindowStillShowsEveryEntry() {
        three();
        Fx.run(() -> {
            kit.stage().setWidth(960);
            kit.stage().setHeight(600);
        });
        Fx.await("the window has its size", () -> kit.stage().getScene().getWidth() == 960
                && kit.stage().getScene().getHeight() == 600);
        kit.layOut();

        assertThat(Fx.get(() -> kit.findAll(".nav").stream().map(node -> (Control) node)
                .allMatch(node -> node.localToScene(node.getBoundsInLocal()).getMaxY() <= 600))).isTrue();
    }
}
