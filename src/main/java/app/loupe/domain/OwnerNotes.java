package app.loupe.domain;

import java.util.Map;
import java.util.Set;

/**
 * What the owner wrote to invoices and partners: kept by books and not by connections, and never sent anywhere. Every act is
 * on the disk before its method returns. Safe for use by several threads.
 */
@Blocking
public interface OwnerNotes {
    /** What was written to the invoices of these connections' books, whether the copy has them or not. */
    Map<InvoiceKey, InvoiceMark> marks(Set<ConnectionId> connections) throws ProblemException;

    /**
     * What the history of changes tells of the invoices of these connections' books; invoices without history are left
     * out.
     */
    Map<InvoiceKey, InvoiceNews> news(Set<ConnectionId> connections) throws ProblemException;

    /**
     * Does these acts, all or none.
     *
     * @return the acts that undo them, for the invoices whose mark changed
     * @throws ProblemException {@link ProblemCode#NOTE_TOO_LONG}, or {@link ProblemCode#NOTES_NOT_KEPT} when a connection
     *     leads to no books; nothing is written then
     */
    Map<InvoiceKey, MarkAct> mark(Map<InvoiceKey, MarkAct> acts) throws ProblemException;

    /** The private notes to partners of these connections' books. */
    Map<PartnerKey, String> partnerNotes(Set<ConnectionId> connections) throws ProblemException;

    /**
     * Writes the private note to a partner anew; an empty one takes it away.
     *
     * @return the note before; empty when there was none
     * @throws ProblemException as {@link #mark}
     */
    String notePartner(PartnerKey partner, String note) throws ProblemException;

    /** Refuses a note that is longer than {@link InvoiceMark#LONGEST_NOTE}. */
    static void demandShort(String note) throws ProblemException {
        if (note.length() > InvoiceMark.LONGEST_NOTE) {
            throw ProblemException.of(ProblemCode.NOTE_TOO_LONG, Integer.toString(note.length()),
                    Integer.toString(InvoiceMark.LONGEST_NOTE));
        }
    }

    /** The same for every note that an act writes. */
    static void demandShort(MarkAct act) throws ProblemException {
        if (act instanceof MarkAct.Note note) {
            demandShort(note.text());
        } else if (act instanceof MarkAct.Together several) {
            for (MarkAct one : several.acts()) {
                demandShort(one);
            }
        }
    }
}
