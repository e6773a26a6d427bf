package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which invoices an owner sees: chips and typed search together. Choices of one group are alternatives, groups
 * must all hold. A kind, status or period that is typed takes the place of that group's chips, because "bills acme" is
 * meant in full even while the chip "Customer invoices" is on; typed exclusions hold in addition.
 *
 * @param types kinds of documents; empty for all
 * @param statuses empty for all
 * @param currency ISO code; empty for all
 */
public record InvoiceFilter(Set<MoveType> types, Set<StatusChoice> statuses, InvoicePeriod period, String currency,
        InvoiceQuery query) {
    /** Lets every invoice through. */
    public static final InvoiceFilter ALL = of(InvoiceQuery.EMPTY);

    /** Copies the sets. */
    public InvoiceFilter {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
    }

    /** The search alone, without chips. */
    public static InvoiceFilter of(InvoiceQuery query) {
        return new InvoiceFilter(Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "", query);
    }

    /** Whether one invoice passes on a day. For many, {@link #on} is faster. */
    public boolean test(InvoiceRow row, LocalDate today, LineHits hits) {
        return on(today, hits).test(ReviewRow.of(row));
    }

    /** The filter for a day and what is known of lines; safe for several threads. */
    public Predicate<ReviewRow> on(LocalDate today, LineHits hits) {
        List<Condition> wanted = query.terms().stream().filter(term -> !term.excluded())
                .map(InvoiceQuery.Term::condition).toList();
        List<Condition> unwanted = query.terms().stream().filter(InvoiceQuery.Term::excluded)
                .map(InvoiceQuery.Term::condition).toList();
        Predicate<ReviewRow> chips = chips(wanted, today);
        List<Condition> alternatives = wanted.stream().filter(InvoiceFilter::isAlternative).toList();
        Predicate<ReviewRow> typed = alternatives(alternatives, today, hits);
        List<Condition> all = wanted.stream().filter(condition -> !isAlternative(condition)).toList();
        return row -> chips.test(row) && typed.test(row)
                && all.stream().allMatch(condition -> holds(condition, row, today, hits))
                && unwanted.stream().noneMatch(condition -> holds(condition, row, today, hits));
    }

    /**
     * As {@link #on}, but without invoices that do not count ({@link Counting}), unless a chip or a typed word asks for
     * removed ones.
     */
    public Predicate<ReviewRow> shownOn(LocalDate today, LineHits hits) {
        Predicate<ReviewRow> asked = on(today, hits);
        return asksForRemoved() ? asked : row -> Counting.counts(row.row()) && asked.test(row);
    }

    private boolean asksForRemoved() {
        List<StatusChoice> typed = query.terms().stream().filter(term -> !term.excluded())
                .<StatusChoice>mapMulti((term, sink) -> {
                    if (term.condition() instanceof Condition.Status status) {
                        sink.accept(status.choice());
                    }
                }).toList();
        return typed.isEmpty() ? statuses.contains(StatusChoice.REMOVED) : typed.contains(StatusChoice.REMOVED);
    }

    private Predicate<ReviewRow> chips(List<Condition> wanted, LocalDate today) {
        boolean typeTyped = wanted.stream().anyMatch(Condition.Types.class::isInstance);
        boolean statusTyped = wanted.stream().anyMatch(Condition.Status.class::isInstance);
        boolean periodTyped = wanted.stream().anyMatch(Condition.Dated.class::isInstance);
        return reviewed -> {
            InvoiceRow row = reviewed.row();
            return (typeTyped || types.isEmpty() || types.contains(row.type()))
                    && (currency.isEmpty() || currency.equals(row.currency()))
                    && (periodTyped || period.contains(row.invoiceDate(), today)) && (statusTyped || statuses.isEmpty()
                            || statuses.stream().anyMatch(choice -> choice.matches(row, today)));
        };
    }

    /** Typed kinds, statuses and periods: one of each group that is named. */
    private static Predicate<ReviewRow> alternatives(List<Condition> conditions, LocalDate today, LineHits hits) {
        var groups = conditions.stream().map(Object::getClass).distinct()
                .map(group -> conditions.stream().filter(group::isInstance).toList()).toList();
        return row -> groups.stream()
                .allMatch(group -> group.stream().anyMatch(condition -> holds(condition, row, today, hits)));
    }

    private static boolean isAlternative(Condition condition) {
        return switch (condition) {
            case Condition.Types _,Condition.Status _,Condition.Dated _ -> true;
            case Condition.Text _,Condition.Amount _ -> false;
        };
    }

    private static boolean holds(Condition condition, ReviewRow reviewed, LocalDate today, LineHits hits) {
        InvoiceRow row = reviewed.row();
        return switch (condition) {
            case Condition.Text text -> reviewed.searchText().contains(text.folded())
                    || hits.has(text.typed(), row.key());
            case Condition.Amount amount -> amount.range().contains(row.total().abs());
            case Condition.Status status -> status.choice().matches(row, today);
            case Condition.Types types -> types.types().contains(row.type());
            case Condition.Dated dated -> dated.period().contains(row.invoiceDate(), today);
        };
    }
}
