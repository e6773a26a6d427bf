package app.loupe.app;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/**
 * Has a console of Windows read UTF-8 while a command prints, which is what Loupe writes everywhere: it would otherwise take the bytes for
 * those of the country's old code page, and show "Ôé¼" for "€". The console is the owner's: it gets its code page back.
 */
final class ConsoleLetters implements AutoCloseable {
    /** Windows' number for UTF-8. */
    static final int UTF_8 = 65_001;

    private final IntPredicate set;
    private final AtomicInteger before;

    private ConsoleLetters(IntPredicate set, int before) {
        this.set = set;
        this.before = new AtomicInteger(before);
    }

    /**
     * Sets it, where there is a console that has another.
     *
     * @param get the code page of the console's output, 0 where there is no console
     * @param set gives it another, and says whether it took it
     */
    static ConsoleLetters utf8(IntSupplier get, IntPredicate set) {
        int before = get.getAsInt();
        boolean changed = before != 0 && before != UTF_8 && set.test(UTF_8);
        return new ConsoleLetters(set, changed ? before : 0);
    }

    /** Whether the console has something to get back. */
    boolean isChanged() {
        return before.get() != 0;
    }

    /** Gives the console back what it had, once; what was printed must be flushed before. On any thread. */
    @Override
    public void close() {
        int own = before.getAndSet(0);
        if (own != 0) {
            boolean _ = set.test(own);
        }
    }
}
