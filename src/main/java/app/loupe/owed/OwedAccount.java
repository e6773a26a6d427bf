package app.loupe.owed;

import app.loupe.domain.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Whose account an item stands on, and in what: what many items have in common.
 *
 * @param partner the commercial partner; null for items without one
 */
record OwedAccount(boolean payable, @Nullable Ref company, @Nullable Ref partner, @Nullable Ref currency) {
    /** Asked for of every item that is read: the hash of a record is made of method handles, which cost more. */
    @Override
    public int hashCode() {
        return (Long.hashCode(Ref.idOf(company)) * 31 + Long.hashCode(Ref.idOf(currency))) * 31
                + Long.hashCode(Ref.idOf(partner));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OwedAccount that && isSame(that) && Ref.nameOf(partner).equals(Ref.nameOf(that.partner))
                && Ref.nameOf(company).equals(Ref.nameOf(that.company))
                && Ref.nameOf(currency).equals(Ref.nameOf(that.currency));
    }

    /** Whether both are one account, whatever its records are called. */
    boolean isSame(OwedAccount other) {
        return payable == other.payable && Ref.idOf(company) == Ref.idOf(other.company)
                && Ref.idOf(partner) == Ref.idOf(other.partner) && Ref.idOf(currency) == Ref.idOf(other.currency);
    }
}
