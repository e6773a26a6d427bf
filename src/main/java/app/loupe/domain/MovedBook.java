package app.loupe.domain;

import java.util.Map;
import java.util.Set;

/**
 * What the owner's book keeps of some books, without their history, on its way to another computer.
 *
 * @param seen the number of the change up to which the owner has looked, as {@link MovedChange#number} counts; 0 for none
 * @param marks by Odoo's id of the invoice
 * @param partnerNotes by Odoo's id of the partner
 * @param known keys of findings
 */
public record MovedBook(BookId book, long seen, Map<Long, InvoiceMark> marks, Map<Long, String> partnerNotes,
        Set<String> known) {
    /** Copies the collections. */
    public MovedBook {
        marks = Map.copyOf(marks);
        partnerNotes = Map.copyOf(partnerNotes);
        known = Set.copyOf(known);
    }
}
