package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Quarter;
import app.loupe.review.InvoicePeriod;
import app.loupe.review.SetAside;
import app.loupe.text.DateText;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import java.util.ArrayList;
import java.util.List;

/** Words what the owner has chosen in search field and chips. */
record FilterWords(InvoiceWords words) {
    /** A part for each choice that the search lets stand; none where all invoices are shown. */
    List<String> of(FilterChoice.State chosen, SetAside aside) {
        var parts = new ArrayList<String>();
        if (chosen.among() != null) {
            parts.add(chosen.among().title());
        }
        chosen.types().stream().filter(type -> !aside.types(type.types())).sorted()
                .forEach(type -> parts.add(chip("type", type)));
        chosen.statuses().stream().filter(status -> !aside.status(status)).sorted()
                .forEach(status -> parts.add(chip("status", status)));
        chosen.marks().stream().filter(mark -> !aside.mark(mark)).sorted()
                .forEach(mark -> parts.add(chip("mark", mark)));
        InvoicePeriod period = standing(chosen.period(), aside);
        if (period != InvoicePeriod.Relative.ALL) {
            parts.add(period(period));
        }
        if (!chosen.currency().isEmpty() && !aside.currency()) {
            parts.add(chosen.currency());
        }
        if (!chosen.company().isEmpty() && !aside.company()) {
            parts.add(words.wording().get("paper.company", chosen.company()));
        }
        if (!chosen.search().isBlank()) {
            parts.add(words.wording().get("paper.search", chosen.search().strip()));
        }
        return parts;
    }

    /** The period that holds of the rows: all days when the search sets the chosen one aside. */
    static InvoicePeriod standing(InvoicePeriod chosen, SetAside aside) {
        return aside.period() ? InvoicePeriod.Relative.ALL : chosen;
    }

    private String chip(String kind, Enum<?> one) {
        return words.get("chip." + kind + "." + EnumKey.of(one));
    }

    private DateText dates() {
        return words.wording().dates();
    }

    /** What a period is called. */
    String period(InvoicePeriod one) {
        return switch (one) {
            case InvoicePeriod.Relative relative -> words.get("chip.period." + EnumKey.of(relative));
            // no chip gives one of these: what was typed says it
            case InvoicePeriod.Near _,InvoicePeriod.Ago _,InvoicePeriod.OfMonthDays _,InvoicePeriod.Coming _,InvoicePeriod.OnSide _ ->
                "";
            case InvoicePeriod.OfYear year -> Integer.toString(year.year());
            case InvoicePeriod.OfMonth month -> dates().month(month.month());
            case InvoicePeriod.OfQuarter quarter -> dates().quarter(quarter.quarter());
            case InvoicePeriod.OfQuarterNumber quarter ->
                dates().quarter(quarter.seenFrom(words.today()));
            case InvoicePeriod.OfMonthName month -> dates().month(month.seenFrom(words.today()));
            case InvoicePeriod.OfMonthDay day -> dates().day(day.seenFrom(words.today()));
            case InvoicePeriod.OfDay day -> dates().day(day.day());
            case InvoicePeriod.OfDays days -> day(days.first()) + "\u2013" + day(days.last());
        };
    }

    private String day(@Nullable LocalDate one) {
        return one == null ? "" : dates().day(one);
    }

    /** The same for the name of a file, which says the same tomorrow: "2026-11", or the day where all is chosen. */
    String lasting(InvoicePeriod one, LocalDate today) {
        return switch (one) {
            case InvoicePeriod.Relative relative -> switch (relative) {
                case ALL, TODAY -> today.toString();
                case THIS_MONTH -> YearMonth.from(today).toString();
                case LAST_MONTH -> YearMonth.from(today).minusMonths(1).toString();
                case THIS_QUARTER -> Quarter.of(today).toString();
                case LAST_QUARTER -> Quarter.of(today).before().toString();
                case THIS_YEAR -> Integer.toString(today.getYear());
                case LAST_YEAR -> Integer.toString(today.getYear() - 1);
            };
            case InvoicePeriod.OfYear year -> period(year);
            case InvoicePeriod.OfMonth month -> month.month().toString();
            case InvoicePeriod.OfQuarter quarter -> quarter.quarter().toString();
            case InvoicePeriod.OfQuarterNumber quarter ->
                quarter.seenFrom(today).toString();
            case InvoicePeriod.OfDay day -> day.day().toString();
            case InvoicePeriod.OfMonthName month -> month.seenFrom(today).toString();
            case InvoicePeriod.OfMonthDay day -> day.seenFrom(today).toString();
            case InvoicePeriod.OfDays days -> today.toString();
            case InvoicePeriod.Near _,InvoicePeriod.Ago _,InvoicePeriod.OfMonthDays _,InvoicePeriod.Coming _,InvoicePeriod.OnSide _ ->
                today.toString();
        };
    }
}
