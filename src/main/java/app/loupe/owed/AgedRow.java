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
 * @param exact whether all amounts are certain
 */
public record AgedRow(@Nullable Ref company, @Nullable Ref currency, @Nullable Ref partner,
        Map<AgeBucket, Money> amounts, boolean exact) {
    /** Copies the amounts. */
    public AgedRow {
        amounts = Map.copyOf(amounts);
    }

    /** How much of it stands in a bucket. */
    public Money amount(AgeBucket bucket) {
        return amounts.getOrDefault(bucket, Money.of(BigDecimal.ZERO, currency));
    }

    /** All of it. */
    public Money total() {
        return amounts.values().stream().reduce(Money.of(BigDecimal.ZERO, currency), Money::plus);
    }

    /** Both together, under no partner's name: they must be of one company and currency. */
    public AgedRow plus(AgedRow other) {
        var sum = new EnumMap<AgeBucket, Money>(AgeBucket.class);
        sum.putAll(amounts);
        other.amounts.forEach((bucket, amount) -> sum.merge(bucket, amount, Money::plus));
        return new AgedRow(company, currency, null, sum, exact && other.exact);
    }

    /** Whether there is anything to say. */
    boolean isSomething() {
        return amounts.values().stream().anyMatch(amount -> amount.signum() != 0);
    }
}
