package app.loupe.app;

import app.loupe.domain.MovedBooks;
import app.loupe.domain.MovedChange;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Transfers.Watcher;
import java.util.Optional;

/** A history that tells how far it is. For one thread. */
final class CountedHistory implements MovedBooks.History {
    private final MovedBooks.History history;
    private final long of;
    private final Watcher watcher;
    private long done;

    CountedHistory(MovedBooks.History history, long of, Watcher watcher) {
        this.history = history;
        this.of = of;
        this.watcher = watcher;
    }

    @Override
    public Optional<MovedChange> next() throws ProblemException {
        Optional<MovedChange> next = history.next();
        if (next.isPresent()) {
            done++;
            watcher.at(done, of);
        }
        return next;
    }
}
