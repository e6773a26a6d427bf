package app.loupe.domain;

import java.nio.file.Path;
import java.util.List;

/**
 * Takes what cannot be fetched from Odoo again to another computer, in one file that is sealed under a passphrase: connections
 * with their passwords, the owner's book, saved filters and settings. The invoices come with the first sync there.
 */
@Blocking
public interface Transfers {
    /**
     * Makes the file; nothing here changes.
     *
     * @param overwrite whether a file that is there may be replaced
     * @param passphrase the caller's to close
     * @throws ProblemException those of an export; {@link ProblemCode#CANCELLED}, and no file is there then
     */
    Made make(Path file, boolean overwrite, Secret passphrase, CancelToken cancel, Watcher watcher)
            throws ProblemException;

    /**
     * Brings in what a file holds, as {@link MovedBooks#join} joins the book. A connection that is here already stays as it is,
     * and gets its password back if it was lost here. Settings
     * come along only where no connection was before.
     *
     * @param passphrase the caller's to close
     * @throws ProblemException {@link ProblemCode#TRANSFER_UNREADABLE}, {@link ProblemCode#TRANSFER_FOREIGN},
     *     {@link ProblemCode#TRANSFER_NEWER}, {@link ProblemCode#TRANSFER_DAMAGED}, {@link ProblemCode#TRANSFER_PHRASE_WRONG},
     *     {@link ProblemCode#CANCELLED}; nothing has changed then. Only after {@link ProblemCode#TRANSFER_HALF} the connections
     *     are here, and bringing in the file once more mends the rest
     */
    Brought bring(Path file, Secret passphrase, CancelToken cancel, Watcher watcher) throws ProblemException;

    /** Told how far the history is. */
    @FunctionalInterface
    interface Watcher {
        /** So many changes of so many; on the thread that works. */
        void at(long done, long of);
    }

    /**
     * What the owner wrote and the history, counted.
     *
     * @param notes invoices and partners that something is written to, and findings that are known
     * @param changes of the history; of those that came the ones that stay, where there are more than a book keeps
     */
    record Owned(int notes, long changes) {}

    /**
     * What a file holds.
     *
     * @param connections with their addresses
     * @param withoutPassword those of them whose password is lost here
     * @param left connections whose address is lost, too, as they are called here: they are not in the file
     */
    record Made(int connections, int withoutPassword, List<String> left, Owned owned) {
        /** Copies the list. */
        public Made {
            left = List.copyOf(left);
        }
    }

    /**
     * What was brought in.
     *
     * @param added the connections that are new here, as they are called here
     * @param there connections that were here already
     * @param withoutPassword connections whose password has to be typed
     * @param filtersLeft saved filters for which there was no room
     * @param owned what was not here before
     */
    record Brought(List<ConnectionDetails> added, int there, int withoutPassword, int filtersLeft, Owned owned) {
        /** Copies the list. */
        public Brought {
            added = List.copyOf(added);
        }
    }
}
