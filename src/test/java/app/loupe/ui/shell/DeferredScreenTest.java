package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Counted;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.ScreenKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.Test;

class DeferredScreenTest {
    private static final ConnectionId ACME = new ConnectionId("acme0001");
    private static final Destination ONE = new Destination.OneInvoice(new InvoiceKey(ACME, 7));
    private static final Aside THREE = new Aside("3", "news");

    private final List<Real> made = new ArrayList<>();
    private final DeferredScreen screen = new DeferredScreen(PageId.INVOICES, () -> {
        made.add(new Real());
        return made.getLast();
    });

    private static final class Real implements Screen {
        private final Group view = new Group();
        private final List<String> told = new ArrayList<>();
        private final ObjectProperty<Aside> aside = new SimpleObjectProperty<>(Aside.NONE);

        @Override
        public PageId page() {
            return PageId.INVOICES;
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void select(List<ConnectionProfile> connections) {
            told.add("select");
        }

        @Override
        public void refresh() {
            told.add("refresh");
        }

        @Override
        public void rewrite() {
            told.add("rewrite");
        }

        @Override
        public void focusSearch() {
            told.add("search");
        }

        @Override
        public List<ScreenKey> keys() {
            return List.of(new ScreenKey("flag", new KeyCodeCombination(KeyCode.F)));
        }

        @Override
        public void entered() {
            told.add("entered");
        }

        @Override
        public ObservableValue<Aside> aside() {
            return aside;
        }

        @Override
        public void keepUp(List<ConnectionProfile> connections) {
            told.add("keep up");
        }

        @Override
        public void forget(ConnectionId id) {
            told.add("forget " + id.value());
        }

        @Override
        public void leave() {
            told.add("leave");
        }

        @Override
        public void open(Destination destination) {
            told.add("open " + destination);
        }

        @Override
        public Optional<Destination> place() {
            return Optional.of(ONE);
        }

        @Override
        public void resume(Destination place) {
            told.add("resume " + place);
        }

        @Override
        public Runnable bookmark() {
            return () -> told.add("back");
        }
    }

    @Test
    void nothingThatHappensElsewhereMakesIt() {
        screen.refresh();
        screen.rewrite();
        screen.keepUp(List.of());
        screen.forget(ACME);
        screen.leave();
        screen.bookmark().run();

        assertThat(screen.page()).isEqualTo(PageId.INVOICES);
        assertThat(screen.aside().getValue()).isEqualTo(Aside.NONE);
        assertThat(screen.keys()).isEmpty();
        assertThat(screen.exports()).isEmpty();
        assertThat(screen.paper()).isEmpty();
        assertThat(screen.place()).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void itIsMadeOnceWhenTheOwnerComesAndIsToldAllFromThenOn() {
        screen.select(List.of());
        assertThat(screen.view()).isSameAs(made.getFirst().view());
        screen.entered();
        screen.open(ONE);
        screen.resume(ONE);
        screen.focusSearch();
        screen.refresh();
        screen.rewrite();
        screen.keepUp(List.of());
        screen.bookmark().run();
        screen.forget(ACME);
        screen.leave();

        assertThat(screen.keys()).hasSize(1);
        assertThat(screen.place()).contains(ONE);
        assertThat(made).singleElement().satisfies(real -> assertThat(real.told).containsExactly("select", "entered",
                "open " + ONE, "resume " + ONE, "search", "refresh", "rewrite", "keep up", "back", "forget acme0001",
                "leave"));
    }

    /** The count of a page is there before anybody goes to it, and does not go while its screen reads. */
    @Test
    void whatCountsForItSaysWhatStandsThereUntilItHasAnAnswer() {
        var count = new Count();
        var counted = new DeferredScreen(PageId.CUSTOMERS, () -> {
            made.add(new Real());
            return made.getLast();
        }, count);
        List<Aside> shown = new ArrayList<>();
        counted.aside().subscribe(now -> {
            shown.add(now);
        });

        counted.keepUp(List.of());
        assertThat(made).isEmpty();
        assertThat(count.asked).isOne();
        count.aside.set(THREE);
        counted.select(List.of());
        assertThat(shown).containsExactly(Aside.NONE, THREE);

        made.getFirst().aside.set(new Aside("4", ""));
        count.aside.set(Aside.NONE);
        counted.keepUp(List.of());
        assertThat(count.asked).isOne();
        made.getFirst().aside.set(Aside.NONE);

        assertThat(shown).containsExactly(Aside.NONE, THREE, new Aside("4", ""), Aside.NONE);
    }

    private static final class Count implements Counted {
        private final ObjectProperty<Aside> aside = new SimpleObjectProperty<>(Aside.NONE);
        private int asked;

        @Override
        public ObservableValue<Aside> aside() {
            return aside;
        }

        @Override
        public void keepUp(List<ConnectionProfile> connections) {
            asked++;
        }
    }

    @Test
    void whatStandsBesideItsNameFollowsItOnceItIsMade() {
        List<Aside> shown = new ArrayList<>();
        screen.aside().subscribe(now -> {
            shown.add(now);
        });

        screen.select(List.of());
        made.getFirst().aside.set(THREE);

        assertThat(shown).containsExactly(Aside.NONE, THREE);
    }
}
