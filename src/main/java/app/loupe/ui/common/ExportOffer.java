package app.loupe.ui.common;

import app.loupe.domain.ConnectionProfile;
import java.util.Optional;
import app.loupe.domain.ReadTogether;
import app.loupe.export.Takeaway;
import java.util.List;

/**
 * What can be taken away from a screen, exactly as it is shown at this moment.
 *
 * @param shown says what is shown, and how it was chosen
 * @param read the connections whose figures they are
 * @param parts what can be chosen from, the most usual first; at least one
 */
public record ExportOffer(String shown, ReadTogether read, List<Part> parts) {
    /** Copies the list. */
    public ExportOffer {
        parts = List.copyOf(parts);
    }

    /** What is shown of these connections; empty where there is none. */
    public static Optional<ExportOffer> of(String shown, List<ConnectionProfile> connections, Part... parts) {
        return connections.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExportOffer(shown, new ReadTogether(connections, List.of()), List.of(parts)));
    }

    /**
     * One thing that can be taken away.
     *
     * @param id of the button that chooses it
     * @param name on that button
     * @param holds what will be in the file
     * @param title above it where it is shown as pages
     * @param fileName its name, without connection and ending
     * @param invoices how many it has; 0 where something else is listed
     * @param isForOthers whether it is a letter to somebody, and not the owner's own list
     */
    public record Part(String id, String name, String holds, String title, String fileName, long invoices,
            Takeaway takeaway, boolean isForOthers) {
        /** A part for the owner. */
        public Part(String id, String name, String holds, String title, String fileName, long invoices,
                Takeaway takeaway) {
            this(id, name, holds, title, fileName, invoices, takeaway, false);
        }

        /** The list of a screen. */
        public static Part list(Wording wording, String title, Takeaway takeaway) {
            return list(wording, "list", wording.get("export.list"), title, takeaway);
        }

        /** A list under a name of its own. */
        public static Part list(Wording wording, String id, String name, String title, Takeaway takeaway) {
            return new Part(id, name, wording.get("export.list.holds"), title,
                    wording.get("export.file.list", title, wording.today().toString()), 0, takeaway);
        }
    }
}
