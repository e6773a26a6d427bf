package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.ReadTogether;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The line at the end of a file that says of which copies it is, and how old they are. Safe for several threads. */
public final class CopyFoot {
    private final Texts texts;
    private final DateText dates;
    private final ReadTogether read;

    /** In these words, moments in the zone of the clock, of these connections. */
    public CopyFoot(Texts texts, Clock clock, ReadTogether read) {
        this(texts, new DateText(texts, clock.getZone()), read);
    }

    CopyFoot(Texts texts, DateText dates, ReadTogether read) {
        this.texts = texts;
        this.dates = dates;
        this.read = read;
    }

    /** Which copies it is from, and how old the oldest of them is, or which of them are not complete yet. */
    public String text() {
        return foot(dates::moment);
    }

    /** Like {@link #text} for a file that is kept for years, by whoever: the time says its zone. */
    String withZone() {
        return foot(dates::momentInZone);
    }

    private String foot(Function<Instant, String> moment) {
        List<String> names = read.connections().stream().map(ConnectionProfile::name).toList();
        List<String> unfinished = read.connections().stream().filter(profile -> profile.lastSynced() == null)
                .map(ConnectionProfile::name).toList();
        if (!unfinished.isEmpty() && unfinished.size() < names.size()) {
            return texts.get("paper.foot-in-part", String.join(", ", names), String.join(", ", unfinished));
        }
        return foot(read.connections(), String.join(", ", names), "paper.foot-unfinished", moment);
    }

    /**
     * Like {@link #text} of one document, which is complete by itself, for a paper that goes to others: they know the company, and what
     * its owner calls a connection is nobody else's.
     *
     * @param company as its books have it; empty where that is not known
     */
    String ofOne(ConnectionProfile of, String company) {
        return foot(List.of(of), company.isEmpty() ? of.name() : company, "paper.foot-without-date", dates::moment);
    }

    /** Like {@link #ofOne} of what is added up of many documents. */
    String ofSums(ConnectionProfile of, String company) {
        return foot(List.of(of), company.isEmpty() ? of.name() : company, "paper.foot-unfinished", dates::moment);
    }

    private String foot(List<ConnectionProfile> of, String who, String whenNever, Function<Instant, String> moment) {
        return of.stream().map(ConnectionProfile::lastSynced).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .map(instant -> texts.get("paper.foot", moment.apply(instant), who))
                .orElseGet(() -> texts.get(whenNever, who));
    }
}
