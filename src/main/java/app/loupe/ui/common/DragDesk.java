package app.loupe.ui.common;

import app.loupe.domain.CancelToken;
import app.loupe.domain.DraggedFiles;
import app.loupe.session.ElapsedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * Has files made that are to be dragged out of the window, and decides when each of them goes: at once when it was for nothing,
 * otherwise {@link #KEPT} after it was made, or after it was dropped somewhere, since other programs read it late. What a lock or
 * the end of the window takes is not decided here. On the FX thread; nothing here waits.
 */
public final class DragDesk {
    /** How long another program has to read what was dropped on it. The time a computer sleeps counts. */
    public static final Duration KEPT = Duration.ofMinutes(10);

    private final DraggedFiles files;
    private final Background background;
    private final ElapsedTime time;
    private final DragOut out;
    private final ProblemPresenter presenter;
    private final List<Held> held = new ArrayList<>();
    private final List<Path> undeletable = new ArrayList<>();

    /** A desk over these files, which hands them over by {@code out}; {@code presenter} says why one could not be made. */
    public DragDesk(DraggedFiles files, Background background, ElapsedTime time, DragOut out,
            ProblemPresenter presenter) {
        this.presenter = presenter;
        this.files = files;
        this.background = background;
        this.time = time;
        this.out = out;
    }

    /** A file from the moment that it begins to be made until it goes. */
    public final class Held {
        private final CancelToken cancel = new CancelToken();
        private @Nullable Path path;
        private Duration since = Duration.ZERO;
        private boolean over;

        private Held() {}

        /** The file; empty while it is being made, and once it has gone. */
        public Optional<Path> file() {
            return over ? Optional.empty() : Optional.ofNullable(path);
        }

        /** Whether it has gone or could not be made. */
        public boolean isOver() {
            return over;
        }

        /** Somebody has it from now on: its time begins again. */
        public void taken() {
            since = time.now();
        }

        /** Nobody wants it: it goes at once, or as soon as it is made. */
        public void letGo() {
            if (over) {
                return;
            }
            over = true;
            cancel.cancel();
            held.remove(this);
            Path there = path;
            if (there != null) {
                remove(there);
            }
        }

        private void made(Path file, Consumer<Held> whenDone) {
            path = file;
            if (over) {
                remove(file);
                return;
            }
            taken();
            whenDone.accept(this);
        }

        private boolean isOld(Duration now) {
            return path != null && now.minus(since).compareTo(KEPT) >= 0;
        }
    }

    /** Begins to make a file; {@code whenDone} is called once it can be dragged, or cannot be made, unless it was let go before. */
    public Held begin(DraggedFile file, Consumer<Held> whenDone) {
        var making = new Held();
        held.add(making);
        background.run("make a dragged file", () -> files.make(file.name(), file.of(),
                place -> file.writing().write(place, making.cancel))).onSuccess(path -> making.made(path, whenDone))
                .onProblem(problem -> {
                    boolean wanted = !making.over;
                    making.over = true;
                    held.remove(making);
                    if (wanted && !problem.code().isEnd()) {
                        presenter.show(problem);
                    }
                    if (wanted) {
                        whenDone.accept(making);
                    }
                }).start();
        return making;
    }

    /** Hands this to the system to be dragged. */
    public void drag(Node from, ClipboardContent what, String label) {
        out.begin(from, what, label);
    }

    /** Lets go of what is there for too long, and of what could not be deleted before; asked every few seconds. */
    public void look() {
        Duration now = time.now();
        held.stream().filter(one -> one.isOld(now)).toList().forEach(Held::letGo);
        List<Path> again = List.copyOf(undeletable);
        undeletable.clear();
        again.forEach(this::remove);
    }

    /** The window is left: lets go of all, and ends what is being made. */
    public void leave() {
        List.copyOf(held).forEach(Held::letGo);
    }

    private void remove(Path file) {
        background.run("remove a dragged file", () -> files.remove(file)).onSuccess(gone -> {
            if (!gone) {
                undeletable.add(file);
            }
        }).start();
    }
}
