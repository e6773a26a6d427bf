package app.loupe.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.text.Texts;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import testkit.FakeInvoices;
import testkit.window.Fx;
import testkit.window.HeldWork;

/** What is kept of each connection, where there is little room; and how often the folder is walked through for its size. */
class KeptListFxTest {
    private static final Wording WORDS = Wording.of(new Texts(Locale.ENGLISH), Clock.systemUTC());

    @Test
    void theFirstDayIsReadInANarrowWindow() {
        ConnectionProfile own = FakeInvoices.profile();
        var profile = new ConnectionProfile(own.id(), own.kind(),
                "Acme Trading and Sons, Wholesale and Retail", LocalDate.of(2024, 1, 1), own.pin(), own.serverVersion(),
                FakeInvoices.SYNCED);
        KeptList list = Fx.get(() -> {
            var made = new KeptList(WORDS);
            var scene = new Scene(made, 320, 200);
            made.show(List.of(profile));
            Fx.laidOut(scene.getRoot());
            return made;
        });

        Fx.run(() -> {
            var says = (Label) list.lookup(".kept-says");
            assertThat(says.getText()).endsWith("from 1 Jan 2024 on");
            assertThat(says.prefHeight(says.getWidth())).as("in lines").isGreaterThan(2 * says.getFont().getSize());
            assertThat(says.getHeight()).isGreaterThanOrEqualTo(says.prefHeight(says.getWidth()) - 0.5);
        });
    }

    /** Each sync shows its connections anew. */
    @Test
    void theFocusStaysAtTheConnectionThatItIsAt() {
        ConnectionProfile own = FakeInvoices.profile();
        var other = new ConnectionProfile(ConnectionId.random(new SecureRandom()), own.kind(), "Beyond", null,
                own.pin(), own.serverVersion(), FakeInvoices.SYNCED);
        KeptList list = Fx.get(() -> {
            var made = new KeptList(WORDS);
            new Scene(made, 620, 300);
            made.show(List.of(own, other));
            Fx.laidOut(made);
            made.lookupAll(".button").stream().skip(1).forEach(Node::requestFocus);
            return made;
        });

        Node focused = Fx.get(() -> {
            list.show(List.of(other, own));
            Fx.laidOut(list);
            return list.getScene().getFocusOwner();
        });

        assertThat(focused.getAccessibleText()).contains("Beyond");
        assertThat(Fx.get(() -> list.lookupAll(".button"))).contains(focused);
    }

    /** A sync tells of each of its pages. */
    @Test
    void oneWalkAtATime() {
        var work = new HeldWork();
        var walks = new AtomicInteger();
        SettingsScreen screen = Fx.get(() -> new SettingsScreen(new SettingsPorts(Path.of("data"), () -> {
            walks.incrementAndGet();
            return 3_100_000;
        }, () -> {}, () -> {}, () -> {}, uri -> {}), new Preferences(new Memory(Map.of())), work.background(), WORDS));

        Fx.run(() -> {
            for (int page = 0; page < 20; page++) {
                screen.refresh();
            }
        });
        work.done();

        assertThat(walks).hasValue(2);
    }
}
