package app.loupe.app.commands;

import app.loupe.export.FilterNotes;
import app.loupe.text.DateText;
import app.loupe.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Decides which days a command takes: those between two, both included; from or to any day where one is not named. */
final class DaysOption {
    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate to;

    /** Whether both ends are named. */
    boolean isNamed() {
        return from != null && to != null;
    }

    /** Whether neither is. */
    boolean isUnnamed() {
        return from == null && to == null;
    }

    /**
     * The days.
     *
     * @throws UsageException when they are none, or the wrong way round
     */
    DayRange.Span span(Texts texts) {
        return DayRange.span(from, to, texts);
    }

    /** Says in a file which days are in it; none where nothing was left out. */
    List<String> notes(Texts texts, ZoneId zone) {
        return FilterNotes.days(texts, new DateText(texts, zone), from, to);
    }
}
