package app.loupe.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.ui.common.NoteDrafts;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CopyChanges;
import javafx.beans.value.ObservableValue;
import javafx.beans.property.SimpleObjectProperty;
import java.util.Optional;
import app.loupe.domain.Problem;
import app.loupe.review.Shelf;
import testkit.window.FakeJournal;
import app.loupe.ui.synclog.SyncLogScreen;
import app.loupe.ui.aged.AgedPorts;
import app.loupe.ui.aged.AgedScreen;
import app.loupe.ui.bookcheck.CheckPorts;
import app.loupe.ui.bookcheck.CheckScreen;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Navigator;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.SyncControl;
import app.loupe.ui.partners.PartnersPorts;
import app.loupe.ui.partners.PartnersScreen;
import app.loupe.ui.products.ProductPorts;
import app.loupe.ui.products.ProductsScreen;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.IdleSync;
import testkit.InMemoryBook;
import testkit.window.FakeNavigator;
import testkit.window.FakeReader;
import testkit.window.Fx;
import testkit.window.HeldWork;
import testkit.window.WindowSamples;

/** A page never says that there is no connection while nobody has looked. */
class BeforeAnythingWasReadFxTest {
    private static final FakeReader COPY = new FakeReader();
    private static final Shelf SHELF = new Shelf(COPY, new CopyChanges());

    private static final SyncControl SYNC = new SyncControl() {
        @Override
        public ObservableBooleanValue running() {
            return new SimpleBooleanProperty();
        }

        @Override
        public ObservableValue<Optional<Problem>> failure() {
            return new SimpleObjectProperty<>(Optional.empty());
        }

        @Override
        public void start() {
            throw new AssertionError("nothing is synced here");
        }

        @Override
        public void stop() {
            throw new AssertionError("nothing is synced here");
        }
    };

    private final HeldWork work = new HeldWork();

    enum Figures {
        AGED((background, navigator) -> new AgedScreen(new AgedPorts(SHELF, SYNC, navigator), background,
                WindowSamples.wording())),
        CUSTOMERS((background, navigator) -> new PartnersScreen(false,
                new PartnersPorts(SHELF, COPY, new InMemoryBook(), SYNC, navigator, new NoteDrafts()), background,
                WindowSamples.wording())),
        PRODUCTS((background, navigator) -> new ProductsScreen(new ProductPorts(SHELF, navigator, new IdleSync()),
                background,
                WindowSamples.wording()));

        @SuppressWarnings("ImmutableEnumChecker") // lambdas without captured state
        private final BiFunction<Background, Navigator, Screen> made;

        Figures(BiFunction<Background, Navigator, Screen> made) {
            this.made = made;
        }
    }

    private static List<String> said(Screen screen) {
        return Fx.get(() -> {
            Scene scene = screen.view().getScene() == null
                    ? new Scene(screen.view(), 900, 600)
                    : screen.view().getScene();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.getRoot().lookupAll(".empty-title").stream().map(title -> ((Labeled) title).getText())
                    .toList();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatReadsSaysSoAndNotThatThereIsNoConnection(Figures figures) {
        Screen screen = Fx.get(() -> figures.made.apply(work.background(), new FakeNavigator()));
        ConnectionProfile acme = WindowSamples.profile(WindowSamples.ACME, "Acme Trading");

        Fx.run(() -> screen.select(List.of(acme)));
        assertThat(said(screen)).hasSize(1).allMatch(title -> title.endsWith("ing\u2026"));

        Fx.run(() -> screen.select(List.of()));
        work.done();
        assertThat(said(screen)).containsExactly("No connection yet");
    }

    @Test
    void theBookCheckSpeaksOfTheConnectionThatWasAdded() {
        Screen screen = Fx
                .get(() -> new CheckScreen(new CheckPorts(COPY, new InMemoryBook(), SYNC, new FakeNavigator()),
                        work.background(), problem -> {}, WindowSamples.wording()));
        assertThat(said(screen)).containsExactly("No connection yet");
        var unsynced = new ConnectionProfile(WindowSamples.ACME, ConnectionProfile.Kind.ODOO, "Acme Trading", null,
                null,
                "", null);

        Fx.run(() -> screen.select(List.of(unsynced)));

        assertThat(said(screen)).containsExactly("Nothing to check yet");
    }

    /** Nothing was synced is said of what was read, not while it is. */
    @Test
    void theSyncLogSaysNothingBeforeItWasRead() {
        var screen = Fx.get(
                () -> new SyncLogScreen(new FakeJournal(), id -> false, work.background(), WindowSamples.wording()));
        Fx.run(() -> screen.select(List.of(WindowSamples.profile(WindowSamples.ACME, "Acme Trading"))));

        said(screen);
        assertThat(Fx.get(() -> ((TableView<?>) screen.view().lookup("#runs")).getPlaceholder().isVisible())).isFalse();
        work.done();
        Fx.await("said", () -> ((TableView<?>) screen.view().lookup("#runs")).getPlaceholder().isVisible());
    }
}
