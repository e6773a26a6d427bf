package app.loupe.ui.notices;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.ProblemException;
import app.loupe.review.ChangeFeed;
import app.loupe.review.ChangeSpan;
import app.loupe.review.Notice;
import app.loupe.review.Notices;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Memory;
import app.loupe.ui.common.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Decides which notices are shown, the most urgent first. One that is put aside comes again on another day as long as it
 * is true; of overdue invoices only those that become so later. On the FX thread; reads in the background, once at a time.
 */
final class NoticesViewModel {
    private static final String SINCE = "notices.overdue-since";
    private static final String ASIDE = "notices.aside.";
    private static final int RUNS_LOOKED_AT = 500;

    private final NoticePorts ports;
    private final Background background;
    private final Wording wording;
    private final Memory memory;
    private final ObservableValue<Set<Notice.Kind>> silenced;
    private final ReadOnlyObjectWrapper<List<Notice>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private List<ConnectionProfile> chosen = List.of();
    private List<Notice> found = List.of();
    private LocalDate read = LocalDate.MIN;
    private boolean reading;
    private boolean again;

    /** @param silenced kinds that the owner does not want to see, now and later */
    NoticesViewModel(NoticePorts ports, Background background, Wording wording, Memory memory,
            ObservableValue<Set<Notice.Kind>> silenced) {
        this.ports = ports;
        this.background = background;
        this.wording = wording;
        this.memory = memory;
        this.silenced = silenced;
        silenced.subscribe((before, now) -> show());
    }

    /** What is to be shown, the most urgent first. */
    ReadOnlyObjectProperty<List<Notice>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Tells of the invoices of these connections; of keys and runs it tells of all. */
    void follow(List<ConnectionProfile> connections) {
        chosen = List.copyOf(connections);
        load();
    }

    /** Reads again if another day has begun. */
    void look() {
        if (!read.equals(wording.today())) {
            load();
        }
    }

    /** Reads again. */
    void load() {
        again = reading;
        if (reading) {
            return;
        }
        reading = true;
        List<ConnectionProfile> of = chosen;
        LocalDate today = wording.today();
        LocalDate since = since(today);
        background.run("read notices", () -> read(of, since, today)).onSuccess(notices -> {
            if (of.equals(chosen)) {
                read = today;
                found = notices;
                show();
            }
            // whatever reads the same for a screen tells the owner what is wrong
        }).onProblem(problem -> {}).afterwards(() -> {
            reading = false;
            if (again) {
                load();
            }
        }).start();
    }

    /** The day after which invoices are newly overdue; the first time it is this one, and nothing is new. */
    private LocalDate since(LocalDate today) {
        Optional<LocalDate> kept = day(SINCE).filter(day -> !day.isAfter(today));
        if (kept.isEmpty()) {
            memory.put(SINCE, today.toString());
        }
        return kept.orElse(today);
    }

    private Optional<LocalDate> day(String name) {
        try {
            String kept = memory.get(name);
            return kept.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(kept));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    @Blocking
    private List<Notice> read(List<ConnectionProfile> of, LocalDate since, LocalDate today) throws ProblemException {
        List<ConnectionProfile> all = ports.connections().list();
        // a connection may have been deleted since it was chosen
        Set<ConnectionId> ids = of.stream().map(ConnectionProfile::id)
                .filter(id -> all.stream().anyMatch(profile -> profile.id().equals(id)))
                .collect(Collectors.toUnmodifiableSet());
        var notices = new ArrayList<>(
                Notices.failing(all, ports.journal().runs(RUNS_LOOKED_AT), wording.clock().instant()));
        notices.addAll(Notices.keys(all, today));
        Notices.largeChange(
                ChangeFeed.read(ports.book(), ports.invoices(), ids, ChangeSpan.UNSEEN, wording.clock()))
                .ifPresent(notices::add);
        Notices.overdue(ports.shelf().books(ids), since, today).ifPresent(notices::add);
        return notices;
    }

    private void show() {
        shown.set(found.stream().filter(notice -> !silenced.getValue().contains(notice.kind()))
                .filter(notice -> !isAside(notice)).toList());
    }

    private boolean isAside(Notice notice) {
        return switch (notice) {
            case Notice.NewlyOverdue overdue -> day(SINCE).filter(overdue.since()::isBefore).isPresent();
            case Notice.LargeChange _,Notice.KeyExpiring _,Notice.SyncFailing _ -> day(aside(notice))
                    .filter(wording.today()::equals).isPresent();
        };
    }

    private static String aside(Notice notice) {
        return ASIDE + EnumKey.of(notice.kind());
    }

    /** Does not show this one any more today, nor others of its kind. */
    void putAside(Notice notice) {
        memory.put(notice instanceof Notice.NewlyOverdue ? SINCE : aside(notice), wording.today().toString());
        show();
    }
}
