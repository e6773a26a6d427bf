package app.loupe.export;

import app.loupe.domain.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the overview for programs, with the field names that stay: what does not belong to a question is null.
 *
 * @param question which one it answers: {@code figure}, {@code month}, {@code receivable}, {@code payable},
 *     {@code expected_cash}, {@code customer}, {@code product}
 * @param key what the figure is of: its name for programs, a month, an age, the first day of a week, an Odoo id
 * @param name of the customer or product; {@code later} of the expected cash that comes after the last week, from the
 *     day of its key on
 * @param amount of a week of expected cash the likely one
 * @param compared the other amounts
 * @param number of days, pieces or invoices
 * @param invoices how many invoices it is of
 * @param span the days it was sold in, of a product; those that were invoiced, of a month, which the year before counts to
 *     the same day
 */
public record OverviewEntry(String question, String key, @Nullable String name, @Nullable Money amount,
        Compared compared,
        @Nullable BigDecimal number, @Nullable String unit, @Nullable Integer invoices, @Nullable ExportSpan span) {
    /** What its key, or the day of the overview, says the time of. */
    OverviewEntry(String question, String key, @Nullable String name, @Nullable Money amount, Compared compared,
            @Nullable BigDecimal number, @Nullable String unit, @Nullable Integer invoices) {
        this(question, key, name, amount, compared, number, unit, invoices, null);
    }

    /**
     * What an amount is compared with.
     *
     * @param before the same of the year before
     * @param overdue what of it is late
     * @param best of a week of expected cash
     * @param worst of a week of expected cash
     */
    public record Compared(@Nullable Money before, @Nullable Money overdue, @Nullable Money best,
            @Nullable Money worst) {
        static final Compared NOTHING = new Compared(null, null, null, null);
    }

    /** An amount alone. */
    static OverviewEntry amount(String question, String key, @Nullable Money amount, @Nullable Integer invoices) {
        return new OverviewEntry(question, key, null, amount, Compared.NOTHING, null, null, invoices);
    }
}
