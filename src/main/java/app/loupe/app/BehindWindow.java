package app.loupe.app;

import app.loupe.domain.Blocking;
import app.loupe.domain.InAnyCase;
import app.loupe.domain.KeptSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is open behind a window: lent to commands beside it while it is shown, and closed after the work on it, at a lock or at
 * the end. From any thread.
 */
final class BehindWindow {
    private final Duration patience;
    private volatile @Nullable OpenLoupe opened;
    private volatile @Nullable WindowWork work;
    private volatile @Nullable KeptSearch searchedLast;
    private volatile boolean isShown;
    private volatile boolean wasOpen;

    /** @param patience so long a lock or the end waits for what is under way; see {@link WindowWork#LIMIT} */
    BehindWindow(Duration patience) {
        this.patience = patience;
    }

    /** This was opened, and is this one's to close. */
    void open(OpenLoupe loupe) {
        opened = loupe;
        wasOpen = true;
    }

    /** Closing waits for this work. */
    void workWith(WindowWork working) {
        work = working;
    }

    /** The owner sees it, or no longer: nothing is lent of what is locked. */
    void show(boolean shown) {
        isShown = shown;
    }

    /** Ends what goes on in it without anybody waiting. */
    void endScrub() {
        OpenLoupe loupe = opened;
        if (loupe != null) {
            loupe.endScrub();
        }
    }

    /** What the owner searched for last, which the closing keeps. */
    void searched(Optional<KeptSearch> last) {
        searchedLast = last.orElse(null);
    }

    /** Whether something is open now. */
    boolean isOpen() {
        return opened != null;
    }

    /** Whether something was opened, also where it is locked by now. */
    boolean wasOpen() {
        return wasOpen;
    }

    /**
     * What is open, for a command that reads beside the window and gives it back; empty before, afterwards, and while it is
     * locked.
     */
    Optional<LentServices> lend() {
        // in this order: the work of what was closed meanwhile lends nothing more, and what is open is there before its work
        WindowWork working = work;
        OpenLoupe loupe = opened;
        return loupe == null || working == null || !isShown
                ? Optional.empty()
                : working.lending().take().map(loupe::lent);
    }

    /**
     * Lends nothing more and wants back what is lent: a command whose output nobody takes waits for ever otherwise, and whoever
     * waits for what works for commands with it.
     */
    void askBack() {
        WindowWork working = work;
        if (working != null) {
            working.lending().end();
        }
    }

    /**
     * Closes what was opened, after the work on it, as far as that ends in time; a deletion is stopped then. Not on the FX
     * thread.
     *
     * @return whether there was anything to close, now or before
     */
    @Blocking
    synchronized boolean close() {
        WindowWork ending = work;
        OpenLoupe loupe = opened;
        var endings = new ArrayList<Runnable>();
        if (loupe != null) {
            // before anything is waited for; what is being made goes once the work is at its end
            endings.add(loupe.dragged()::clear);
        }
        if (ending != null) {
            endings.add(() -> ending.end(patience));
        }
        if (loupe != null) {
            KeptSearch last = searchedLast;
            if (last != null) {
                endings.add(() -> loupe.search().write(last));
                // names of customers may be in it
                searchedLast = null;
            }
            endings.add(() -> loupe.endDeletions(patience));
            endings.add(loupe::close);
        }
        try {
            InAnyCase.all(endings);
        } finally {
            work = null;
            opened = null;
        }
        return wasOpen;
    }
}
