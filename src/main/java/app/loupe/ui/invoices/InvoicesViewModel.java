package app.loupe.ui.invoices;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.KeptSearch;
import app.loupe.review.Counting;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.LineHits;
import app.loupe.review.ReviewRow;
import app.loupe.review.StatusChoice;
import app.loupe.review.Token;
import app.loupe.ui.common.Background;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of the selected connections in memory and answers search, chips and order from them in the background;
 * the newest question wins. The copy is read at most once at a time: however often it changes meanwhile, it is read once
 * more afterwards. On the FX thread only.
 *
 * <p>A superseded reading is not interrupted but forgotten: an interrupt would close the store's file under the database.
 */
final class InvoicesViewModel {
    /** How long typing must pause before the search starts. */
    static final Duration TYPING_PAUSE = Duration.millis(120);

    /** What there is to see. */
    enum Showing {
        /** Nothing was read yet. */
        LOADING,
        /** The copy holds no invoice. */
        NOTHING_SYNCED,
        /** No invoice passes the filters. */
        NOTHING_MATCHES,
        /** Rows. */
        ROWS
    }

    private final InvoiceReader reader;
    private final Background background;
    private final Clock clock;
    private final Locale locale;
    private final FilterChoice choice = new FilterChoice();
    private final ObjectProperty<InvoiceOrder> order = new SimpleObjectProperty<>(InvoiceOrder.NEWEST_FIRST);
    private final ObjectProperty<@Nullable ReviewRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(Snapshot.EMPTY);
    private final ReadOnlyObjectWrapper<Snapshot.Result> result = new ReadOnlyObjectWrapper<>(Snapshot.Result.EMPTY);
    private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>(Showing.LOADING);
    private final ReadOnlyObjectWrapper<List<ConnectionProfile>> connections = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Token>> tokens = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private final PauseTransition typingPause = new PauseTransition(TYPING_PAUSE);
    private final LineSearch lines;
    /** What was chosen for each choice of connections, until the program ends. */
    private final Map<Set<ConnectionId>, FilterChoice.State> choices = new HashMap<>();
    private boolean loaded;
    private boolean loading;
    private boolean loadAgain;
    private boolean readAnew;
    private InvoiceFilter asked;
    private long newestAnswer;

    InvoicesViewModel(InvoiceReader reader, Background background, Clock clock, Locale locale) {
        this.reader = reader;
        this.background = background;
        this.clock = clock;
        this.locale = locale;
        lines = new LineSearch(reader, background, () -> answer(false));
        asked = choice.filter(List.of());
        typingPause.setOnFinished(event -> ask());
        choice.search().subscribe((before, now) -> typingPause.playFromStart());
        InvalidationListener askAgain = changed -> askAtOnce();
        choice.types().addListener(askAgain);
        choice.statuses().addListener(askAgain);
        choice.period().subscribe((before, now) -> askAtOnce());
        choice.currency().subscribe((before, now) -> askAtOnce());
        order.subscribe((before, now) -> askAtOnce());
    }

    FilterChoice choice() {
        return choice;
    }

    ObjectProperty<InvoiceOrder> order() {
        return order;
    }

    /** What the search that is answered was understood as. */
    ReadOnlyObjectProperty<List<Token>> tokens() {
        return tokens.getReadOnlyProperty();
    }

    /** Takes one part out of the search. */
    void remove(Token token) {
        searchAtOnce(token.removedFrom(asked.query().typed()));
    }

    /** Looks for one part of the search as text and nothing else. */
    void readAsText(Token token) {
        searchAtOnce(token.asText(asked.query().typed()));
    }

    private void searchAtOnce(String text) {
        choice.search().set(text);
        askAtOnce();
    }

    /** The row whose detail is open; kept across readings by its key. */
    ObjectProperty<@Nullable ReviewRow> selected() {
        return selected;
    }

    ReadOnlyObjectProperty<Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Snapshot.Result> result() {
        return result.getReadOnlyProperty();
    }

    /**
     * How often the copy was read and its rows are shown. Counts although all rows are as before, because payments, lines
     * and partners are stored after the rows.
     */
    ReadOnlyLongProperty readings() {
        return readings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Showing> showing() {
        return showing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ConnectionProfile>> connections() {
        return connections.getReadOnlyProperty();
    }

    /** When the oldest copy of the selected connections was complete; empty when one never was. */
    Optional<Instant> copyTime() {
        List<ConnectionProfile> all = connections.get();
        if (all.isEmpty() || all.stream().anyMatch(profile -> profile.lastSynced() == null)) {
            return Optional.empty();
        }
        return all.stream().map(profile -> Objects.requireNonNull(profile.lastSynced()))
                .min(Comparator.naturalOrder());
    }

    /**
     * Shows these connections instead. Search and chips belong to what they were chosen for: they come back with it, and
     * another connection begins without them.
     */
    void select(List<ConnectionProfile> profiles) {
        Set<ConnectionId> before = ids();
        connections.set(List.copyOf(profiles));
        if (!before.equals(ids())) {
            loaded = false;
            readAnew = false;
            newestAnswer++;
            lines.over(ids());
            if (before.isEmpty()) {
                // the chips of the last time are there already
                choice.search().set(choices.getOrDefault(ids(), choice.state()).search());
            } else {
                choices.put(before, choice.state());
                choice.become(choices.getOrDefault(ids(), FilterChoice.State.USUAL));
            }
            selected.set(null);
            show(Snapshot.EMPTY, Snapshot.Result.EMPTY, Showing.LOADING);
        }
        load();
    }

    /** The search of the last time waits for the connections that it was typed for. Call before {@link #select}. */
    void begin(KeptSearch kept) {
        choices.put(kept.connections(), FilterChoice.State.USUAL.searching(kept.text()));
    }

    /** What is searched now, and where; empty before connections were chosen. */
    Optional<KeptSearch> search() {
        return connections.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new KeptSearch(ids(), choice.search().get()));
    }

    /** Opens an invoice of the copy; the filters make way when it does not pass them. */
    void open(InvoiceKey key) {
        if (find(result.get().rows(), key).isEmpty()) {
            choice.clear();
            find(snapshot.get().rows(), key).filter(row -> !Counting.counts(row.row()))
                    .ifPresent(row -> choice.statuses().add(StatusChoice.REMOVED));
        }
        find(snapshot.get().rows(), key).ifPresent(selected::set);
    }

    private static Optional<ReviewRow> find(List<ReviewRow> rows, InvoiceKey key) {
        return rows.stream().filter(row -> row.row().key().equals(key)).findFirst();
    }

    /** Reads the copy again, now or when the reading that is under way has ended. */
    void load() {
        loadAgain = loading;
        if (loading) {
            return;
        }
        loading = true;
        List<ConnectionProfile> profiles = connections.get();
        Set<ConnectionId> ids = ids();
        LocalDate today = LocalDate.now(clock);
        background.run("read invoices", () -> Snapshot.of(reader.rows(ids), profiles, locale, today))
                .onSuccess(read -> {
                    if (ids.equals(ids())) {
                        accept(read);
                    }
                }).afterwards(this::loadEnded).start();
    }

    private void accept(Snapshot read) {
        loaded = true;
        readAnew = true;
        snapshot.set(read);
        keepCurrency(read);
        ask();
    }

    private void loadEnded() {
        loading = false;
        if (loadAgain) {
            load();
        }
    }

    /** Searches the lines once more at the next reading: a run that brought new ones has ended. */
    void linesChanged() {
        lines.age();
    }

    private Set<ConnectionId> ids() {
        return connections.get().stream().map(ConnectionProfile::id).collect(Collectors.toUnmodifiableSet());
    }

    private void keepCurrency(Snapshot read) {
        if (!read.currencies().contains(choice.currency().get())) {
            choice.currency().set("");
        }
    }

    private void askAtOnce() {
        typingPause.stop();
        ask();
    }

    /** Answers from memory first, then once more when the lines were searched, or could not be. */
    private void ask() {
        if (loaded) {
            asked = choice.filter(snapshot.get().currencies());
            tokens.set(asked.query().tokens());
            answer(lines.ask(asked.query().lineTerms()));
        }
    }

    private void answer(boolean moreToCome) {
        long mine = ++newestAnswer;
        Snapshot rows = snapshot.get();
        InvoiceFilter filter = asked;
        LineHits hits = lines.hits();
        InvoiceOrder by = order.get();
        LocalDate today = LocalDate.now(clock);
        background.run("filter invoices", () -> rows.ask(filter, hits, by, locale, today)).onSuccess(answer -> {
            if (mine == newestAnswer && !(moreToCome && answer.rows().isEmpty())) {
                show(rows, answer, showingOf(rows, answer));
            }
        }).start();
    }

    private void show(Snapshot rows, Snapshot.Result answer, Showing what) {
        snapshot.set(rows);
        showing.set(what);
        result.set(answer);
        ReviewRow open = selected.get();
        if (open != null) {
            selected.set(find(answer.rows(), open.row().key()).orElse(null));
        }
        if (readAnew) {
            readAnew = false;
            readings.set(readings.get() + 1);
        }
    }

    private static Showing showingOf(Snapshot rows, Snapshot.Result answer) {
        if (rows.rows().isEmpty()) {
            return Showing.NOTHING_SYNCED;
        }
        return answer.rows().isEmpty() ? Showing.NOTHING_MATCHES : Showing.ROWS;
    }
}
