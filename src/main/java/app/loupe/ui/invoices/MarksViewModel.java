package app.loupe.ui.invoices;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.MarkAct;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.ProblemException;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import app.loupe.review.ReviewRow;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.InTurn;
import app.loupe.ui.common.NoteDrafts;
import app.loupe.ui.common.NoteEditor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the owner wrote to the invoices of the connections that are shown. Acts are done one after the other in the
 * background, of several invoices at once; each can be undone, the last first, and done again. On the FX thread only.
 */
final class MarksViewModel implements NoteEditor.Notes<InvoiceKey> {
    /** What was done, in words of the bundle. */
    enum Deed {
        FLAGGED,
        UNFLAGGED,
        REVIEWED,
        NOT_REVIEWED,
        NOTED,
        REMINDED,
        NOT_REMINDED
    }

    /**
     * An act that can be undone.
     *
     * @param day on which it reminds; null when it does not
     */
    record Done(Deed deed, Map<InvoiceKey, MarkAct> undoing, @Nullable LocalDate day) {
        int count() {
            return undoing.size();
        }

        Done without(ConnectionId id) {
            var left = new HashMap<>(undoing);
            left.keySet().removeIf(key -> key.connection().equals(id));
            return new Done(deed, left, day);
        }
    }

    /**
     * An act before it is done: what it is called and what it does, as the marks are when its turn has come.
     *
     * @param deed null for what is not undone
     */
    private record Intent(@Nullable Deed deed, Map<InvoiceKey, MarkAct> acts, @Nullable LocalDate day) {
        Intent(@Nullable Deed deed, Map<InvoiceKey, MarkAct> acts) {
            this(deed, acts, null);
        }
    }

    private final OwnerNotes notes;
    private final NoteDrafts drafts;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Done> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Done> takenBack = new ReadOnlyObjectWrapper<>();
    private final MarkHistory history = new MarkHistory();
    private final InTurn turns = new InTurn();
    private final Set<ConnectionId> followed = new HashSet<>();
    private final Set<ConnectionId> read = new HashSet<>();
    private final Set<InvoiceKey> openedNow = new HashSet<>();
    private Map<InvoiceKey, InvoiceNews> news = Map.of();
    private boolean loadWaits;

    MarksViewModel(OwnerNotes notes, NoteDrafts drafts, Background background, Clock clock) {
        this.notes = notes;
        this.drafts = drafts;
        this.background = background;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Marks> marks() {
        return marks.getReadOnlyProperty();
    }

    /** Whether the marks of this connection's invoices were read; until then an empty list does not mean that there are none. */
    boolean isRead(ConnectionId connection) {
        return read.contains(connection);
    }

    @Override
    public NoteDrafts drafts() {
        return drafts;
    }

    /** What Undo would take back, until something else is done; null when that is nothing. */
    ReadOnlyObjectProperty<@Nullable Done> last() {
        return last.getReadOnlyProperty();
    }

    /** By whose day a reminder has come, or not yet. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Shows these connections' marks, too. */
    void follow(List<ConnectionProfile> connections) {
        connections.forEach(profile -> followed.add(profile.id()));
        load();
    }

    /** What was undone last, to be said; null when that was not the last thing that happened, or nobody needs it any more. */
    ReadOnlyObjectProperty<@Nullable Done> takenBack() {
        return takenBack.getReadOnlyProperty();
    }

    /** Forgets what was written to invoices of a connection that is gone: former notes wait to be undone, too. */
    void forget(ConnectionId id) {
        List.of(followed, read).forEach(ids -> ids.remove(id));
        openedNow.removeIf(key -> key.connection().equals(id));
        drafts.forget(id);
        turns.add(() -> {
            // what is under way looks into the history
            history.forget(id);
            dismiss();
            return Optional.empty();
        });
        load();
    }

    /** Reads again, also what the history of changes says: a sync may have come to an end. */
    void load() {
        if (loadWaits) {
            return;
        }
        loadWaits = true;
        turns.add(() -> {
            loadWaits = false;
            Set<ConnectionId> ids = Set.copyOf(followed);
            return Optional.of(background.run("read marks", () -> new Read(notes.marks(ids), notes.news(ids)))
                    .onSuccess(found -> {
                        news = found.news();
                        show(found.marks(), ids);
                    }));
        });
    }

    private record Read(Map<InvoiceKey, InvoiceMark> marks, Map<InvoiceKey, InvoiceNews> news) {}

    private void show(Map<InvoiceKey, InvoiceMark> found, Set<ConnectionId> of) {
        read.addAll(of);
        var shown = new HashMap<>(found);
        openedNow.forEach(key -> shown.computeIfPresent(key, (same, mark) -> new MarkAct.Open(false).on(mark)));
        marks.set(new Marks(shown, news, clock.getZone()));
    }

    /** Flags them, or takes the flags away when all have one. */
    void flag(List<ReviewRow> rows) {
        act(rows, known -> {
            boolean flagged = !rows.stream().allMatch(row -> known.of(row.row().key()).flagged());
            return new Intent(flagged ? Deed.FLAGGED : Deed.UNFLAGGED,
                    each(rows, row -> new MarkAct.Flag(flagged)));
        });
    }

    /** Marks them as reviewed, which ends reminders that have come, or takes that back when all are. */
    void review(List<ReviewRow> rows) {
        act(rows, known -> {
            boolean reviewed = !rows.stream()
                    .allMatch(row -> known.inbox(row.row(), today()).equals(Optional.of(MarkChoice.REVIEWED)));
            return new Intent(reviewed ? Deed.REVIEWED : Deed.NOT_REVIEWED,
                    each(rows, row -> reviewed
                            ? known.reviewing(row.row(), clock.instant())
                            : takingBackReview(row.row().key())));
        });
    }

    /** With the reminder that the review had ended, unless another one was asked for since. */
    private MarkAct takingBackReview(InvoiceKey key) {
        return history.reminderBefore(key).<MarkAct>map(before -> new MarkAct.Restore(null, before.day()))
                .orElseGet(() -> new MarkAct.Review(null));
    }

    /** Reminds of them on a day; null for no more. */
    void remind(List<ReviewRow> rows, @Nullable LocalDate day) {
        act(rows, known -> new Intent(day == null ? Deed.NOT_REMINDED : Deed.REMINDED,
                each(rows, row -> new MarkAct.Remind(day)), day));
    }

    private static Map<InvoiceKey, MarkAct> each(List<ReviewRow> rows, Function<ReviewRow, MarkAct> act) {
        var acts = new HashMap<InvoiceKey, MarkAct>();
        rows.forEach(row -> acts.put(row.row().key(), act.apply(row)));
        return acts;
    }

    @Override
    public void write(InvoiceKey key, String note) {
        NoteDrafts.Attempt attempt = drafts.attempt(key, note);
        turns.add(() -> Optional.of(order(known -> new Intent(Deed.NOTED, Map.of(key, new MarkAct.Note(note))),
                did -> attempt.written()).afterwards(attempt::ended)));
    }

    @Override
    public void wrote(InvoiceKey key, String before) {
        turns.add(() -> {
            // what could not be kept needs no undo
            if (!marks.get().of(key).note().equals(before)) {
                remember(new Done(Deed.NOTED, Map.of(key, new MarkAct.Note(before)), null));
            }
            return Optional.empty();
        });
    }

    /** The owner looks at an invoice: it is not new any more when this list is asked for the next time. */
    void open(ReviewRow row) {
        if (marks.get().inbox(row.row(), today()).equals(Optional.of(MarkChoice.NEW))
                && openedNow.add(row.row().key())) {
            act(known -> new Intent(null, Map.of(row.row().key(), new MarkAct.Open(true))), did -> {});
        }
    }

    /** Lets what was opened go from the list of new ones. */
    void letGo() {
        if (!openedNow.isEmpty()) {
            openedNow.clear();
            load();
        }
    }

    /** Takes back what was done last; what could not be taken back is still the last. */
    void undo() {
        turns.add(() -> repeat(history.toUndo(), (act, again) -> {
            history.undid(act, again);
            last.set(null);
            takenBack.set(act);
        }));
    }

    /** Does again what was undone last, as long as nothing else was done since; what could not be done is still the last. */
    void redo() {
        turns.add(() -> repeat(history.toRedo(), (act, back) -> {
            history.redid(act, back);
            takenBack.set(null);
            last.set(act);
        }));
    }

    /** Does what reverses an act, with the name of that act; nothing where there is none. */
    private Optional<Background.Order<?>> repeat(@Nullable Done act, BiConsumer<Done, Done> afterwards) {
        return act == null
                ? Optional.empty()
                : Optional.of(order(known -> new Intent(act.deed(), act.undoing(), act.day()),
                        did -> afterwards.accept(act, did)));
    }

    /** Nobody needs the offer to undo any more; Undo still works. */
    void dismiss() {
        last.set(null);
        takenBack.set(null);
    }

    private void act(List<ReviewRow> rows, Function<Marks, Intent> intent) {
        if (!rows.isEmpty()) {
            act(intent, this::remember);
        }
    }

    private void act(Function<Marks, Intent> intent, Consumer<Done> afterwards) {
        turns.add(() -> Optional.of(order(intent, afterwards)));
    }

    private Background.Order<?> order(Function<Marks, Intent> intent, Consumer<Done> afterwards) {
        Marks known = marks.get();
        Set<ConnectionId> ids = Set.copyOf(followed);
        return background.run("mark invoices", () -> did(intent.apply(known), ids)).onSuccess(did -> {
            show(did.marks(), ids);
            did.done().ifPresent(afterwards);
        });
    }

    private record Did(Optional<Done> done, Map<InvoiceKey, InvoiceMark> marks) {}

    @Blocking
    private Did did(Intent intent, Set<ConnectionId> ids) throws ProblemException {
        Map<InvoiceKey, MarkAct> undoing = notes.mark(intent.acts());
        Optional<Done> done = Optional.ofNullable(intent.deed()).map(deed -> new Done(deed, undoing, intent.day()));
        return new Did(done, notes.marks(ids));
    }

    private void remember(Done act) {
        if (act.count() > 0) {
            history.did(act);
            takenBack.set(null);
            last.set(act);
        }
    }
}
