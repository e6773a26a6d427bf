package app.loupe.ui.invoices;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.KeptSearch;
import app.loupe.review.Counting;
import app.loupe.review.DayOrder;
import app.loupe.review.Grouping;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.Marks;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.review.SetAside;
import app.loupe.review.Shelf;
import app.loupe.review.StatusChoice;
import app.loupe.review.SearchHint;
import app.loupe.review.Token;
import app.loupe.review.Totals;
import app.loupe.ui.common.Background;
import app.loupe.ui.common.Latest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Shows the books of the selected connections and answers search, chips and order from them in the background, every letter
 * at once; the newest question wins. The books are brought up to date at most once at a time: however often the copy changes
 * meanwhile, once more afterwards. On the FX thread only.
 *
 * <p>A superseded reading is not interrupted but forgotten: an interrupt would close the store's file under the database.
 */
final class InvoicesViewModel {
    private final Shelf shelf;
    private final Background background;
    private final Clock clock;
    private final Locale locale;
    private final MarksViewModel marks;
    private final FilterChoice choice;
    private final GroupChoice groups = new GroupChoice();
    private final ObjectProperty<InvoiceOrder> order = new SimpleObjectProperty<>(InvoiceOrder.NEWEST_FIRST);
    private final ObjectProperty<@Nullable ReviewRow> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<Totals> selection = new SimpleObjectProperty<>(Totals.NONE);
    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(Snapshot.EMPTY);
    private final ReadOnlyObjectWrapper<Snapshot.Result> result = new ReadOnlyObjectWrapper<>(Snapshot.Result.EMPTY);
    private final ReadOnlyObjectWrapper<Showing> showing = new ReadOnlyObjectWrapper<>(Showing.LOADING);
    private final ReadOnlyObjectWrapper<List<ConnectionProfile>> connections = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Token>> tokens = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SearchHint>> hints = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SetAside> setAside = new ReadOnlyObjectWrapper<>(SetAside.NOTHING);
    private final ReadOnlyLongWrapper readings = new ReadOnlyLongWrapper();
    private final ChoiceMemory choices;
    private final Latest<Reading> reading = new Latest<>(this::read, this::accept, this::readingEnded);
    private final Latest<Answer> answer = new Latest<>(this::answer, this::accept);
    private ReadSoFar soFar = ReadSoFar.NOTHING;
    private InvoiceFilter asked;
    private FilterChoice.State chosen;

    InvoicesViewModel(Shelf shelf, MarksViewModel marks, Background background, Clock clock, Locale locale) {
        this.shelf = shelf;
        this.marks = marks;
        this.background = background;
        this.clock = clock;
        this.locale = locale;
        choice = new FilterChoice(DayOrder.of(locale));
        choices = new ChoiceMemory(choice);
        asked = choice.filter(List.of());
        setAside.set(new SetAside(asked));
        chosen = choice.state();
        choice.search().subscribe((before, now) -> ask());
        InvalidationListener askAgain = changed -> ask();
        choice.types().addListener(askAgain);
        choice.statuses().addListener(askAgain);
        choice.marks().addListener(askAgain);
        marks.marks().subscribe((before, now) -> {
            if (asked.asksMarks()) {
                ask();
            }
        });
        choice.period().subscribe((before, now) -> ask());
        choice.currency().subscribe((before, now) -> ask());
        choice.company().subscribe((before, now) -> ask());
        choice.among().subscribe((before, now) -> ask());
        order.subscribe((before, now) -> ask());
        groups.by().subscribe((before, now) -> ask());
    }

    /** What the owner wrote to the invoices. */
    MarksViewModel marks() {
        return marks;
    }

    FilterChoice choice() {
        return choice;
    }

    /** By what the rows are put together. */
    GroupChoice groups() {
        return groups;
    }

    ObjectProperty<InvoiceOrder> order() {
        return order;
    }

    /** What the search that is answered was understood as. */
    ReadOnlyObjectProperty<List<Token>> tokens() {
        return tokens.getReadOnlyProperty();
    }

    /** What may have been meant in another way than it is answered. */
    ReadOnlyObjectProperty<List<SearchHint>> hints() {
        return hints.getReadOnlyProperty();
    }

    /** Which chips the search sets aside. */
    ReadOnlyObjectProperty<SetAside> setAside() {
        return setAside.getReadOnlyProperty();
    }

    /** Takes one part out of the search. */
    void remove(Token token) {
        search(token.removedFrom(asked.query().typed()));
    }

    /** Looks for one part of the search as text and nothing else. */
    void readAsText(Token token) {
        search(token.asText(asked.query().typed()));
    }

    private void search(String text) {
        choice.search().set(text);
    }

    /** The row whose detail is open; kept across readings by its key. */
    ObjectProperty<@Nullable ReviewRow> selected() {
        return selected;
    }

    /** What the rows come to of which several are selected; {@link Totals#NONE} as long as they are not. */
    ObjectProperty<Totals> selection() {
        return selection;
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

    /** Shows these connections instead, with the search and the chips that were chosen for them. */
    void select(List<ConnectionProfile> profiles) {
        Set<ConnectionId> before = ids();
        connections.set(List.copyOf(profiles));
        if (!before.equals(ids())) {
            soFar = soFar.ofOthers();
            choices.change(before, ids());
            selected.set(null);
            snapshot.set(Snapshot.EMPTY);
            show(Snapshot.Result.EMPTY, Showing.LOADING);
        }
        marks.follow(profiles);
        load();
    }

    /** Forgets what was chosen for a connection that is gone, and what the owner wrote to its invoices. */
    void forget(ConnectionId id) {
        choices.forget(id);
        marks.forget(id);
    }

    /** Search and company of the last time wait for the connections that they were chosen for. Call before {@link #select}. */
    void begin(KeptSearch kept) {
        choices.begin(kept);
    }

    /** What is searched now, of which company, and where; empty before connections were chosen. */
    Optional<KeptSearch> search() {
        return connections.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new KeptSearch(ids(), choice.search().get(), choice.company().get()));
    }

    /** Shows nothing but these invoices. */
    void open(FilterChoice.Among among) {
        choice.only(among);
        selected.set(null);
    }

    /** A way back to the filters of now, and to the invoice that is open. */
    Runnable bookmark() {
        FilterChoice.State then = choice.state();
        Optional<InvoiceKey> open = Optional.ofNullable(selected.get()).map(row -> row.row().key());
        return () -> {
            choice.become(then);
            open.ifPresentOrElse(key -> open(new ReadSoFar.Opening(key, false)), () -> selected.set(null));
        };
    }

    /**
     * Opens an invoice of the copy, once that is read; the filters make way when it does not pass them.
     */
    void open(InvoiceKey key) {
        open(new ReadSoFar.Opening(key, true));
    }

    private void open(ReadSoFar.Opening opening) {
        soFar = soFar.opening(opening);
        if (!soFar.isHere()) {
            return;
        }
        InvoiceKey key = opening.key();
        Optional<ReviewRow> row = snapshot.get().row(key);
        if (opening.makesWay() && result.get().rows().indexOf(key) < 0) {
            choice.makeWay(row.filter(found -> !Counting.counts(found.row())).map(found -> Set.of(StatusChoice.REMOVED))
                    .orElse(Set.of()));
        }
        if (row.isPresent() || !opening.makesWay()) {
            selected.set(row.orElse(null));
        }
    }

    /** Brings the books up to date, now or when the reading that is under way has ended. */
    void load() {
        soFar = soFar.changed();
        reading.refresh();
    }

    /** The books of these connections. */
    private record Reading(Set<ConnectionId> of, Snapshot read) {}

    private Background.Order<Reading> read() {
        soFar = soFar.begun();
        boolean withLines = soFar.areLinesUnderWay();
        List<ConnectionProfile> profiles = connections.get();
        Set<ConnectionId> ids = ids();
        return background.run("read invoices", () -> new Reading(ids,
                Snapshot.of(withLines ? shelf.withLines(ids) : shelf.books(ids), profiles, locale)));
    }

    private void accept(Reading found) {
        if (!found.of().equals(ids())) {
            return;
        }
        Optional<ReadSoFar.Opening> opening = soFar.opening();
        soFar = soFar.came();
        snapshot.set(found.read());
        ask();
        opening.ifPresent(this::open);
    }

    private void readingEnded() {
        soFar = soFar.ended();
        if (soFar.isHere() && lacksLines()) {
            // they could not be read: what the rows alone answer is shown
            soFar = soFar.askingLines(false);
            answer.ask();
        }
    }

    private Set<ConnectionId> ids() {
        return new Chosen(connections.get()).ids();
    }

    /** Answers from the rows first, and once more when the lines are here too, or could not be read. */
    private void ask() {
        if (!soFar.isHere()) {
            return;
        }
        chosen = choice.state();
        asked = choice.filter(snapshot.get().contents().currencies());
        understood(asked.query());
        setAside.set(new SetAside(asked));
        soFar = soFar.askingLines(asked.query().asksLines());
        if (lacksLines() && !soFar.areLinesUnderWay()) {
            reading.refresh();
        }
        answer.ask();
    }

    private void understood(InvoiceQuery query) {
        tokens.set(query.tokens());
        hints.set(query.hints());
    }

    private boolean lacksLines() {
        return soFar.asksLines() && !snapshot.get().books().hasLines();
    }

    /** What these rows answer to the search as it is asked of them. */
    private record Answer(Snapshot from, InvoiceQuery query, Snapshot.Result result) {}

    private Background.Order<Answer> answer() {
        Snapshot rows = snapshot.get();
        FilterChoice.State asking = chosen;
        InvoiceFilter filter = asked;
        InvoiceOrder by = order.get();
        Optional<Grouping> together = groups.by().get();
        LocalDate today = LocalDate.now(clock);
        Marks known = marks.marks().get();
        return background.run("filter invoices", () -> {
            InvoiceQuery query = rows.books().fitted(filter.query());
            Snapshot.Result found = rows.ask(asking, filter.searching(query), by, together, today, known);
            return new Answer(rows, found.rows().isEmpty() ? rows.books().toldOfNowhere(query, today) : query, found);
        });
    }

    private void accept(Answer found) {
        if (found.from().books() == snapshot.get().books()
                && !(lacksLines() && found.result().rows().isEmpty())) {
            understood(found.query());
            show(found.result(), Showing.of(found.from(), found.result()));
        }
    }

    private void show(Snapshot.Result now, Showing what) {
        showing.set(what);
        result.set(now);
        ReviewRow open = selected.get();
        if (open != null) {
            follow(open, now.rows());
        }
        if (soFar.hasNews()) {
            soFar = soFar.shown();
            readings.set(readings.get() + 1);
        }
    }

    private void follow(ReviewRow open, RowList rows) {
        int place = rows.indexOf(open.row().key());
        ReviewRow now = place < 0 ? null : rows.get(place);
        // made anew with every answer: nobody has to know when it says the same
        if (!open.equals(now)) {
            selected.set(now);
        }
    }
}
