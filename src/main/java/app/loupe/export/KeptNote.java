package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.KeptDays;
import app.loupe.domain.ReadTogether;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Says that a copy begins on a day: whoever reads its figures must not take them for all that there is in Odoo. */
public final class KeptNote {
    private KeptNote() {}

    /** The same for a file: plain days are the same in every zone. */
    static List<String> of(Texts texts, ReadTogether read) {
        return of(texts, new DateText(texts, ZoneOffset.UTC), read.connections());
    }

    /**
     * What is to be said besides where documents are listed by accounting date: they are kept by invoice date, so that one of
     * those days may be missing although the copy seems to hold them. None where no copy has a first day.
     */
    static List<String> booked(Texts texts, ReadTogether read) {
        return KeptDays.of(read.connections()).all().isEmpty() ? List.of() : List.of(texts.get("kept.booked"));
    }

    /** A line for each of the connections that has a first day, with its name where there are several. */
    public static List<String> of(Texts texts, DateText dates, List<ConnectionProfile> connections) {
        var lines = new ArrayList<String>();
        for (ConnectionProfile profile : connections) {
            LocalDate since = profile.keptFrom();
            if (since != null) {
                String says = texts.get("kept.note", dates.day(since));
                lines.add(connections.size() == 1 ? says : texts.get("kept.note.of", profile.name(), says));
            }
        }
        return lines;
    }
}
