package app.loupe.ui.shell;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.ui.common.PageId;
import app.loupe.ui.common.Screen;
import app.loupe.ui.common.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A screen with its entry in the sidebar; tells the screen only what it does not know yet. */
final class Page {
    private final Screen screen;
    private final NavButton entry;
    private @Nullable List<ConnectionProfile> told;
    private boolean stale;

    Page(Screen screen, NavButton entry) {
        this.screen = screen;
        this.entry = entry;
    }

    /** With an entry of its name that leads to it. */
    static Page of(Screen screen, Wording wording, Journey journey) {
        var entry = new NavButton(wording.get("nav." + screen.page().key()), () -> journey.go(screen.page()));
        entry.setId("nav-" + screen.page().key());
        screen.aside().subscribe(entry::aside);
        return new Page(screen, entry);
    }

    Screen screen() {
        return screen;
    }

    PageId id() {
        return screen.page();
    }

    NavButton entry() {
        return entry;
    }

    /** The page is seen, or the choice changed while it is. */
    void tell(List<ConnectionProfile> chosen) {
        if (!chosen.equals(told)) {
            told = chosen;
            screen.select(chosen);
        } else if (stale) {
            screen.refresh();
        }
        stale = false;
    }

    /** A connection is gone for good: whatever the screen holds of it goes, also while it is not seen. */
    void forget(ConnectionId id, List<ConnectionProfile> chosen) {
        if (told != null) {
            tell(chosen);
        }
        screen.forget(id);
    }

    /** The local copy changed. */
    void changed(boolean seen) {
        if (seen && told != null) {
            screen.refresh();
        } else {
            stale = true;
        }
    }
}
