package app.loupe.review;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which invoices an owner sees: chips and typed search together. Choices of one group are alternatives, groups
 * must all hold. A kind, status or period that is typed takes the place of that group's chips, because "bills acme" is
 * meant in full even while the chip "Customer invoices" is on; typed exclusions hold in addition.
 *
 * @param types kinds of documents; empty for all
 * @param statuses empty for all
 * @param currency ISO code; empty for all
 * @param company its name, in whatever connection; empty for all
 * @param marks the owner's own; empty for all
 * @param only nothing but these, whether they count or not; null for all
 */
public record InvoiceFilter(Set<MoveType> types, Set<StatusChoice> statuses, InvoicePeriod period, String currency,
        String company, Set<MarkChoice> marks, InvoiceQuery query, @Nullable Set<InvoiceKey> only) {
    /** Lets every invoice through. */
    public static final InvoiceFilter ALL = of(InvoiceQuery.EMPTY);

    /** Chips without the owner's marks. */
    public InvoiceFilter(Set<MoveType> types, Set<StatusChoice> statuses, InvoicePeriod period, String currency,
            InvoiceQuery query) {
        this(types, statuses, period, currency, Set.of(), query);
    }

    /** Copies the sets. */
    public InvoiceFilter {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        marks = Set.copyOf(marks);
        query = Receivables.beside(types, query);
        only = only == null ? null : Set.copyOf(only);
    }

    /** Of all invoices of all companies. */
    public InvoiceFilter(Set<MoveType> types, Set<StatusChoice> statuses, InvoicePeriod period, String currency,
            Set<MarkChoice> marks, InvoiceQuery query) {
        this(types, statuses, period, currency, "", marks, query, null);
    }

    /** The same, of nothing but these invoices. */
    public InvoiceFilter among(Set<InvoiceKey> some) {
        return new InvoiceFilter(types, statuses, period, currency, company, marks, query, some);
    }

    /** The same, of this company alone; empty for all. */
    public InvoiceFilter ofCompany(String name) {
        return new InvoiceFilter(types, statuses, period, currency, name, marks, query, only);
    }

    /** The same with another search. */
    public InvoiceFilter searching(InvoiceQuery other) {
        return new InvoiceFilter(types, statuses, period, currency, company, marks, other, only);
    }

    /** The search alone, without chips. */
    public static InvoiceFilter of(InvoiceQuery query) {
        return new InvoiceFilter(Set.of(), Set.of(), InvoicePeriod.Relative.ALL, "", Set.of(), query);
    }

    /** Whether a chip or a typed word asks for invoices that do not count ({@link Counting}). */
    boolean asksForRemoved() {
        if (only != null) {
            return true;
        }
        List<StatusChoice> asked = typed(Condition.Status.class).stream().map(Condition.Status::choice).toList();
        return asked.isEmpty() ? statuses.contains(StatusChoice.REMOVED) : asked.contains(StatusChoice.REMOVED);
    }

    /** Whether it asks for what the owner wrote. */
    public boolean asksMarks() {
        return !marks.isEmpty() || query.asksMarks();
    }

    /** The typed readings of one sort, of words that are not excluded. */
    <C extends Condition> List<C> typed(Class<C> sort) {
        return query.terms().stream().filter(term -> !term.excluded()).flatMap(term -> term.readings().stream())
                .filter(sort::isInstance).map(sort::cast).toList();
    }
}
