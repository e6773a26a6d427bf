package app.loupe.ui.aged;

import app.loupe.owed.AgedBalance;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the screen is asked for.
 *
 * @param payable whether what is owed to vendors
 * @param asOf empty for today
 * @param booked whether in company currency; else each currency by itself
 * @param cell the figure whose items are listed; empty for the list itself
 */
record AgedQuestion(boolean payable, Optional<LocalDate> asOf, AgedBalance.By by, boolean booked,
        Optional<AgedTarget.Cell> cell) {
    /** The screen as it is opened. */
    static final AgedQuestion FIRST = new AgedQuestion(false, Optional.empty(), AgedBalance.By.DUE, false,
            Optional.empty());

    /** The other side, or the same. */
    AgedQuestion of(boolean vendors) {
        return new AgedQuestion(vendors, asOf, by, booked, Optional.empty());
    }

    /** As of another day. */
    AgedQuestion asOf(Optional<LocalDate> day) {
        return new AgedQuestion(payable, day, by, booked, cell);
    }

    /** Late since another date. */
    AgedQuestion by(AgedBalance.By date) {
        return new AgedQuestion(payable, asOf, date, booked, cell);
    }

    /** In other money. */
    AgedQuestion booked(boolean inCompanyCurrency) {
        return new AgedQuestion(payable, asOf, by, inCompanyCurrency, Optional.empty());
    }

    /** The items behind a figure, or the list. */
    AgedQuestion behind(Optional<AgedTarget.Cell> figure) {
        return new AgedQuestion(payable, asOf, by, booked, figure);
    }
}
