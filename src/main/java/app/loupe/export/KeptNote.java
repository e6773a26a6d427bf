package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says that a copy begins on a day: whoever reads its figures must not take them for all that there is in Odoo. */
public final class KeptNote {
    private KeptNote() {}

    /** A line for each of the connections that has a first day, with its name where there are several. */
    public static List<String> of(Texts texts, DateText dates, List<ConnectionProfile> connections) {
        var lines = new ArrayList<String>();
        for (ConnectionProfile profile : connections) {
            LocalDate since = profile.since();
            if (since != null) {
                String says = texts.get("kept.note", dates.day(since));
                lines.add(connections.size() == 1 ? says : texts.get("kept.note.of", profile.name(), says));
            }
        }
        return lines;
    }
}
