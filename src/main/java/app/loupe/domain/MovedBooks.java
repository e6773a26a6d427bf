package app.loupe.domain;

import java.util.List;
import java.util.Optional;

/** The owner's book as a whole, whatever connections lead to it: what it gives to another computer, and takes from one. */
@Blocking
public interface MovedBooks {
    /** The most changes that {@link #changes} gives at once. */
    int CHANGES_AT_ONCE = 1_000;

    /**
     * What the book keeps.
     *
     * @param last the number of its last change; 0 for none
     */
    record Contents(List<MovedBook> books, long last) {
        /** Copies the list. */
        public Contents {
            books = List.copyOf(books);
        }
    }

    /** All that it keeps but the history. */
    Contents contents() throws ProblemException;

    /** The first changes with numbers above one and up to another, oldest first; none when there are no more. */
    List<MovedChange> changes(long above, long upTo) throws ProblemException;

    /** Gives changes one after the other, oldest first. */
    @FunctionalInterface
    interface History {
        /** The next; empty at the end. */
        Optional<MovedChange> next() throws ProblemException;
    }

    /** What has to succeed with the joining. */
    @FunctionalInterface
    interface Together {
        /** Called once, when all is joined and can still be taken back. */
        void run() throws ProblemException;
    }

    /**
     * Joins what comes with what is there, in one transaction. Nothing of either is lost: of two notes both stay, one below
     * the other; a flag of either stays, the later review, the earlier reminder, the mark of whoever looked further. The
     * history is put in the order in which its changes were noticed; a change that is there already is not there twice. What
     * is joined a second time changes nothing.
     *
     * @param history of these books alone
     * @return what was not there before
     * @throws ProblemException {@link ProblemCode#TRANSFER_DAMAGED} without a name when the values that come make no sense,
     *     {@link ProblemCode#NOTE_TOO_LONG} when two notes together are longer than {@link InvoiceMark#LONGEST_JOINED}, also what the history and the last step throw; nothing has changed then
     */
    Transfers.Owned join(List<MovedBook> books, History history, Together last) throws ProblemException;
}
