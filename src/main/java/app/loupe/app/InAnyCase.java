package app.loupe.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several endings in their order, each in any case: a file that cannot be closed must not leave the keys in memory. */
final class InAnyCase {
    private InAnyCase() {}

    /** Does all of them; then throws what the first that failed has thrown, with the others suppressed in it. */
    static void all(List<Runnable> endings) {
        Throwable first = null;
        for (Runnable ending : endings) {
            try {
                ending.run();
            } catch (RuntimeException | Error failure) {
                first = joined(first, failure);
            }
        }
        switch (first) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> {
            }
        }
    }

    private static Throwable joined(@Nullable Throwable first, Throwable next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
