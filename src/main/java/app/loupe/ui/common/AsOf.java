package app.loupe.ui.common;

import app.loupe.domain.Quarter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the chip of the day that figures are as of: today, which moves on, or the end of a month or year that is over. */
public final class AsOf {
    private AsOf() {}

    /** The chip; no day is today. */
    public static DayChip chip(String id, Wording wording, Consumer<Optional<LocalDate>> choose) {
        return new DayChip(id, wording, () -> presets(wording, choose), day -> choose.accept(Optional.of(day)));
    }

    /** Shows in such a chip which day is chosen. */
    public static void show(DayChip chip, Wording wording, Optional<LocalDate> day) {
        chip.show(wording.get("day.as-of", wording.dates().day(day.orElseGet(wording::today))), day.isPresent(), day);
    }

    private static List<DayChip.Preset> presets(Wording wording, Consumer<Optional<LocalDate>> choose) {
        YearMonth month = YearMonth.from(wording.today());
        return List.of(new DayChip.Preset(wording.get("day.today"), () -> choose.accept(Optional.empty())),
                end(wording, choose, "day.last-month", month.minusMonths(1)),
                end(wording, choose, "day.last-quarter", Quarter.of(wording.today()).before().lastMonth()),
                end(wording, choose, "day.last-year", YearMonth.of(month.getYear() - 1, 12)));
    }

    private static DayChip.Preset end(Wording wording, Consumer<Optional<LocalDate>> choose, String key,
            YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        return new DayChip.Preset(wording.get(key, wording.dates().day(day)),
                () -> choose.accept(Optional.of(day)));
    }
}
