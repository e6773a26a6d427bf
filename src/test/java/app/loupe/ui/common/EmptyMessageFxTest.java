package app.loupe.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.text.Texts;
import app.loupe.ui.theme.Theme;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.Test;
import testkit.IdleSync;
import testkit.Profiles;
import testkit.window.Fx;

class EmptyMessageFxTest {
    private static final double EM = 13;

    @Test
    void theFirstSyncFailedOnlyWhereNothingWasEverSynced() {
        Wording wording = Wording.of(new Texts(Locale.ENGLISH), Clock.systemUTC());
        ConnectionProfile never = Profiles.of(new ConnectionId("aaaaaaaa"));
        ConnectionProfile once = Profiles.synced(Profiles.of(new ConnectionId("bbbbbbbb")), Instant.EPOCH, "19.0");
        Problem refused = Problem.of(ProblemCode.SIGN_IN_REFUSED);

        Fx.run(() -> {
            assertThat(EmptyMessage.firstFailed(wording, List.of(never), IdleSync.failed(refused))).isPresent();
            assertThat(EmptyMessage.firstFailed(wording, List.of(never, once), IdleSync.failed(refused))).isEmpty();
            assertThat(EmptyMessage.firstFailed(wording, List.of(once), IdleSync.failed(refused))).isEmpty();
            assertThat(EmptyMessage.firstFailed(wording, List.of(never), new IdleSync())).isEmpty();
        });
    }

    @Test
    void aLongReasonStandsInTheMiddleBelowItsTitle() {
        Fx.run(() -> {
            var message = EmptyMessage.of(Wording.of(new Texts(Locale.GERMANY), Clock.systemUTC()),
                    "check.empty.nothing",
                    12);
            var root = new StackPane(message);
            new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(new Scene(root, 1400, 800));
            Fx.laidOut(root);

            var reason = (Label) message.getChildren().getLast();
            assertThat(reason.getHeight()).as("more than a line").isGreaterThan(2 * EM);
            assertThat(reason.getTextAlignment()).isEqualTo(TextAlignment.CENTER);
            assertThat(reason.getAlignment()).isEqualTo(Pos.CENTER);
            assertThat(message.getWidth()).isLessThanOrEqualTo(40 * EM);
        });
    }
}
