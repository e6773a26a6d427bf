package app.loupe.app;

import app.loupe.domain.UpdateCheck;
import app.loupe.settings.SettingsFile;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Browser;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import app.loupe.ui.settings.UpdatePorts;
import app.loupe.ui.settings.UpdatesViewModel;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The look for updates, where this build has somebody to ask; otherwise nothing of it is seen.
 *
 * @param file holds what the owner chose
 */
record OfferedUpdates(Optional<UpdateCheck> check, SettingsFile file, Browser browser) {
    /** Looks, in a window that has opened, if it is time; what the settings offer of it. On the FX thread. */
    Optional<UpdatesViewModel> begin(Memory memory, Background background, Wording wording) {
        return check.map(asks -> {
            var updates = new UpdatesViewModel(new UpdatePorts(asks, file::write, browser), memory, background,
                    wording);
            updates.begin();
            return updates;
        });
    }

    /** Makes the timer of one exchange. */
    static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("updates").factory());
    }
}
