package app.loupe.ui.notices;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncJournal;
import app.loupe.review.ChangeFeed;
import app.loupe.review.ChangeSpan;
import app.loupe.review.Notice;
import app.loupe.review.Notices;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Latest;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Decides which notices are shown, the most urgent first. One that is put aside comes again on another day as long as it
 * is true; of overdue invoices only those that become so later. On the FX thread; reads in the background, once at a time.
 */
final class NoticesViewModel {
    private final NoticePorts ports;
    private final Background background;
    private final Wording wording;
    private final NoticeMemory memory;
    private final ObservableValue<Set<Notice.Kind>> silenced;
    private final ReadOnlyObjectWrapper<List<Notice>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private List<ConnectionProfile> chosen = List.of();
    private Read last = new Read(LocalDate.MIN, List.of(), Set.of());
    private LocalDate tried = LocalDate.MIN;
    private final Latest<Answer> latest = new Latest<>(this::order, this::answered);

    /** @param silenced kinds that the owner does not want to see, now and later */
    NoticesViewModel(NoticePorts ports, Background background, Wording wording, Memory memory,
            ObservableValue<Set<Notice.Kind>> silenced) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        this.memory = new NoticeMemory(memory);
        this.silenced = silenced;
        silenced.subscribe((before, now) -> show());
    }

    /** One reading, and all connections that there were. */
    private record Read(LocalDate day, List<Notice> notices, Set<ConnectionId> connections) {}

    /** A reading about these connections, each from the day on that it was told of last. */
    private record Answer(Map<ConnectionId, LocalDate> told, Read read) {}

    /** What is to be shown, the most urgent first. */
    ReadOnlyObjectProperty<List<Notice>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Tells of the invoices of these connections; of keys and runs it tells of all. */
    void follow(List<ConnectionProfile> connections) {
        if (!chosen.equals(connections)) {
            chosen = List.copyOf(connections);
            latest.forget();
        }
        // what is on its way to the screen comes first
        background.whenQuiet(this::load);
    }

    /** Reads again if another day has begun since the last try. */
    void look() {
        if (!tried.equals(wording.today())) {
            load();
        }
    }

    /** Reads again. */
    void load() {
        if (chosen.isEmpty()) {
            latest.forget();
            last = new Read(LocalDate.MIN, List.of(), Set.of());
            show();
            return;
        }
        latest.refresh();
    }

    private Background.Order<Answer> order() {
        LocalDate today = wording.today();
        tried = today;
        // the first time nothing is new
        Map<ConnectionId, LocalDate> told = chosen.stream().map(ConnectionProfile::id).collect(Collectors
                .toMap(Function.identity(), id -> told(id, today).orElse(today)));
        return background.run("read notices", () -> new Answer(told, read(told, today)));
    }

    private void answered(Answer answer) {
        last = answer.read();
        memory.keep(last.connections());
        answer.told().forEach((id, day) -> {
            if (last.connections().contains(id) && told(id, last.day()).isEmpty()) {
                memory.tell(id, day);
            }
        });
        show();
    }

    /** A day that is still to come is from a clock that was wrong: waiting for it, nothing would be told for long. */
    private Optional<LocalDate> told(ConnectionId id, LocalDate today) {
        return memory.told(id).filter(day -> !day.isAfter(today));
    }

    @Blocking
    private Read read(Map<ConnectionId, LocalDate> told, LocalDate today) throws ProblemException {
        List<ConnectionProfile> all = ports.connections().list();
        Set<ConnectionId> known = new Chosen(all).ids();
        // a connection may have been deleted since it was chosen
        Set<ConnectionId> ids = told.keySet().stream().filter(known::contains).collect(Collectors.toUnmodifiableSet());
        var notices = new ArrayList<>(
                Notices.failing(all, ports.journal().runs(SyncJournal.RUNS_ALWAYS_KEPT), wording.clock().instant()));
        notices.addAll(Notices.keys(all, today));
        Notices.largeChange(ChangeFeed.bare(ports.book(), ids, ChangeSpan.UNSEEN, wording.clock()).entries())
                .ifPresent(notices::add);
        Notices.overdue(ports.shelf().books(ids), told, today).ifPresent(notices::add);
        return new Read(today, notices, known);
    }

    private void show() {
        shown.set(last.notices().stream().filter(notice -> !silenced.getValue().contains(notice.kind()))
                .filter(notice -> !isAside(notice)).toList());
    }

    private boolean isAside(Notice notice) {
        return switch (notice) {
            case Notice.NewlyOverdue overdue -> of(overdue).stream().allMatch(
                    id -> memory.told(id).filter(overdue.since()::isBefore).isPresent());
            case Notice.LargeChange change -> memory.isAside(EnumKey.of(change.kind()), "", wording.today());
            case Notice.KeyExpiring key -> isAside(key, key.connection());
            case Notice.SyncFailing failing -> isAside(failing, failing.connection());
        };
    }

    private boolean isAside(Notice notice, ConnectionProfile connection) {
        return memory.isAside(EnumKey.of(notice.kind()), connection.id().value(), wording.today());
    }

    private static Set<ConnectionId> of(Notice.NewlyOverdue overdue) {
        return overdue.invoices().stream().map(InvoiceKey::connection).collect(Collectors.toUnmodifiableSet());
    }

    /** Does not show this one any more today; of overdue invoices none of these. */
    void putAside(Notice notice) {
        String kind = EnumKey.of(notice.kind());
        switch (notice) {
            // until the day of the reading: what became overdue since was not seen
            case Notice.NewlyOverdue overdue -> of(overdue).forEach(id -> memory.tell(id, last.day()));
            case Notice.LargeChange _ -> memory.putAside(kind, "", wording.today());
            case Notice.KeyExpiring key -> memory.putAside(kind, key.connection().id().value(), wording.today());
            case Notice.SyncFailing failing ->
                memory.putAside(kind, failing.connection().id().value(), wording.today());
        }
        show();
    }
}
