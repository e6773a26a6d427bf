package app.loupe.ui.settings;

import app.loupe.domain.EnumKey;
import app.loupe.domain.UpdateAnswer;
import app.loupe.domain.UpdateAnswer.Newer;
import app.loupe.domain.UpdateAnswer.Newest;
import app.loupe.domain.UpdateAnswer.Unchecked;
import app.loupe.domain.UpdateAnswer.Why;
import app.loupe.domain.UpdateCheck.Asked;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.InTurn;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Decides when updates are looked for: never while the owner has not switched it on; then once a week when the window
 * opens, and when asked to. What was chosen is on the disk at once, so that switching it off outlasts a crash. On the FX
 * thread.
 */
public final class UpdatesViewModel {
    /** The name under which {@code true} is remembered once the owner has switched it on. */
    public static final String ON = "settings.updates";
    /** When it was last asked. */
    public static final String ASKED = ON + ".asked";
    /** No sooner does a window that opens ask again. */
    static final Duration RHYTHM = Duration.ofDays(7);

    private static final String KEPT = ON + ".kept";

    private final UpdatePorts ports;
    private final Memory memory;
    private final Background background;
    private final Wording wording;
    private final InTurn writes = new InTurn();
    private final ObjectProperty<Boolean> on = new SimpleObjectProperty<>(false);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Newer>> newer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isAsking;

    /** Begins with what is remembered, and asks nobody. */
    public UpdatesViewModel(UpdatePorts ports, Memory memory, Background background, Wording wording) {
        this.ports = ports;
        this.memory = memory;
        this.background = background;
        this.wording = wording;
        on.set("true".equals(memory.get(ON)));
        on.subscribe((before, now) -> choose(now));
        know();
    }

    /** Whether updates are looked for at all. */
    ObjectProperty<Boolean> on() {
        return on;
    }

    /** What is known; empty while it is off. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** The later version that is known. */
    ReadOnlyObjectProperty<Optional<Newer>> newer() {
        return newer.getReadOnlyProperty();
    }

    /** The server that is asked. */
    String host() {
        return ports.check().host();
    }

    /** Shows the page of the later version in the owner's browser. */
    void showPage() {
        newer.get().ifPresent(one -> ports.browser().open(one.page()));
    }

    /** The window has opened. */
    public void begin() {
        Instant now = wording.clock().instant();
        // a clock that was set back must not silence it
        boolean rested = asked().filter(last -> !last.isAfter(now) && last.plus(RHYTHM).isAfter(now)).isPresent();
        if (!rested) {
            checkNow();
        }
    }

    /** Asks, when it is switched on and nobody is asked already. */
    void checkNow() {
        if (!on.get() || isAsking) {
            return;
        }
        isAsking = true;
        said.set(wording.get("settings.updates.asking"));
        String when = wording.clock().instant().toString();
        String kept = memory.get(KEPT);
        // nobody waits for a server when the window closes
        background.run("look for updates", () -> ports.check().ask(kept)).apart()
                .onSuccess(asked -> answered(asked, when))
                .afterwards(() -> isAsking = false).start();
    }

    private void answered(Asked asked, String when) {
        // it may have been switched off meanwhile, also in the window that came after a lock
        if (!"true".equals(memory.get(ON))) {
            return;
        }
        memory.put(KEPT, asked.kept());
        if (!(asked.answer() instanceof Unchecked not && not.why() == Why.UNREACHABLE)) {
            // whoever was without a network is asked again at the next start, not in a week
            memory.put(ASKED, when);
        }
        keep();
        know();
        say(asked.answer());
    }

    private void choose(boolean now) {
        memory.put(ON, now ? "true" : "");
        if (!now) {
            memory.put(ASKED, "");
            memory.put(KEPT, "");
        }
        know();
        keep();
    }

    private void keep() {
        writes.add(() -> {
            var values = memory.values();
            return Optional.of(background.run("keep settings", () -> {
                ports.keeping().keep(values);
                return values;
            }));
        });
    }

    private void know() {
        newer.set(on.get() ? ports.check().known(memory.get(KEPT)) : Optional.empty());
        if (!on.get()) {
            said.set("");
        } else if (newer.get().isPresent()) {
            say(newer.get().get());
        } else {
            said.set(asked().map(last -> wording.get("settings.updates.asked", wording.dates().moment(last)))
                    .orElseGet(() -> wording.get("settings.updates.never")));
        }
    }

    private void say(UpdateAnswer answer) {
        said.set(switch (answer) {
            case Newer later -> wording.get("settings.updates.newer", later.version(),
                    wording.dates().day(later.released()));
            case Newest newest -> wording.get("settings.updates.newest");
            case Unchecked not -> wording.get("settings.updates." + EnumKey.of(not.why()));
        });
    }

    private Optional<Instant> asked() {
        try {
            String text = memory.get(ASKED);
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException edited) {
            return Optional.empty();
        }
    }
}
