package app.loupe.review;

import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        var parts = new ArrayList<Predicate<ReviewRow>>();
        parts.add(chips(today, hits));
        var groups = new LinkedHashMap<Class<?>, List<Condition>>();
        for (InvoiceQuery.Term term : query.terms()) {
            Predicate<ReviewRow> one = RowTests.any(term.readings(), today, hits);
            Condition first = term.readings().getFirst();
            if (term.excluded()) {
                parts.add(one.negate());
            } else if (first instanceof Condition.Filter) {
                groups.computeIfAbsent(first.getClass(), group -> new ArrayList<>()).addAll(term.readings());
            } else {
                parts.add(one);
            }
        }
        groups.values().forEach(group -> parts.add(RowTests.any(group, today, hits)));
        return RowTests.all(parts);
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
        List<StatusChoice> typed = wanted(Condition.Status.class).stream().map(Condition.Status::choice).toList();
        return typed.isEmpty() ? statuses.contains(StatusChoice.REMOVED) : typed.contains(StatusChoice.REMOVED);
    }

    private <C extends Condition> List<C> wanted(Class<C> sort) {
        return query.terms().stream().filter(term -> !term.excluded()).flatMap(term -> term.readings().stream())
                .filter(sort::isInstance).map(sort::cast).toList();
    }

    /** A chip gives way only to rows for which the typed filter of its group holds, not to those found by its word. */
    private Predicate<ReviewRow> chips(LocalDate today, LineHits hits) {
        var parts = new ArrayList<Predicate<ReviewRow>>();
        if (!types.isEmpty()) {
            parts.add(orTyped(row -> types.contains(row.row().type()), Condition.Types.class, today, hits));
        }
        if (!currency.isEmpty()) {
            parts.add(orTyped(row -> currency.equals(row.row().currency()), Condition.Currencies.class, today, hits));
        }
        if (period != InvoicePeriod.Relative.ALL) {
            parts.add(orTyped(row -> period.contains(row.row().invoiceDate(), today), Condition.Dated.class, today,
                    hits));
        }
        if (!statuses.isEmpty()) {
            parts.add(orTyped(row -> statuses.stream().anyMatch(choice -> choice.matches(row.row(), today)),
                    Condition.Status.class, today, hits));
        }
        return RowTests.all(parts);
    }

    private Predicate<ReviewRow> orTyped(Predicate<ReviewRow> chip, Class<? extends Condition> sort, LocalDate today,
            LineHits hits) {
        Predicate<ReviewRow> typed = RowTests.any(wanted(sort), today, hits);
        return row -> chip.test(row) || typed.test(row);
    }
}
