package app.loupe.owed;

import app.loupe.domain.Money;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one partner owed one company in one currency on a day, or was owed where vendors are asked for, by how late it was.
 *
 * @param partner the commercial partner; null for items without one
 * @param amounts by bucket, those without anything left out
 * @param total all of it: known once, because lists are ordered by it
 * @param exact whether all amounts are certain
 */
public record AgedRow(@Nullable Ref company, @Nullable Ref currency, @Nullable Ref partner,
        Map<AgeBucket, Money> amounts, Money total, boolean exact) {
    /** Copies the amounts. */
    public AgedRow {
        amounts = Map.copyOf(amounts);
    }

    /** The row of these amounts. */
    public static AgedRow of(@Nullable Ref company, @Nullable Ref currency, @Nullable Ref partner,
            Map<AgeBucket, Money> amounts, boolean exact) {
        Money total = amounts.values().stream().reduce(Money.of(BigDecimal.ZERO, currency), Money::plus);
        return new AgedRow(company, currency, partner, amounts, total, exact);
    }

    /** How much of it stands in a bucket. */
    public Money amount(AgeBucket bucket) {
        return amounts.getOrDefault(bucket, Money.of(BigDecimal.ZERO, currency));
    }

    /** Both together, under no partner's name: they must be of one company and currency. */
    public AgedRow plus(AgedRow other) {
        var sum = new EnumMap<AgeBucket, Money>(AgeBucket.class);
        sum.putAll(amounts);
        other.amounts.forEach((bucket, amount) -> sum.merge(bucket, amount, Money::plus));
        return new AgedRow(company, currency, null, sum, total.plus(other.total), exact && other.exact);
    }

    /** Whether there is anything to say. */
    boolean isSomething() {
        return amounts.values().stream().anyMatch(amount -> amount.signum() != 0);
    }
}
