package app.loupe.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a part of a search asks for, where its words alone do not say it. */
public sealed interface Meaning {
    /** What was typed says it. */
    record AsTyped() implements Meaning {}

    /**
     * Days.
     *
     * @param periods any of them: several where day and month can be exchanged
     */
    record Days(List<InvoicePeriod> periods) implements Meaning {
        /** Copies the list. */
        public Days {
            periods = List.copyOf(periods);
        }
    }

    /**
     * Amounts, without their sign.
     *
     * @param low the least; null for none
     * @param high the most; null for none
     * @param strict whether the ends themselves are left out
     * @param currencies ISO codes; empty for any
     */
    record Amounts(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean strict, Set<String> currencies)
            implements
                Meaning {
        /** Copies the set. */
        public Amounts {
            currencies = Set.copyOf(currencies);
        }
    }
}
