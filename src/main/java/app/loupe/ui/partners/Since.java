package app.loupe.ui.partners;

import java.time.LocalDate;
import java.util.Optional;

/** From when on a statement lists its entries; what is older makes the opening balance. */
sealed interface Since {
    /** The twelve months up to the last day. The default, because nobody wants to read years of paid invoices each time. */
    record Year() implements Since {}

    /** The first entry. */
    record Everything() implements Since {}

    /** This day. */
    record Day(LocalDate first) implements Since {}

    /** The first day of a statement up to this one; empty for everything. */
    default Optional<LocalDate> first(LocalDate last) {
        return switch (this) {
            case Year year -> Optional.of(last.minusYears(1).plusDays(1));
            case Everything everything -> Optional.empty();
            case Day day -> Optional.of(day.first());
        };
    }
}
