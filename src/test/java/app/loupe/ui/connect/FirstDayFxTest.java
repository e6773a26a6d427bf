package app.loupe.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import java.time.LocalDate;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import testkit.window.Fx;
import testkit.window.WindowKit;
import testkit.window.WindowSamples;

/** The first day of what is kept, in the card of a stored connection: it moves back or goes, and is never later. */
class FirstDayFxTest {
    private static final String EDIT = "edit " + WindowSamples.HARBOUR;

    private final WindowKit kit = new WindowKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private void saved() {
        Fx.await("saved", () -> kit.find("#save") == null);
    }

    private void openWithFirstDay(@Nullable LocalDate since) throws Exception {
        kit.connections.at(WindowSamples.HARBOUR, new Endpoint(
                OdooAddress.parse("erp.harbour.lan"), "harbour", "bot@harbour.example"));
        kit.connections.with(new ConnectionProfile(WindowSamples.HARBOUR, ConnectionProfile.Kind.ODOO, "Harbour Café",
                since, null, "19.0", WindowSamples.NOW).expiring(LocalDate.of(2026, 12, 2)));
        kit.openLoaded();
        kit.press(".connection-remedy");
        Fx.await("the dialog is open", () -> kit.find("#user") != null && kit.find(".note-good") != null);
    }

    private void chooseFirstDay(LocalDate day) {
        Fx.run(() -> ((DatePicker) kit.root().lookup("#since-date")).setValue(day));
    }

    private @Nullable LocalDate firstDay() {
        return Fx.get(() -> kit.connections.list().getFirst().since());
    }

    @Test
    void anEarlierFirstDayIsSavedWithoutATestAndSyncedAfterTheRunThatGoesOn() throws Exception {
        openWithFirstDay(LocalDate.of(2025, 1, 1));
        Fx.run(() -> ((Button) kit.root().lookup("#sync-button")).fire());
        Fx.await("running", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
        kit.connections.onEdit = details -> {
            assertThat(kit.sync.stopped).contains(WindowSamples.HARBOUR);
            return details;
        };
        assertThat(kit.text("#since-hint")).startsWith("Choose an earlier day, or all");
        chooseFirstDay(LocalDate.of(2023, 7, 1));

        kit.press("#save");

        saved();
        Fx.await("synced again", () -> kit.sync.started.size() == 2);
        assertThat(firstDay()).isEqualTo(LocalDate.of(2023, 7, 1));
        assertThat(kit.connections.calls).contains(EDIT + " keeping the secret")
                .noneMatch(call -> call.startsWith("test"));
    }

    @Test
    void theFirstDayCanBeTakenAway() throws Exception {
        openWithFirstDay(LocalDate.of(2025, 1, 1));
        Fx.run(() -> ((ToggleButton) kit.root().lookup("#since-all")).fire());

        kit.press("#save");

        saved();
        assertThat(firstDay()).isNull();
        Fx.await("synced", () -> kit.sync.started.contains(WindowSamples.HARBOUR));
    }

    @Test
    void aLaterFirstDayIsRefusedWithTheWayOut() throws Exception {
        openWithFirstDay(LocalDate.of(2025, 1, 1));
        chooseFirstDay(LocalDate.of(2025, 1, 2));

        kit.press("#save");

        assertThat(kit.text("#form-note")).contains("throws nothing away", "delete the connection and add it again");
        assertThat(Fx.get(() -> Objects.requireNonNull(kit.stage().getScene().getFocusOwner()).getId()))
                .isEqualTo("since-date");
        assertThat(kit.connections.calls).noneMatch(call -> call.startsWith("edit"));
    }

    @Test
    void whereAllIsKeptThereIsNoDayToChooseAndTheCardSaysWhy() throws Exception {
        openWithFirstDay(null);

        assertThat(Fx.get(() -> kit.root().lookup("#since-from").isDisabled())).isTrue();
        assertThat(kit.text("#since-hint")).startsWith("Everything is kept.");
    }
}
