package app.loupe.ui.common;

import app.loupe.domain.HalfOpen;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** Does orders in the background one after the other, in the order in which they were asked for. On the FX thread. */
public final class InTurn {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * Does this when its turn has come; the order is made then, with what is known by then. Empty for nothing that has to be
     * done in the background: then the next one follows at once.
     */
    public void add(Supplier<Optional<Background.Order<?>>> order) {
        waiting.add(() -> begin(order));
        if (!busy) {
            next();
        }
    }

    private void begin(Supplier<Optional<Background.Order<?>>> order) {
        Optional<Background.Order<?>> made;
        // what cannot be made holds up nothing behind it; what cannot begin is over all the same
        try (var half = HalfOpen.closedBy(this::next)) {
            made = half.whole(order.get());
        }
        made.ifPresentOrElse(one -> one.afterwards(this::next).start(), this::next);
    }

    private void next() {
        Runnable first = waiting.poll();
        busy = first != null;
        if (first != null) {
            first.run();
        }
    }
}
