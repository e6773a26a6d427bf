package app.loupe.app.commands;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;

/** Where a command reads and writes. Both writers are UTF-8. */
public interface Terminal {
    /** Results. */
    PrintWriter out();

    /**
     * Whether somebody reads results as they come, and may leave before their end, as {@code head} does: through a pipe or at
     * a screen. A file does not leave; what it does not take is lost.
     */
    boolean isRead();

    /** Progress, notices and problems. */
    PrintWriter err();

    /** Standard input, not buffered: a buffer would keep a copy of a password. */
    InputStream in();

    /** Whether a person sits there: results and questions reach a terminal. */
    boolean interactive();

    /** Asks without showing what is typed; whoever asked wipes the answer. Empty without a terminal or at its end. */
    Optional<char[]> readPassword(String prompt);

    /** Asks and shows what is typed. Empty without a terminal or at its end. */
    Optional<String> readLine(String prompt);
}
