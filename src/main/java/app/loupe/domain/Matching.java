package app.loupe.domain;

import java.util.List;

/**
 * What a receivable or payable item was reconciled with. The two items that name the same partial reconciliation are its
 * two sides.
 *
 * @param reconciled whether nothing of the item is open any more
 * @param number Odoo's mark for items that were reconciled together; empty without
 * @param partials ids of partial reconciliations, ascending
 */
public record Matching(boolean reconciled, String number, List<Long> partials) {
    /** Nothing was reconciled. */
    public static final Matching NONE = new Matching(false, "", List.of());

    /** Copies the ids. */
    public Matching {
        partials = partials.stream().sorted().distinct().toList();
    }
}
