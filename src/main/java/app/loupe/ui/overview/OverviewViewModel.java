package app.loupe.ui.overview;

import app.loupe.domain.Chosen;
import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceNews;
import app.loupe.domain.KeptDays;
import app.loupe.domain.OwnerNotes;
import app.loupe.domain.ProblemException;
import app.loupe.owed.CurrencyView;
import app.loupe.owed.Owing;
import app.loupe.owed.Subledger;
import app.loupe.review.Books;
import app.loupe.review.CurrencyViews;
import app.loupe.review.Marks;
import app.loupe.review.Overview;
import app.loupe.review.Shelf;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the overview says: first what the rows alone answer, then what sold best, once the lines are read. Used on
 * the FX thread; reads and adds up in the background, once at a time, and not again while nothing has changed.
 */
final class OverviewViewModel {
    private static final String CURRENCY = "overview.currency";
    private static final String BOOKED = "+booked";

    private final Shelf shelf;
    private final OwnerNotes notes;
    private final Background background;
    private final Wording wording;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING_READ);
    private Chosen connections = Chosen.NONE;
    private Memory memory = new Memory(Map.of());
    private @Nullable Read last;
    private final Latest<Read> latest = new Latest<>(this::order, this::answered);
    private boolean withLines;
    /** No day is today, which moves on. */
    private Optional<LocalDate> asOf = Optional.empty();

    OverviewViewModel(Shelf shelf, OwnerNotes notes, Background background, Wording wording) {
        this.shelf = shelf;
        this.notes = notes;
        this.background = background;
        this.wording = wording;
    }

    /**
     * What there is to see.
     *
     * @param read whether anything was read yet
     * @param views in which money the books can be looked over
     * @param view in which they are; null without an invoice
     * @param asOf the day in the past that they are of; empty of today
     * @param content empty without an invoice
     */
    record Shown(boolean read, List<CurrencyView> views, @Nullable CurrencyView view, Optional<LocalDate> asOf,
            Optional<OverviewContent> content) {
        static final Shown NOTHING_READ = new Shown(false, List.of(), null, Optional.empty(), Optional.empty());
    }

    /** One reading, and what it was of. */
    private record Read(From from, Question question, Optional<Overview> overview, Shown shown) {
        boolean isOf(From other, Question asked) {
            return from.books() == other.books() && from.ledgers().equals(other.ledgers())
                    && from.written().equals(other.written()) && question.equals(asked);
        }
    }

    /** What a reading is made from. */
    private record From(Books books, Map<ConnectionId, Subledger> ledgers, Written written) {}

    /** What the owner wrote to invoices, and what came to them since. */
    private record Written(Map<InvoiceKey, InvoiceMark> marks, Map<InvoiceKey, InvoiceNews> news) {}

    /** What the figures are wanted of: a money, the end of a day that is today or before, and what is kept. */
    private record Question(String money, LocalDate day, LocalDate today, KeptDays kept) {
        Optional<LocalDate> past() {
            return day.isBefore(today) ? Optional.of(day) : Optional.empty();
        }
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    List<ConnectionProfile> connections() {
        return connections.profiles();
    }

    /** The figures behind what is shown; empty without an invoice. */
    Optional<Overview> overview() {
        return last == null ? Optional.empty() : last.overview();
    }

    /** Looks over the books in the money that was chosen last. Call before {@link #follow}. */
    void remember(Memory kept) {
        memory = kept;
    }

    /** Looks over the books in this money from now on. */
    void choose(CurrencyView view) {
        memory.put(CURRENCY, key(view));
        ask();
    }

    /** Tells the figures as of the end of this day from now on; of none, or one that is not over, as of today. */
    void asOf(Optional<LocalDate> day) {
        asOf = day.filter(wording.today()::isAfter);
        ask();
    }

    /** The day in the past that was asked for; empty of today. */
    Optional<LocalDate> asOf() {
        return asOf;
    }

    private static String key(CurrencyView view) {
        return switch (view) {
            case CurrencyView.OfDocuments documents -> documents.currency();
            case CurrencyView.OfCompanies companies -> companies.currency() + BOOKED;
        };
    }

    /** Follows these connections. */
    void follow(List<ConnectionProfile> now) {
        var chosen = new Chosen(now);
        boolean others = !chosen.ids().equals(connections.ids());
        connections = chosen;
        if (others) {
            latest.forget();
            last = null;
            shown.set(Shown.NOTHING_READ);
        }
        load();
    }

    /** Brings what is shown up to date, now or when the reading that is under way has ended. */
    void load() {
        withLines = false;
        latest.refresh();
    }

    /** Something else is wanted: an answer that is on its way is shown no more. */
    private void ask() {
        withLines = false;
        latest.ask();
    }

    /** Takes away what was written, and writes it anew. */
    void rewrite() {
        latest.forget();
        last = null;
        shown.set(Shown.NOTHING_READ);
        load();
    }

    private Background.Order<Read> order() {
        Set<ConnectionId> ids = connections.ids();
        LocalDate today = wording.today();
        var asked = new Question(memory.get(CURRENCY), asOf.orElse(today), today, KeptDays.of(connections.profiles()));
        Read before = last;
        boolean lines = withLines;
        return background.run("read overview", () -> look(ids, asked, lines, before));
    }

    /** Then come the lines, unless the rows are to be read anew first. */
    private void answered(Read read) {
        last = read;
        shown.set(read.shown());
        if (!withLines && !latest.isToReadAgain() && !read.from().books().hasLines()
                && read.from().books().size() > 0) {
            withLines = true;
            latest.refresh();
        }
    }

    @Blocking
    private Read look(Set<ConnectionId> ids, Question asked, boolean withLines, @Nullable Read before)
            throws ProblemException {
        Books books = withLines ? shelf.withLines(ids) : shelf.books(ids);
        Map<ConnectionId, Subledger> ledgers = shelf.subledgers(ids);
        var from = new From(books, ledgers, new Written(notes.marks(ids), notes.news(ids)));
        if (before != null && before.isOf(from, asked)) {
            return before;
        }
        var marks = new Marks(from.written().marks(), from.written().news(), wording.clock().getZone());
        List<CurrencyView> views = CurrencyViews.of(books);
        Optional<CurrencyView> view = views.stream().filter(one -> key(one).equals(asked.money())).findFirst()
                .or(() -> views.stream().findFirst());
        Optional<Overview> overview = view.map(one -> Overview.of(books, ledgers, one, asked.day(),
                asked.today()).marked(books, marks, asked.today()).kept(asked.kept()));
        Optional<OverviewContent> content = overview.map(one -> content(one, views, ledgers, asked));
        return new Read(from, asked, overview,
                new Shown(true, views, view.orElse(null), asked.past(), content));
    }

    /**
     * What is owed in other currencies, a line for each side: what the figures tell is not all. Booked amounts hold them
     * already.
     */
    private List<OverviewContent.Elsewhere> elsewhere(Overview overview, List<CurrencyView> views,
            Map<ConnectionId, Subledger> ledgers, Question asked, OverviewWords words) {
        var lines = new ArrayList<OverviewContent.Elsewhere>();
        for (boolean payable : List.of(false, true)) {
            List<OverviewContent.Elsewhere.Other> others = views.stream()
                    .filter(one -> !one.equals(overview.view()) && one.getClass().equals(overview.view().getClass()))
                    .map(one -> Owing.of(ledgers, one, payable, asked.day(), asked.today()))
                    .filter(owing -> owing.outstanding().signum() > 0)
                    .map(owing -> new OverviewContent.Elsewhere.Other(words.money(owing.outstanding()),
                            words.get("elsewhere.show", words.money(owing.outstanding()), words.name(owing.view())),
                            owing.view()))
                    .toList();
            if (!others.isEmpty()) {
                lines.add(new OverviewContent.Elsewhere(
                        words.get(payable ? "elsewhere.payable" : "elsewhere.receivable"), others));
            }
        }
        return lines;
    }

    private OverviewContent content(Overview overview, List<CurrencyView> views,
            Map<ConnectionId, Subledger> ledgers, Question asked) {
        OverviewWords words = new OverviewWords(wording, asked.past());
        var charts = new OverviewCharts(overview, words);
        var tables = new OverviewTables(overview, words, wording);
        OverviewContent.Ages receivable = charts.ages(overview.receivable());
        OverviewContent.Ages payable = charts.ages(overview.payable());
        List<OverviewContent.Group> cash = charts.cash();
        return new OverviewContent(new OverviewCards(overview, words, wording).all(), charts.months(), receivable,
                payable, cash, elsewhere(overview, views, ledgers, asked, words),
                charts.tables(receivable.groups(), payable.groups(), cash), tables.debtors(),
                tables.products(), words.asides(overview));
    }
}
