package app.loupe.ui.common;

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

    /**
     * One thing that can be taken away.
     *
     * @param id of the button that chooses it
     * @param name on that button
     * @param holds what will be in the file
     * @param fileName its name, without connection and ending
     * @param invoices how many it has; 0 where something else is listed
     */
    public record Part(String id, String name, String holds, String fileName, long invoices, Takeaway takeaway) {}
}
