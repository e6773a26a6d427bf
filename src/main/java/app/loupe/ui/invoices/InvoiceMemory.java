package app.loupe.ui.invoices;

import app.loupe.review.Grouping;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.MarkChoice;
import app.loupe.review.StatusChoice;
import app.loupe.ui.common.ColumnFitting;
import app.loupe.ui.common.ColumnMemory;
import app.loupe.ui.common.Memory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.InvalidationListener;

/**
 * Keeps columns, order, grouping and chips of the invoices screen in the {@link Memory} and puts them back; what it does not
 * understand there counts as not kept. Search and company are not kept here: they are names, and sealed elsewhere
 * ({@link app.loupe.domain.KeptSearch}).
 */
final class InvoiceMemory {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
    private static final String SORT = "sort";
    private static final String GROUPING = "group.by";
    private static final String ASCENDING = "+";
    private static final String TYPES = "chips.types";
    private static final String STATUSES = "chips.statuses";
    private static final String MARKS = "chips.marks";
    private static final String PERIOD = "chips.period";
    private static final String CURRENCY_CHIP = "chips.currency";
    private static final String COMPANY_CHIP = "chips.company";
    /** So that no chip of a kind is told from a first start. */
    private static final String NONE = "NONE";

    private final Memory memory;

    InvoiceMemory(Memory memory) {
        this.memory = memory;
    }

    /** Puts the columns back and follows them. */
    void keep(ColumnFitting<?> columns) {
        new ColumnMemory(memory).keep("invoices", columns);
    }

    /** The order that was kept. */
    Optional<InvoiceOrder> order() {
        String kept = memory.get(SORT);
        return one(InvoiceOrder.Column.values(), kept.replaceFirst("[+-]$", ""))
                .map(column -> new InvoiceOrder(column, kept.endsWith(ASCENDING)));
    }

    /** Notes the order. */
    void note(InvoiceOrder order) {
        memory.put(SORT, order.column() + (order.ascending() ? ASCENDING : "-"));
    }

    /** By what the list was put together. */
    Optional<Grouping> grouping() {
        return one(Grouping.values(), memory.get(GROUPING));
    }

    /** Notes by what the list is put together. */
    void note(Optional<Grouping> by) {
        memory.put(GROUPING, by.map(Grouping::name).orElse(""));
    }

    /**
     * Puts the chips back and follows them, but for those that others chose: over invoices that another screen counted, or to
     * show one.
     */
    void keep(FilterChoice chips) {
        chips.become(chips(chips.state()));
        Runnable rests = () -> {
            if (chips.among().get() == null && !chips.isPassing()) {
                note(chips.state());
            }
        };
        InvalidationListener note = changed -> rests.run();
        chips.types().addListener(note);
        chips.statuses().addListener(note);
        chips.marks().addListener(note);
        chips.period().subscribe(period -> rests.run());
        chips.currency().subscribe(currency -> rests.run());
    }

    /** The chips that were kept; of what was not, those of another choice. */
    FilterChoice.State chips(FilterChoice.State otherwise) {
        String currency = memory.get(CURRENCY_CHIP);
        return new FilterChoice.State(otherwise.search(),
                memory.get(TYPES).isEmpty()
                        ? otherwise.types()
                        : Set.copyOf(some(TypeChoice.values(), memory.list(TYPES))),
                Set.copyOf(some(StatusChoice.values(), memory.list(STATUSES))),
                period(memory.get(PERIOD)).orElse(otherwise.period()),
                CURRENCY.matcher(currency).matches() ? currency : otherwise.currency(), otherwise.company(),
                Set.copyOf(some(MarkChoice.values(), memory.list(MARKS))), otherwise.among());
    }

    /** Notes the chips. */
    void note(FilterChoice.State chips) {
        memory.put(TYPES, chips.types().isEmpty() ? List.of(NONE) : names(chips.types()));
        memory.put(STATUSES, names(chips.statuses()));
        memory.put(MARKS, names(chips.marks()));
        memory.put(PERIOD, switch (chips.period()) {
            case InvoicePeriod.Relative relative -> relative.name();
            case InvoicePeriod.OfYear year -> Integer.toString(year.year());
            // no chip gives one of these
            case InvoicePeriod.OfMonth month -> "";
            case InvoicePeriod.OfQuarter quarter -> "";
            case InvoicePeriod.OfQuarterNumber quarter -> "";
            case InvoicePeriod.OfMonthName month -> "";
            case InvoicePeriod.OfMonthDay day -> "";
            case InvoicePeriod.OfDay day -> "";
            case InvoicePeriod.OfDays days -> "";
            case InvoicePeriod.Near _,InvoicePeriod.Ago _,InvoicePeriod.OfMonthDays _,InvoicePeriod.Coming _,InvoicePeriod.OnSide _ ->
                "";
        });
        String currency = chips.currency();
        memory.put(CURRENCY_CHIP, CURRENCY.matcher(currency).matches() ? currency : "");
    }

    /** The company of a choice that is kept sealed; empty for all, as where there was no such chip yet. */
    String company() {
        return memory.get(COMPANY_CHIP);
    }

    /** Notes the company. Only where what is noted is kept sealed: it is a name of the books. */
    void noteCompany(String name) {
        memory.put(COMPANY_CHIP, name);
    }

    private static Optional<InvoicePeriod> period(String kept) {
        return YEAR.matcher(kept).matches()
                ? Optional.of(new InvoicePeriod.OfYear(Integer.parseInt(kept)))
                : one(InvoicePeriod.Relative.values(), kept).map(relative -> relative);
    }

    private static List<String> names(Collection<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted().toList();
    }

    private static <E extends Enum<E>> List<E> some(E[] all, List<String> names) {
        return Arrays.stream(all).filter(one -> names.contains(one.name())).toList();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
