package app.loupe.domain;

import java.util.HashSet;
import java.util.Set;

/**
 * What changed in the copy of one connection.
 *
 * @param all whether anything may have changed; then the ids mean nothing
 * @param invoices ids of invoices that were stored or marked, with their lines
 * @param items ids of receivable and payable items of other entries that were stored or are gone
 * @param partners ids of partners that were stored: rows show their VAT numbers
 */
public record CopyChange(boolean all, Set<Long> invoices, Set<Long> items, Set<Long> partners) {
    /** Anything may have changed. */
    public static final CopyChange ALL = new CopyChange(true, Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public CopyChange {
        invoices = Set.copyOf(invoices);
        items = Set.copyOf(items);
        partners = Set.copyOf(partners);
    }

    /** Both together. */
    public CopyChange and(CopyChange other) {
        return all || other.all
                ? ALL
                : new CopyChange(false, union(invoices, other.invoices), union(items, other.items),
                        union(partners, other.partners));
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
