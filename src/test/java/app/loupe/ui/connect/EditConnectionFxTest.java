package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.SyncMode;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.window.Contrast;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** Editing a stored connection, from the menu of its row and from "Fix…". */
class EditConnectionFxTest {
    private static final String EDIT = "edit " + WindowSamples.HARBOUR;
    private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 28);

    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void harbour() throws Exception {
        kit.connections.at(WindowSamples.HARBOUR, new Endpoint(
                OdooAddress.parse("erp.harbour.lan"), "harbour", "bot@harbour.example"));
        harbourWithoutAddress();
    }

    private void harbourWithoutAddress() {
        kit.connections.with(WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café").expiring(FEBRUARY));
        kit.reader.with(WindowSamples.HARBOUR, 970);
    }

    private void failed(Problem problem) {
        kit.journal.runs
                .add(new RunRecord(WindowSamples.HARBOUR, 1, WindowSamples.NOW, WindowSamples.NOW, SyncMode.CHANGES,
                        new SyncReport.Failed(SyncCounts.NONE, problem)));
    }

    private MenuItem menuItem(String key) {
        return Fx.get(() -> {
            Node line = kit.findAll(".connection-line").getFirst();
            line.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null));
            return Window.getWindows().stream().filter(javafx.scene.control.ContextMenu.class::isInstance)
                    .map(javafx.scene.control.ContextMenu.class::cast).flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getText().equals(kit.wording.get(key))).findFirst().orElseThrow();
        });
    }

    private void openFromMenu() throws Exception {
        harbour();
        kit.openLoaded();
        MenuItem edit = menuItem("sidebar.menu.edit");
        Fx.run(() -> {
            edit.fire();
            List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        });
        Fx.await("the dialog is open", () -> kit.find("#user") != null && kit.find(".note-good") != null);
    }

    private void fix() {
        kit.openLoaded();
        kit.press(".connection-remedy");
        Fx.await("the dialog is open", () -> kit.find("#user") != null);
    }

    private void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) kit.root().lookup(field)).setText(text));
    }

    private String typed(String field) {
        return Fx.get(() -> ((TextInputControl) kit.root().lookup(field)).getText());
    }

    private String hint() {
        return kit.text("#secret-hint");
    }

    private DatePicker expires() {
        return (DatePicker) Objects.requireNonNull(kit.find("#key-expires"));
    }

    private void saved() {
        Fx.await("saved", () -> kit.find("#save") == null);
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void theFieldOfADateHasAnEdgeAllAround(ColorScheme scheme) throws Exception {
        kit.scheme.set(scheme);
        openFromMenu();
        Fx.layOut(kit.root());

        Fx.run(() -> {
            WritableImage picture = expires().snapshot(null, null);
            int right = (int) picture.getWidth() - 1;
            int bottom = (int) picture.getHeight() - 1;
            int inside = picture.getPixelReader().getArgb(right - 4, bottom / 2);
            for (int[] edge : new int[][] {{0, bottom / 2}, {right, bottom / 2}, {right - 12, 0}, {right - 12, bottom},
                {right / 2, 0}, {right / 2, bottom}}) {
                assertThat(Contrast.of(picture.getPixelReader().getArgb(edge[0], edge[1]), inside))
                        .as(edge[0] + ", " + edge[1]).isGreaterThanOrEqualTo(3);
            }
        });
    }

    @Test
    void aNameThatAnotherConnectionHasIsRefused() throws Exception {
        openFromMenu();
        kit.connections.with(WindowSamples.profile(WindowSamples.ACME, "Acme"));
        type("#name", "acme");

        kit.press("#save");

        Fx.await("refused", () -> kit.find("#form-note.note-bad") != null);
        assertThat(kit.text("#form-note")).startsWith("A connection is called \"Acme\" already");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("edit"));
    }

    @Test
    void theMenuOfARowOpensTheDialogWithWhatIsStored() throws Exception {
        openFromMenu();

        assertThat(kit.texts(".card-title")).containsExactly("Edit \u201cHarbour Café\u201d");
        assertThat(List.of(typed("#address"), typed("#database"), typed("#user"), typed("#name"), typed("#secret")))
                .containsExactly("https://erp.harbour.lan", "harbour", "bot@harbour.example", "Harbour Café", "");
        assertThat(Fx.get(() -> expires().getValue())).isEqualTo(FEBRUARY);
        assertThat(hint()).isEqualTo("Leave this empty to keep the one that is stored.");
        assertThat(Fx.get(() -> ((ToggleButton) kit.root().lookup("#since-all")).isSelected())).isTrue();
        assertThat(kit.text("#save")).isEqualTo("Save");
    }

    @Test
    void aNameAndADayAreSavedWithoutATestARunOrAStop() throws Exception {
        openFromMenu();
        type("#name", "Harbour & Sons");
        Fx.run(() -> expires().setValue(FEBRUARY.plusDays(90)));

        kit.press("#save");

        saved();
        Fx.await("renamed", () -> kit.seen(".connection-name").contains("Harbour & Sons"));
        assertThat(kit.connections.calls).contains(EDIT + " keeping the secret")
                .noneMatch(call -> call.startsWith("test"));
        assertThat(kit.connections.list().getFirst().keyExpires()).isEqualTo(FEBRUARY.plusDays(90));
        assertThat(kit.sync.started).isEmpty();
    }

    @Test
    void aDayCanBeTakenAwayAndOneThatIsNoneIsTold() throws Exception {
        openFromMenu();
        Fx.run(() -> {
            expires().getEditor().setText("2027-02-31");
            expires().commitValue();
        });
        kit.press("#save");
        assertThat(Fx.get(() -> kit.seen(".note-bad"))).anyMatch(said -> said.startsWith("This is no day"));

        Fx.run(() -> {
            expires().getEditor().setText(" ");
            expires().commitValue();
        });
        kit.press("#save");

        saved();
        assertThat(kit.connections.list().getFirst().keyExpires()).isNull();
    }

    /** A test keeps no day; what is saved does. */
    @Test
    void aLastDayThatIsOverStopsNoTestAndIsToldAtItsFieldBeforeItIsSaved() throws Exception {
        openFromMenu();
        Fx.run(() -> {
            expires().getEditor().setText("2025-02-28");
            expires().commitValue();
        });
        assertThat(kit.texts(".note-bad")).as("when it is left").singleElement().asString()
                .startsWith("This date has passed");
        type("#secret", "a new key");

        kit.press("#test");
        Fx.await("tested", () -> kit.find("#form-note.note-good") != null);
        assertThat(kit.connections.calls).contains("test");

        kit.press("#save");
        assertThat(kit.texts(".note-bad")).singleElement().asString().startsWith("This date has passed");
        Fx.await("at the field", () -> expires().isFocused());
        assertThat(Fx.get(() -> expires().getAccessibleHelp())).startsWith("This date has passed.");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("edit"));
    }

    @Test
    void anotherUserNeedsThePasswordAndTheFieldSaysWhyAtOnce() throws Exception {
        openFromMenu();
        type("#user", "ann@harbour.example");
        assertThat(hint()).startsWith("Type it here again");

        kit.press("#save");

        assertThat(kit.texts(".note-bad")).anyMatch(text -> text.contains("sealed for its own address"));
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("test") || call.startsWith("edit"));
        type("#user", "bot@harbour.example");
        assertThat(hint()).isEqualTo("Leave this empty to keep the one that is stored.");
    }

    @Test
    void anotherUserIsTestedSavedAndSyncedAndEverySecretIsWiped() throws Exception {
        openFromMenu();
        type("#user", "ann@harbour.example");
        type("#secret", "a new key");

        kit.press("#save");

        saved();
        Fx.await("synced", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
        assertThat(kit.connections.calls).containsSubsequence("test", EDIT)
                .noneMatch(call -> call.startsWith("add") || call.startsWith("delete"));
        assertThat(kit.connections.secretsSeen).containsExactly("a new key", "a new key");
        assertThat(kit.connections.secrets).allSatisfy(
                secret -> assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class));
        assertThat(kit.connections.endpoint(WindowSamples.HARBOUR).orElseThrow().username())
                .isEqualTo("ann@harbour.example");
    }

    @Test
    void anotherBookIsToldBelowTheFormNothingTypedIsLostAndTheConnectionSyncsOn() throws Exception {
        kit.connections.onEdit = details -> {
            throw ProblemException.of(ProblemCode.BOOKS_DIFFER, "0", "30");
        };
        openFromMenu();
        type("#database", "books");
        type("#secret", "a new key");

        kit.press("#save");

        Fx.await("told", () -> kit.seen("#form-note").stream().anyMatch(text -> text.contains("not the same books")));
        assertThat(typed("#database")).isEqualTo("books");
        assertThat(kit.connections.secrets).allSatisfy(
                secret -> assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class));
        kit.press("#cancel");
        Fx.run(() -> ((Button) kit.root().lookup("#sync-button")).fire());
        Fx.await("released", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
    }

    @Test
    void theRunOfAConnectionEndsBeforeItsPlaceChanges() throws Exception {
        openFromMenu();
        Fx.run(() -> ((Button) kit.root().lookup("#sync-button")).fire());
        Fx.await("running", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
        kit.connections.onEdit = details -> {
            assertThat(kit.sync.stopped).contains(WindowSamples.HARBOUR);
            return details;
        };
        type("#user", "ann@harbour.example");
        type("#secret", "a new key");

        kit.press("#save");

        saved();
        Fx.await("synced again", () -> kit.sync.started.size() == 2);
        assertThat(kit.texts("#problem-bar .strong")).isEmpty();
    }

    @Test
    void aLostPasswordIsSaidInTheRowAndFixedWithANewOne() throws Exception {
        harbour();
        Problem lost = Problem.of(ProblemCode.PASSWORD_LOST, "Harbour Café", WindowSamples.HARBOUR.value());
        kit.connections.problems.put(WindowSamples.HARBOUR, List.of(lost));
        fix();
        assertThat(kit.texts(".connection-says > *")).containsExactly("Password needed", "Fix…");
        assertThat(kit.text("#form-note")).contains("The saved password of");
        kit.press("#save");
        assertThat(kit.texts(".note-bad")).anyMatch(text -> text.startsWith("Type the API key"));
        type("#secret", "a new key");

        kit.press("#save");

        saved();
        Fx.await("synced", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
        assertThat(kit.connections.calls).contains(EDIT);
    }

    @Test
    void aLostAddressIsTypedAgainAndTheConnectionStaysTheSame() throws Exception {
        harbourWithoutAddress();
        kit.connections.problems.put(WindowSamples.HARBOUR,
                List.of(Problem.of(ProblemCode.PASSWORD_LOST, "Harbour Café", WindowSamples.HARBOUR.value())));
        fix();
        assertThat(typed("#address") + typed("#user")).isEmpty();
        assertThat(typed("#name")).isEqualTo("Harbour Café");
        assertThat(Fx.get(() -> Objects.requireNonNull(kit.stage().getScene().getFocusOwner()).getId()))
                .isEqualTo("address");
        type("#address", "erp.harbour.lan");
        type("#database", "harbour");
        type("#user", "bot@harbour.example");
        type("#secret", "a new key");

        kit.press("#save");

        saved();
        assertThat(kit.connections.calls).contains(EDIT).noneMatch(call -> call.startsWith("add"));
        assertThat(kit.connections.endpoint(WindowSamples.HARBOUR).orElseThrow().database()).isEqualTo("harbour");
    }

    @Test
    void aCopyThatIsNotWholeIsSaidInTheRowAndSyncedByIt() throws Exception {
        harbour();
        kit.connections.problems.put(WindowSamples.HARBOUR,
                List.of(Problem.of(ProblemCode.COPY_UNFILLED, "Harbour Café", WindowSamples.HARBOUR.value())));
        kit.openLoaded();
        assertThat(kit.texts(".connection-says > *")).containsExactly("Copy incomplete", "Try again");

        kit.press(".connection-remedy");

        Fx.await("synced", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
    }

    @Test
    void aRefusedKeyIsFixedInTheSameConnection() throws Exception {
        harbour();
        failed(Problem.of(ProblemCode.API_KEY_REFUSED));
        fix();
        assertThat(hint()).startsWith("Type it here again");
        type("#secret", "a new key");

        kit.press("#save");

        saved();
        assertThat(kit.connections.calls).contains(EDIT);
        assertThat(kit.texts(".connection-name")).containsExactly("Harbour Café");
    }

    @Test
    void aKeyThatEndsIsCountedDownInTheRowWhichOpensTheDialog() throws Exception {
        kit.connections.at(WindowSamples.HARBOUR, new Endpoint(
                OdooAddress.parse("erp.harbour.lan"), "harbour", "bot@harbour.example"));
        kit.connections.with(WindowSamples.profile(WindowSamples.HARBOUR, "Harbour Café")
                .expiring(LocalDate.of(2026, 12, 2)));
        kit.openLoaded();
        assertThat(kit.texts(".connection-says > *")).containsExactly("Key expires in 9 days", "Edit…");

        kit.press(".connection-remedy");

        Fx.await("the dialog is open", () -> kit.find("#user") != null);
        assertThat(typed("#user")).isEqualTo("bot@harbour.example");
    }

    @Test
    void theSampleCompanyHasNothingToEdit() {
        kit.connections.with(new ConnectionProfile(WindowSamples.HARBOUR, ConnectionProfile.Kind.SAMPLE, "Sample", null,
                null, "", null));
        kit.openLoaded();

        assertThat(menuItem("sidebar.menu.edit").isDisable()).isTrue();
    }
}
