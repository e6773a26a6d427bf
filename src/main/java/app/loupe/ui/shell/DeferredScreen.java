package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.Aside;
import app.loupe.ui.common.Counted;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.ExportOffer;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.ScreenKey;
import app.loupe.ui.common.ShownPaper;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * A screen that is made when the owner comes to it for the first time: a window opens sooner, and holds less, for those
 * that nobody goes to. What happens before that need not be told to it, since it reads everything anew when it is made.
 */
public final class DeferredScreen implements Screen {
    private final PageId page;
    private final Supplier<? extends Screen> making;
    private final ObjectProperty<Aside> aside = new SimpleObjectProperty<>(Aside.NONE);
    private final Optional<Counted> before;
    private @Nullable Memory memory;
    private @Nullable Screen made;

    /**
     * A screen of this page.
     *
     * @param making makes it, once, on the FX thread
     */
    public DeferredScreen(PageId page, Supplier<? extends Screen> making) {
        this(page, making, Optional.empty());
    }

    /** The same; this one says what stands beside the name of the page until the screen is made, and has an answer. */
    public DeferredScreen(PageId page, Supplier<? extends Screen> making, Counted before) {
        this(page, making, Optional.of(before));
    }

    private DeferredScreen(PageId page, Supplier<? extends Screen> making, Optional<Counted> before) {
        this.page = page;
        this.making = making;
        this.before = before;
        before.ifPresent(counted -> counted.aside().subscribe(now -> {
            if (made == null) {
                aside.set(now);
            }
        }));
    }

    private Screen make() {
        Screen screen = made;
        if (screen == null) {
            screen = making.get();
            if (memory != null) {
                screen.remember(memory);
            }
            made = screen;
            // until it has read, what is known stays there
            screen.aside().subscribe((was, now) -> aside.set(now));
            if (before.isEmpty()) {
                aside.set(screen.aside().getValue());
            }
        }
        return screen;
    }

    private Optional<Screen> made() {
        return Optional.ofNullable(made);
    }

    @Override
    public void remember(Memory kept) {
        memory = kept;
        made().ifPresent(screen -> screen.remember(kept));
    }

    @Override
    public PageId page() {
        return page;
    }

    @Override
    public Parent view() {
        return make().view();
    }

    @Override
    public void select(List<ConnectionProfile> connections) {
        make().select(connections);
    }

    @Override
    public void refresh() {
        made().ifPresent(Screen::refresh);
    }

    @Override
    public void rewrite() {
        made().ifPresent(Screen::rewrite);
    }

    @Override
    public void focusSearch() {
        make().focusSearch();
    }

    @Override
    public void focusList() {
        make().focusList();
    }

    @Override
    public Optional<ExportOffer> exports() {
        return made().flatMap(Screen::exports);
    }

    @Override
    public Optional<ShownPaper> paper() {
        return made().flatMap(Screen::paper);
    }

    @Override
    public List<ScreenKey> keys() {
        return made().map(Screen::keys).orElse(List.of());
    }

    @Override
    public void entered() {
        make().entered();
    }

    @Override
    public ObservableValue<Aside> aside() {
        return aside;
    }

    @Override
    public void keepUp(List<ConnectionProfile> connections) {
        made().ifPresentOrElse(screen -> screen.keepUp(connections),
                () -> before.ifPresent(counted -> counted.keepUp(connections)));
    }

    @Override
    public void know(List<ConnectionProfile> all) {
        made().ifPresent(screen -> screen.know(all));
    }

    @Override
    public void forget(ConnectionId id) {
        made().ifPresent(screen -> screen.forget(id));
    }

    @Override
    public void leave() {
        made().ifPresent(Screen::leave);
    }

    @Override
    public void open(Destination destination) {
        make().open(destination);
    }

    @Override
    public Optional<Destination> place() {
        return made().flatMap(Screen::place);
    }

    @Override
    public void resume(Destination place) {
        make().resume(place);
    }

    @Override
    public Runnable bookmark() {
        return made().map(Screen::bookmark).orElse(() -> {});
    }
}
