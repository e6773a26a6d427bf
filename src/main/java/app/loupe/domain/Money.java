package app.loupe.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of one currency. Exact: as many decimals as the amount was given with, and at least those of its currency, so
 * that equal amounts are equal. Amounts of two currencies are never added or compared.
 *
 * @param amount in units of the currency, with at least its usual number of decimals
 * @param currency ISO code as Odoo names it; empty where an invoice has none
 */
public record Money(BigDecimal amount, String currency) {
    /** Gives the amount the decimals of its currency, or more where it has more. */
    public Money {
        amount = CurrencyDecimals.atLeast(amount, CurrencyDecimals.of(currency));
    }

    /** An amount of a currency by its reference. */
    public static Money of(BigDecimal amount, @Nullable Ref currency) {
        return new Money(amount, Ref.nameOf(currency));
    }

    /** Nothing, in a currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** How many decimals the amount has. */
    public int decimals() {
        return amount.scale();
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException when they are of two currencies
     */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when they are of two currencies
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** The amount with the opposite sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** 1, 0 or -1. */
    public int signum() {
        return amount.signum();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies");
        }
        return other;
    }
}
