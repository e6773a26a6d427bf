package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RequestLog;
import app.loupe.domain.RequestRecord;
import app.loupe.domain.SyncJournal;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the requests of one run and brings them to the journal in small portions, so that also a run that is killed
 * leaves its requests there. {@link #add} may be called by any thread, {@link #keep} by the run's own.
 */
final class RunLog implements RequestLog {
    private static final int PORTION = 50;

    private final SyncJournal journal;
    private final ConnectionId id;
    private final int number;
    private final List<RequestRecord> waiting = new ArrayList<>();
    private int count;

    RunLog(SyncJournal journal, ConnectionId id, int number) {
        this.journal = journal;
        this.id = id;
        this.number = number;
    }

    @Override
    public void add(RequestRecord request) {
        synchronized (waiting) {
            waiting.add(request);
            count++;
        }
    }

    int count() {
        synchronized (waiting) {
            return count;
        }
    }

    /** Keeps the waiting requests once they are enough for a transaction. */
    @Blocking
    void keepSome() throws ProblemException {
        boolean enough;
        synchronized (waiting) {
            enough = waiting.size() >= PORTION;
        }
        if (enough) {
            keep();
        }
    }

    /** Keeps all waiting requests; those that could not be kept go on waiting. */
    @Blocking
    void keep() throws ProblemException {
        List<RequestRecord> portion;
        synchronized (waiting) {
            portion = List.copyOf(waiting);
        }
        if (!portion.isEmpty()) {
            journal.keep(id, number, portion);
            synchronized (waiting) {
                waiting.subList(0, portion.size()).clear();
            }
        }
    }
}
