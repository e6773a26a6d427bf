package app.loupe.ui.changed;

import app.loupe.domain.Chosen;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Blocking;
import app.loupe.domain.ChangeEntry;
import app.loupe.domain.ChangeKind;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.review.ChangeFeed;
import app.loupe.review.ChangeSpan;
import app.loupe.text.ChangeText;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides which changes are listed and how many are new. Reads in the background, once at a time: however often the copy
 * changes meanwhile, once more afterwards. On the FX thread only.
 */
final class ChangedViewModel {
    private final ChangedPorts ports;
    private final Background background;
    private final Wording wording;
    private final ChangeText words;
    private final ObjectProperty<ChangeSpan> span = new SimpleObjectProperty<>(ChangeSpan.UNSEEN);
    private final ObjectProperty<@Nullable ChangeKind> kind = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING_READ);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Map<ConnectionId, Marked>> undo = new ReadOnlyObjectWrapper<>(Map.of());
    private Chosen connections = Chosen.NONE;
    private final Latest<Read> latest = new Latest<>(this::order, this::answered);
    private Read last = Read.NOTHING;

    ChangedViewModel(ChangedPorts ports, Background background, Wording wording) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        this.words = new ChangeText(wording.shown(), wording.dates(), wording.money());
        span.subscribe((before, now) -> {
            kind.set(null);
            load();
        });
        kind.subscribe((before, now) -> show());
    }

    /**
     * What the list holds.
     *
     * @param read whether anything was read yet
     * @param question that it answers
     * @param rows with a heading for each group
     * @param counts of each kind there is, in the order of the kinds
     * @param entries without the filter by kind
     */
    record Shown(boolean read, Question question, List<ChangedRow> rows, Map<ChangeKind, Integer> counts, int entries,
            boolean cut) {
        static final Shown NOTHING_READ = new Shown(false, new Question(List.of(), ChangeSpan.UNSEEN, null), List.of(),
                Map.of(), 0, false);

        /** The changes that are listed, in their order. */
        List<ChangeEntry> listed() {
            return rows.stream().filter(ChangedRow.Entry.class::isInstance)
                    .map(row -> ((ChangedRow.Entry) row).entry()).toList();
        }
    }

    /** What a list answers: which connections, from when on, and the only kind of it; null for all. */
    record Question(List<ConnectionProfile> of, ChangeSpan span, @Nullable ChangeKind kind) {}

    /** How far the owner had looked, and has now. */
    record Marked(long before, long now) {}

    /** One reading: what is listed, and what is new whatever is listed. */
    private record Read(List<ConnectionProfile> of, ChangeSpan span, LocalDate day, Map<ConnectionId, String> names,
            ChangeFeed feed, ChangeFeed news) {
        static final Read NOTHING = new Read(List.of(), ChangeSpan.UNSEEN, LocalDate.MIN, Map.of(), ChangeFeed.EMPTY,
                ChangeFeed.EMPTY);
    }

    /** From when on changes are listed. */
    ObjectProperty<ChangeSpan> span() {
        return span;
    }

    /** The only kind that is listed; null for all. */
    ObjectProperty<@Nullable ChangeKind> kind() {
        return kind;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The invoices that changed, as far as the copy has them. */
    Map<InvoiceKey, InvoiceRow> invoices() {
        return last.feed().rows();
    }

    /** How many the owner has not marked as seen. */
    ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /** What can be undone; empty when nothing can. */
    ReadOnlyObjectProperty<Map<ConnectionId, Marked>> undo() {
        return undo.getReadOnlyProperty();
    }

    /** Whose changes are listed. */
    List<ConnectionProfile> connections() {
        return connections.profiles();
    }

    /** Whether any of the connections was synced to the end. */
    boolean wasSynced() {
        return connections.wasSynced();
    }

    /** Several connections are listed together. */
    boolean isOfSeveral() {
        return connections.areSeveral();
    }

    /** Follows these connections. */
    void follow(List<ConnectionProfile> now) {
        var chosen = new Chosen(now);
        if (!chosen.ids().equals(connections.ids())) {
            undo.set(Map.of());
            last = Read.NOTHING;
            shown.set(Shown.NOTHING_READ);
            unseen.set(0);
        }
        connections = chosen;
        load();
    }

    /** Writes the same anew. */
    void rewrite() {
        if (shown.get().read()) {
            show();
        }
    }

    private void load() {
        latest.refresh();
    }

    private Background.Order<Read> order() {
        ChangeSpan from = span.get();
        Chosen of = connections;
        Read before = last;
        return background.run("read changes", () -> read(from, of, before));
    }

    private void answered(Read read) {
        if (read.of().equals(connections.profiles()) && read.span() == span.get()) {
            last = read;
            unseen.set(read.news().entries().size());
            show();
        }
    }

    @Blocking
    private Read read(ChangeSpan from, Chosen of, Read before) throws ProblemException {
        LocalDate today = wording.today();
        ChangeFeed news = ChangeFeed.read(ports.book(), ports.invoices(), of.ids(), ChangeSpan.UNSEEN, wording.clock());
        Map<ConnectionId, String> names = of.names();
        // during a sync this is asked five times a second: what was read stays as long as nothing came
        boolean same = before.span() == from && before.day().equals(today) && before.names().equals(names)
                && before.news().upTo().equals(news.upTo());
        ChangeFeed feed = same && from != ChangeSpan.UNSEEN ? before.feed() : feed(from, of, news);
        return new Read(of.profiles(), from, today, names, feed, news);
    }

    @Blocking
    private ChangeFeed feed(ChangeSpan from, Chosen of, ChangeFeed news) throws ProblemException {
        return from == ChangeSpan.UNSEEN
                ? news
                : ChangeFeed.read(ports.book(), ports.invoices(), of.ids(), from, wording.clock());
    }

    private void show() {
        Read read = last;
        if (read.equals(Read.NOTHING)) {
            // another kind is chosen before anything was read
            return;
        }
        List<ChangeEntry> all = read.feed().entries();
        var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
        all.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        var rows = new ArrayList<ChangedRow>();
        for (ChangeKind.Group group : ChangeKind.Group.values()) {
            List<ChangeEntry> some = all.stream().filter(entry -> entry.kind().group() == group)
                    .filter(entry -> kind.get() == null || entry.kind() == kind.get()).toList();
            if (!some.isEmpty()) {
                rows.add(new ChangedRow.Heading(group, title(group)));
                // an edit after posting comes first; the rest newest first
                some.stream().filter(entry -> entry.kind() == ChangeKind.EDITED).map(this::row).forEach(rows::add);
                some.stream().filter(entry -> entry.kind() != ChangeKind.EDITED).map(this::row).forEach(rows::add);
            }
        }
        shown.set(new Shown(true, new Question(read.of(), read.span(), kind.get()), rows, counts, all.size(),
                read.feed().cut()));
    }

    private String title(ChangeKind.Group group) {
        return wording.get(switch (group) {
            case NEEDS_A_LOOK -> "changed.group.needs-a-look";
            case GOOD_NEWS -> "changed.group.good-news";
            case NEW -> "changed.group.new";
            case OTHER -> "changed.group.other";
        });
    }

    private ChangedRow row(ChangeEntry entry) {
        InvoiceRow known = last.feed().rows().get(entry.key());
        return new ChangedRow.Entry(entry, words.kind(entry), words.name(entry),
                known == null ? "" : known.partner().name(), known == null ? null : known.type(),
                words.parts(entry, known),
                last.names().getOrDefault(entry.key().connection(), ""), wording.dates().moment(entry.noticed()));
    }

    /** The owner has seen everything that is new of these connections: not what comes meanwhile. */
    void markSeen() {
        Map<ConnectionId, Long> upTo = last.news().upTo();
        Chosen of = connections;
        background.run("mark as seen", () -> {
            var before = new HashMap<ConnectionId, Long>();
            for (ConnectionId one : upTo.keySet()) {
                before.put(one, ports.book().seen(one));
            }
            for (Map.Entry<ConnectionId, Long> one : upTo.entrySet()) {
                ports.book().see(one.getKey(), one.getValue());
            }
            // connections to the same books have one mark
            var marked = new HashMap<ConnectionId, Marked>();
            for (Map.Entry<ConnectionId, Long> one : before.entrySet()) {
                long now = ports.book().seen(one.getKey());
                if (one.getValue() < now) {
                    marked.put(one.getKey(), new Marked(one.getValue(), now));
                }
            }
            return Map.copyOf(marked);
        }).onSuccess(marked -> {
            // the list of others offers nothing of these
            if (of.ids().equals(connections.ids())) {
                undo.set(marked);
            }
            load();
        }).start();
    }

    /** They are new again. */
    void markUnseen() {
        Map<ConnectionId, Marked> marked = undo.get();
        background.run("mark as unseen", () -> {
            for (Map.Entry<ConnectionId, Marked> one : marked.entrySet()) {
                ports.book().unsee(one.getKey(), one.getValue().now(), one.getValue().before());
            }
            return marked;
        }).onSuccess(undone -> {
            // others may have been marked since
            if (undo.get().equals(undone)) {
                undo.set(Map.of());
            }
        }).afterwards(this::load).start();
    }
}
