package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.PassphrasePrompt;
import app.loupe.domain.ProblemException;
import app.loupe.text.Texts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Opens what is behind the window while the toolkit still starts: the two wait for different things, and for each other
 * only where a passphrase is to be asked for. The first {@link #open} gets what was begun, each later one opens anew. Safe
 * for use by several threads.
 */
final class EarlyOpening implements WindowOpening.Opener, AutoCloseable {
    private final WindowOpening.Opener opener;
    private final CompletableFuture<PassphrasePrompt> prompt = new CompletableFuture<>();
    private final AtomicReference<@Nullable CompletableFuture<OpenLoupe>> early;

    private EarlyOpening(WindowOpening.Opener opener, Texts texts, Executor work) {
        this.opener = opener;
        early = new AtomicReference<>(CompletableFuture.supplyAsync(() -> first(texts), work));
    }

    /** Begins at once. */
    static EarlyOpening begin(WindowOpening.Opener opener, Texts texts, Executor work) {
        return new EarlyOpening(opener, texts, work);
    }

    private OpenLoupe first(Texts texts) {
        try {
            return opener.open((reason, offered) -> prompt.join().ask(reason, offered), texts);
        } catch (ProblemException refused) {
            throw new CompletionException(refused);
        }
    }

    @Override
    public OpenLoupe open(PassphrasePrompt asked, Texts texts) throws ProblemException {
        CompletableFuture<OpenLoupe> begun = early.getAndSet(null);
        if (begun == null) {
            return opener.open(asked, texts);
        }
        prompt.complete(asked);
        return opened(begun);
    }

    private static OpenLoupe opened(CompletableFuture<OpenLoupe> begun) throws ProblemException {
        try {
            return begun.join();
        } catch (CompletionException failure) {
            switch (failure.getCause()) {
                case ProblemException refused -> throw refused;
                case RuntimeException unexpected -> throw unexpected;
                case Error unexpected -> throw unexpected;
                case null, default -> throw failure;
            }
        }
    }

    /** Closes what was begun and nobody came for: there is no window. What it would ask, it is not told. */
    @Blocking
    @Override
    public void close() {
        CompletableFuture<OpenLoupe> begun = early.getAndSet(null);
        if (begun != null) {
            prompt.complete((reason, offered) -> Optional.empty());
            // why there is no window is told by whoever closes; that it could not be opened either helps nobody
            begun.handle((opened, refused) -> Optional.ofNullable(opened)).join().ifPresent(OpenLoupe::close);
        }
    }
}
