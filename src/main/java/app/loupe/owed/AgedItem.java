package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of one receivable or payable item was open on a day: the items of a partner add up to its {@link AgedRow}, bucket
 * by bucket. There may be very many: each knows where its item stands, and makes it when it is asked. Immutable.
 */
public final class AgedItem {
    private final OwedItems items;
    private final int place;
    private final Money owed;
    private final long days;
    private final boolean exact;

    AgedItem(OwedItems items, int place, AgedBalance.Age age, boolean exact) {
        this.items = items;
        this.place = place;
        owed = age.owed();
        days = age.days();
        this.exact = exact;
    }

    /** The item. */
    public OwedItem item() {
        return items.get(place);
    }

    /** Where the item stands in the columns of its ledger. */
    int place() {
        return place;
    }

    /** Odoo's id of the item. */
    public long id() {
        return items.id(place);
    }

    /** The invoice it is an instalment of; 0 for an item of another entry. */
    public long invoice() {
        return items.invoice(place);
    }

    /** Whose company it is booked in. */
    public @Nullable Ref company() {
        return items.account(place).company();
    }

    /** The commercial partner; null for an item without one. */
    public @Nullable Ref partner() {
        return items.account(place).partner();
    }

    /** The day that it counts from in the books. */
    public LocalDate accounting() {
        return LocalDate.ofEpochDay(items.accounting(place));
    }

    /** The number of the invoice or other entry. */
    public String number() {
        return items.number(place);
    }

    /** The date of the invoice; null for an item of another entry. */
    public @Nullable LocalDate invoiced() {
        return OwedItems.date(items.invoiced(place));
    }

    /** When it was to be paid; null without a due date. */
    public @Nullable LocalDate due() {
        return OwedItems.date(items.due(place));
    }

    /** By how late it was. */
    public AgeBucket bucket() {
        return AgeBucket.of(days);
    }

    /** Positive when it is to be paid: by the customer, or to the vendor where vendors are asked for. */
    public Money owed() {
        return owed;
    }

    /** How late it was; 0 when it was not due. */
    public long days() {
        return days;
    }

    /** Whether the amount is certain. */
    public boolean exact() {
        return exact;
    }

    /** The same with another amount, in any currency. */
    AgedItem with(Money other, boolean isExact) {
        return new AgedItem(items, place, new AgedBalance.Age(other, days), isExact);
    }

    OwedAccount account() {
        return items.account(place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgedItem that && owed.equals(that.owed) && days == that.days
                && exact == that.exact && item().equals(that.item());
    }

    @Override
    public int hashCode() {
        return owed.hashCode() * 31 + Long.hashCode(id());
    }

    @Override
    public String toString() {
        return item() + ": " + owed + ", " + days;
    }
}
