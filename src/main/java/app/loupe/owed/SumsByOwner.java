package app.loupe.owed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One sum for each {@link Owner}, in the order of their first items. An account finds its sum by its number: there are few accounts
 * and very many items. One thread.
 *
 * @param <S> what the items of an owner are added up to
 */
final class SumsByOwner<S> {
    private final OwedItems items;
    private final Function<OwedAccount, S> begin;
    private final Map<Owner, S> sums = new LinkedHashMap<>();
    private final List<@Nullable S> byAccount = new ArrayList<@Nullable S>();

    /** @param begin makes the sum of the owner of an account */
    SumsByOwner(OwedItems items, Function<OwedAccount, S> begin) {
        this.items = items;
        this.begin = begin;
        items.allAccounts().forEach(account -> byAccount.add(null));
    }

    /** The sum that the item in this place belongs to. */
    S of(int place) {
        int number = items.accountNumber(place);
        S known = byAccount.get(number);
        if (known != null) {
            return known;
        }
        OwedAccount account = items.account(place);
        S sum = sums.computeIfAbsent(Owner.of(account), owner -> begin.apply(account));
        byAccount.set(number, sum);
        return sum;
    }

    /** All of them. */
    Collection<S> all() {
        return sums.values();
    }
}
