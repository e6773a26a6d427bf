package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MarkAct;
import app.loupe.ui.invoices.MarksViewModel.Deed;
import app.loupe.ui.invoices.MarksViewModel.Done;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was done to marks and can be undone, and what was undone and can be done again: the last first, and the latter only
 * until something else is done. Each act uses it in its turn, in the background, too; nothing else does meanwhile.
 */
final class MarkHistory {
    private static final int MOST = 100;
    private static final EnumSet<Deed> MOVES_REMINDERS = EnumSet.of(Deed.REVIEWED, Deed.REMINDED, Deed.NOT_REMINDED);

    private final Deque<Done> done = new ArrayDeque<>();
    private final Deque<Done> undone = new ArrayDeque<>();

    /** The owner did something: what was undone before does not fit any more. */
    void did(Done act) {
        undone.clear();
        add(act);
    }

    private void add(Done act) {
        done.push(act);
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    /** What Undo takes back; null for nothing. */
    @Nullable
    Done toUndo() {
        return done.peek();
    }

    /** What Redo brings back; null for nothing. */
    @Nullable
    Done toRedo() {
        return undone.peek();
    }

    /** It was taken back. */
    void undid(Done act, Done again) {
        done.removeFirstOccurrence(act);
        // the marks may have been so already
        if (again.count() > 0) {
            undone.push(again);
        }
    }

    /** It was brought back. */
    void redid(Done act, Done back) {
        undone.removeFirstOccurrence(act);
        if (back.count() > 0) {
            add(back);
        }
    }

    /** What brings back the reminder of an invoice as it was before its latest review, unless it was moved since. */
    Optional<MarkAct.Restore> reminderBefore(InvoiceKey key) {
        return done.stream().filter(one -> one.undoing().containsKey(key))
                .filter(one -> MOVES_REMINDERS.contains(one.deed()))
                .findFirst().map(one -> one.undoing().get(key))
                .filter(MarkAct.Restore.class::isInstance).map(MarkAct.Restore.class::cast);
    }

    /** Forgets what was written to invoices of a connection that is gone. */
    void forget(ConnectionId id) {
        forget(done, id);
        forget(undone, id);
    }

    private static void forget(Deque<Done> acts, ConnectionId id) {
        List<Done> left = acts.stream().map(act -> act.without(id)).filter(act -> act.count() > 0).toList();
        acts.clear();
        acts.addAll(left);
    }
}
