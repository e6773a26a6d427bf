package app.loupe.ui.invoices;

import app.loupe.domain.InvoiceKey;
import app.loupe.review.DayOrder;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.InvoiceQuery;
import app.loupe.review.MarkChoice;
import app.loupe.review.SetAside;
import app.loupe.review.StatusChoice;
import java.util.Collection;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** What the owner has chosen in search field and chips. On the FX thread only. */
final class FilterChoice {
    private final DayOrder order;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObservableSet<TypeChoice> types = FXCollections.observableSet(TypeChoice.CUSTOMER_INVOICES);
    private final ObservableSet<StatusChoice> statuses = FXCollections.observableSet();
    private final ObjectProperty<InvoicePeriod> period = new SimpleObjectProperty<>(InvoicePeriod.Relative.ALL);
    private final StringProperty currency = new SimpleStringProperty("");
    private final StringProperty company = new SimpleStringProperty("");
    private final ObservableSet<MarkChoice> marks = FXCollections.observableSet();
    private State usual = State.USUAL;
    private boolean passing;

    private final ObjectProperty<@Nullable Among> among = new SimpleObjectProperty<>();

    /**
     * Certain invoices that another screen counted.
     *
     * @param title what they have in common
     * @param before what was chosen before them, and is again when they are taken away; null for nothing else
     */
    record Among(String title, Set<InvoiceKey> keys, @Nullable State before) {
        /** With nothing before them. */
        Among(String title, Set<InvoiceKey> keys) {
            this(title, keys, null);
        }
    }

    /** A choice as it was at one moment. */
    record State(String search, Set<TypeChoice> types, Set<StatusChoice> statuses, InvoicePeriod period,
            String currency, String company, Set<MarkChoice> marks, @Nullable Among among) {
        /** What a connection begins with in the list of invoices. */
        static final State USUAL = new State("", Set.of(TypeChoice.CUSTOMER_INVOICES), Set.of(),
                InvoicePeriod.Relative.ALL, "", "", Set.of(), null);

        /** All that is new in the review inbox. */
        static final State INBOX = new State("", Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "", "",
                Set.of(MarkChoice.NEW), null);

        /** Nothing but these invoices. */
        static State only(Among some) {
            return new State("", Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "", "", Set.of(), some);
        }

        /** The same with another search. */
        State searching(String text) {
            return new State(text, types, statuses, period, currency, company, marks, among);
        }

        /** The same with another company; empty for all. */
        State of(String name) {
            return new State(search, types, statuses, period, currency, name, marks, among);
        }
    }

    /** Nothing chosen but what is usual; days are searched in this order of day and month where only one can be meant. */
    FilterChoice(DayOrder order) {
        this.order = order;
    }

    /** What is chosen now. */
    State state() {
        return new State(search.get(), Set.copyOf(types), Set.copyOf(statuses), period.get(), currency.get(),
                company.get(), Set.copyOf(marks), among.get());
    }

    /** What a connection begins with, and is now. Call before anything is chosen. */
    void begin(State begin) {
        usual = begin;
        become(begin);
    }

    /** What a connection begins with. */
    State usual() {
        return usual;
    }

    /** Chooses what was chosen then. */
    void become(State then) {
        // first: it says what the others are for
        among.set(then.among());
        types.retainAll(then.types());
        types.addAll(then.types());
        statuses.retainAll(then.statuses());
        statuses.addAll(then.statuses());
        marks.retainAll(then.marks());
        marks.addAll(then.marks());
        period.set(then.period());
        currency.set(then.currency());
        company.set(then.company());
        search.set(then.search());
    }

    /** Shows nothing but these invoices, until they are taken away. */
    void only(Among some) {
        Among already = among.get();
        become(State.only(new Among(some.title(), some.keys(), already == null ? state() : already.before())));
    }

    /** Takes away that only certain invoices are shown: the chips of before are back, and the search unless another was typed. */
    void endAmong() {
        Among some = among.get();
        State before = some == null ? null : some.before();
        if (before == null) {
            among.set(null);
        } else {
            become(search.get().isBlank() ? before : before.searching(search.get()));
        }
    }

    /** Whether what changes at this moment is no choice of the owner, and not to be remembered. */
    boolean isPassing() {
        return passing;
    }

    /** Lets every invoice through, as {@link #clear}, and one status, so that an invoice can be shown; no choice of the owner. */
    void makeWay(Set<StatusChoice> shown) {
        passing = true;
        try {
            clear();
            statuses.addAll(shown);
        } finally {
            passing = false;
        }
    }

    StringProperty search() {
        return search;
    }

    ObservableSet<TypeChoice> types() {
        return types;
    }

    ObservableSet<StatusChoice> statuses() {
        return statuses;
    }

    /** The owner's own marks. */
    ObservableSet<MarkChoice> marks() {
        return marks;
    }

    ObjectProperty<InvoicePeriod> period() {
        return period;
    }

    /** ISO code; empty for all. */
    StringProperty currency() {
        return currency;
    }

    /** The name of a company, of whatever connection: one that two connections call the same is one choice. Empty for all. */
    StringProperty company() {
        return company;
    }

    /** The only invoices that are shown; null for all. Not kept from one start to the next. */
    ObjectProperty<@Nullable Among> among() {
        return among;
    }

    /** The filter over a copy that holds these currencies. */
    InvoiceFilter filter(Collection<String> currencies) {
        var filter = new InvoiceFilter(TypeChoice.typesOf(types), statuses, period.get(), currency.get(), marks,
                InvoiceQuery.typed(search.get(), Set.copyOf(currencies), order)).ofCompany(company.get());
        Among some = among.get();
        return some == null ? filter : filter.among(some.keys());
    }

    /** Whether something is searched, and chips may hide where it is: those that it does not set aside. */
    boolean hidesMatches(SetAside aside) {
        return !search.get().isBlank()
                && (types.stream().anyMatch(type -> !aside.types(type.types()))
                        || statuses.stream().anyMatch(status -> !aside.status(status))
                        || marks.stream().anyMatch(mark -> !aside.mark(mark))
                        || (!currency.get().isEmpty() && !aside.currency())
                        || (!company.get().isEmpty() && !aside.company())
                        || FilterWords.standing(period.get(), aside) != InvoicePeriod.Relative.ALL
                        || among.get() != null);
    }

    /** Lets every invoice through that counts, so that whatever the owner misses is there. */
    void clear() {
        search.set("");
        clearChips();
    }

    /** Looks in all invoices for what is searched. */
    void clearChips() {
        types.clear();
        statuses.clear();
        marks.clear();
        period.set(InvoicePeriod.Relative.ALL);
        currency.set("");
        company.set("");
        among.set(null);
    }
}
