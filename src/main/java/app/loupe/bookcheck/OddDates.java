package app.loupe.bookcheck;

import app.loupe.bookcheck.Fact.OddDay.What;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.MoveState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds days of posted documents that are hardly meant: due before the invoice date, an invoice date still to come, one
 * half a year and more from the accounting date, and wrong years. One finding a document, the plainest first.
 */
final class OddDates implements Check {
    /** Somewhere it is tomorrow already. */
    private static final int DAYS_AHEAD = 1;
    private static final int FAR_DAYS = 183;
    private static final int LONGEST_TERM_YEARS = 5;
    private static final int FIRST_YEAR = 1990;

    private final ConnectionId connection;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    OddDates(ConnectionId connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    @Override
    public void invoice(Invoice invoice, boolean present) {
        LocalDate date = invoice.dates().invoice();
        if (!present || invoice.state() != MoveState.POSTED || date == null) {
            return;
        }
        LocalDate accounting = invoice.dates().accounting();
        odd(date, accounting == null ? date : accounting, Optional.ofNullable(invoice.dates().due()).orElse(date))
                .ifPresent(fact -> findings.add(Finding.of(connection,
                        fact.what() == What.DUE_BEFORE_INVOICE ? Weight.LOW : Weight.MEDIUM,
                        List.of(Finding.Document.of(connection, invoice)), fact, invoice.id(),
                        isAhead(fact) ? EnumKey.of(What.IN_FUTURE) : EnumKey.of(fact.what()), fact.day(),
                        isAhead(fact) ? "" : fact.other())));
    }

    /** Of today nothing may stand in the key, nor how far ahead a day still is: tomorrow it is the same finding. */
    private boolean isAhead(Fact.OddDay fact) {
        return fact.what() == What.IN_FUTURE
                || (fact.what() == What.YEAR && fact.day().isAfter(today) && !isOtherYear(fact.day(), fact.other()));
    }

    private Optional<Fact.OddDay> odd(LocalDate date, LocalDate accounting, LocalDate due) {
        if (date.getYear() < FIRST_YEAR || date.isAfter(today.plusYears(1)) || isOtherYear(date, accounting)) {
            return Optional.of(new Fact.OddDay(What.YEAR, date, accounting));
        }
        if (due.isAfter(date.plusYears(LONGEST_TERM_YEARS)) || due.isBefore(date.minusYears(1).plusDays(1))) {
            return Optional.of(new Fact.OddDay(What.DUE_YEAR, due, date));
        }
        if (date.isAfter(today.plusDays(DAYS_AHEAD))) {
            return Optional.of(new Fact.OddDay(What.IN_FUTURE, date, today));
        }
        if (due.isBefore(date)) {
            return Optional.of(new Fact.OddDay(What.DUE_BEFORE_INVOICE, due, date));
        }
        return Math.abs(ChronoUnit.DAYS.between(date, accounting)) > FAR_DAYS
                ? Optional.of(new Fact.OddDay(What.FAR_FROM_ACCOUNTING, date, accounting))
                : Optional.empty();
    }

    /** The same day but for the year. */
    private static boolean isOtherYear(LocalDate date, LocalDate accounting) {
        return date.getYear() != accounting.getYear() && date.getMonth() == accounting.getMonth()
                && date.getDayOfMonth() == accounting.getDayOfMonth();
    }

    @Override
    public void findings(Consumer<Finding> found, CancelToken cancel) {
        findings.forEach(found);
    }
}
