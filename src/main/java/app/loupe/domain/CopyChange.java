package app.loupe.domain;

import java.util.Set;

/**
 * What changed in the copy of one connection.
 *
 * @param all whether anything may have; then the ids say nothing
 * @param invoices ids of invoices that were stored or marked, with their lines
 * @param partners ids of partners that were stored: rows show their VAT numbers
 */
public record CopyChange(boolean all, Set<Long> invoices, Set<Long> partners) {
    /** Anything may have changed. */
    public static final CopyChange ALL = new CopyChange(true, Set.of(), Set.of());

    /** Copies the sets. */
    public CopyChange {
        invoices = Set.copyOf(invoices);
        partners = Set.copyOf(partners);
    }
}
