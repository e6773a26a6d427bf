package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MarkAct;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the owner wrote to one invoice, or to one partner, where the mark holds the note alone.
 *
 * @param id Odoo's, of the invoice or of the commercial partner
 * @param row empty of an invoice that the copy does not hold, and of a partner
 * @param inbox where the invoice stands in the review inbox
 * @param due whether the day of its reminder has come
 * @param partner name of the partner that the note is about; empty of an invoice
 * @param isOfInvoice whether it is about an invoice
 */
public record NoteEntry(ConnectionProfile connection, long id, Optional<InvoiceRow> row, InvoiceMark mark,
        Optional<MarkChoice> inbox, boolean due, String partner, boolean isOfInvoice) {
    /** What these marks say of an invoice of the copy, also that nothing was written to it. */
    public static NoteEntry ofInvoice(ConnectionProfile connection, InvoiceRow row, Marks marks, LocalDate today) {
        InvoiceMark mark = marks.of(row.key());
        return new NoteEntry(connection, row.key().id(), Optional.of(row), mark, marks.inbox(row, today),
                marks.isDue(mark, today), "", true);
    }

    /** A note to a partner. */
    public static NoteEntry ofPartner(ConnectionProfile connection, long id, String name, String note) {
        return new NoteEntry(connection, id, Optional.empty(), new MarkAct.Note(note).on(InvoiceMark.NONE),
                Optional.empty(), false, name, false);
    }

    /** Whom it is about: the partner on the invoice, or the one that the note is to. */
    public String partnerName() {
        return row.map(one -> one.partner().name()).orElse(partner);
    }

    /** The commercial partner; 0 when nobody knows. */
    public long partnerId() {
        return isOfInvoice ? row.map(one -> one.partner().commercialId()).orElse(0L) : id;
    }

    /** The number of the invoice; empty when it has none, or is not in the copy. */
    public String number() {
        return row.map(InvoiceRow::number).orElse("");
    }
}
