package app.loupe.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several things in their order, each in any case: a file that cannot be closed must not leave the keys in memory, nor one who
 * listens and fails keep a piece of news from the others.
 */
public final class InAnyCase {
    private InAnyCase() {}

    /** Does all of them; then throws what the first that failed has thrown, with the others suppressed in it. */
    public static void all(List<Runnable> things) {
        Throwable first = null;
        for (Runnable one : things) {
            try {
                one.run();
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
        if (!next.equals(first)) {
            // Java keeps some failures ready, and throws the same one again
            first.addSuppressed(next);
        }
        return first;
    }
}
