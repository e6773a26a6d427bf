package app.loupe.owed;

import app.loupe.domain.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Whose items are added up together: those of one company, in one currency, with one commercial partner, by their ids. Asked for of
 * every item: the hash of a record is made of method handles, which cost more than the map.
 */
record Owner(long company, long currency, long partner) {
    /** That of an account. */
    static Owner of(OwedAccount account) {
        return of(account, account.currency());
    }

    /** The same in another currency; in all of them together where it is null. */
    static Owner of(OwedAccount account, @Nullable Ref currency) {
        return new Owner(Ref.idOf(account.company()), Ref.idOf(currency), Ref.idOf(account.partner()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Owner that && company == that.company && currency == that.currency
                && partner == that.partner;
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(company) * 31 + Long.hashCode(currency)) * 31 + Long.hashCode(partner);
    }
}
