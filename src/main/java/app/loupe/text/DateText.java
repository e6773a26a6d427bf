package app.loupe.text;

import app.loupe.domain.DaysLate;
import app.loupe.domain.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Writes dates and times for the owner, in the language of the texts: plain dates are never moved between time zones.
 * Safe for several threads.
 */
public final class DateText {
    private static final int CLOCKS_DIFFER_MINUTES = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Texts texts;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter momentInZone;
    private final DateTimeFormatter dayOfMonth;
    private final DateTimeFormatter month;
    private final DateTimeFormatter quarter;
    private final DateTimeFormatter shortMonth;
    private final DateTimeFormatter monthAlone;
    private final DateTimeFormatter monthBehindDay;

    /** Dates in the language of the texts, moments in the zone. */
    public DateText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.dayOfMonth = format(texts.get("date.pattern.day-of-month"));
        this.day = new DateTimeFormatterBuilder().append(dayOfMonth).appendPattern(" uuuu")
                .toFormatter(texts.language());
        this.moment = new DateTimeFormatterBuilder().append(day).appendPattern(" HH:mm").toFormatter(texts.language());
        this.momentInZone = new DateTimeFormatterBuilder().append(moment).appendPattern(" xxx")
                .toFormatter(texts.language());
        this.month = format("LLLL uuuu");
        this.quarter = format("QQQ uuuu");
        this.shortMonth = format("LLL uuuu");
        this.monthAlone = format("LLL");
        this.monthBehindDay = format("MMM uuuu");
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.language());
    }

    /** "17 Oct 2026". */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** How {@link #day} writes, for fields that read it, too. */
    public DateTimeFormatter dayFormat() {
        return day;
    }

    /** "17 Oct", where the year is plain. */
    public String dayOfMonth(LocalDate date) {
        return dayOfMonth.format(date);
    }

    /** "November 2025". */
    public String month(YearMonth of) {
        return month.format(of);
    }

    /** "Q1 2026", as the language shortens it. */
    public String quarter(Quarter of) {
        return quarter.format(of.firstDay());
    }

    /** "Nov 2025". */
    public String shortMonth(YearMonth of) {
        return shortMonth.format(of);
    }

    /** "Nov 2025" behind a day of it: "Nov. 2025" in German, as {@link #day} has it. */
    public String monthBehindDay(YearMonth of) {
        return monthBehindDay.format(of);
    }

    /** "Nov", where the year is plain. */
    public String monthAlone(YearMonth of) {
        return monthAlone.format(of);
    }

    /** "23 Nov 2026 14:02": date and time of day in the owner's zone. */
    public String moment(Instant instant) {
        return moment.format(instant.atZone(zone));
    }

    /** "14:02:07": the time of day in the owner's zone, to the second. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** "23 Nov 2026 14:02 +01:00": the same for readers who may be elsewhere. */
    public String momentInZone(Instant instant) {
        return momentInZone.format(instant.atZone(zone));
    }

    /** "today", "in 5 days", "3 days late". */
    public String due(LocalDate due, LocalDate today) {
        if (due.equals(today)) {
            return texts.get("date.due.today");
        }
        return due.isAfter(today)
                ? texts.get("date.due.in", ChronoUnit.DAYS.between(today, due))
                : texts.get("date.due.late", DaysLate.on(today, due));
    }

    /** "in a moment", "in 4 min", "in 2 h": minutes and hours are rounded up, so that nothing comes late. */
    public String in(Instant then, Instant now) {
        long seconds = ChronoUnit.SECONDS.between(now, then);
        if (seconds < 30) {
            return texts.get("date.in.moment");
        }
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes < 60
                ? texts.get("date.in.minutes", minutes)
                : texts.get("date.in.hours", Math.ceilDiv(minutes, 60));
    }

    /**
     * "just now", "4 min ago", "2 h ago", else the date: how old a copy is. Also the date of what is yet to come, by a
     * wrong clock.
     */
    public String ago(Instant then, Instant now) {
        long minutes = ChronoUnit.MINUTES.between(then, now);
        if (minutes < -CLOCKS_DIFFER_MINUTES) {
            return day(then.atZone(zone).toLocalDate());
        }
        if (minutes < 1) {
            return texts.get("date.ago.now");
        }
        if (minutes < 60) {
            return texts.get("date.ago.minutes", minutes);
        }
        return minutes < 24 * 60 ? texts.get("date.ago.hours", minutes / 60) : day(then.atZone(zone).toLocalDate());
    }
}
