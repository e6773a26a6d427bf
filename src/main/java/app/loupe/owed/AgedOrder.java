package app.loupe.owed;

import app.loupe.domain.Folding;
import app.loupe.domain.Ref;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order aged amounts stand: within a company and a currency, because amounts of two are not compared. The currency
 * of most open rows comes first in each company.
 */
public enum AgedOrder {
    /** The largest first: whom to ask first; of rows, those that come to nothing last. */
    AMOUNT,
    /** By the name of the partner. */
    NAME,
    /** The latest first; of rows, what stands in the latest bucket decides, then in the one before it. */
    OLDEST;

    /** The order of rows; no two of one connection are equal. */
    public Comparator<AgedRow> rows(CurrencyOrder currencies) {
        return Comparator.comparing(AgedRow::company, byName())
                .thenComparing(row -> row.total().currency(), currencies).thenComparing(AgedRow::currency, byName())
                .thenComparing(switch (this) {
                    case AMOUNT -> largestFirst();
                    case NAME -> Comparator.comparing(AgedRow::partner, byName());
                    case OLDEST -> byAge();
                }).thenComparing(AgedRow::partner, byName());
    }

    /** Rows by what they come to, the largest first and nothing last; for rows of one currency. */
    public static Comparator<AgedRow> largestFirst() {
        return Comparator.comparing((AgedRow row) -> row.total().signum() == 0)
                .thenComparing(row -> row.total().amount(), Comparator.reverseOrder());
    }

    /** The order of the items behind them. */
    public Comparator<AgedItem> items(CurrencyOrder currencies) {
        return Comparator.comparing((AgedItem aged) -> aged.company(), byName())
                .thenComparing(aged -> aged.owed().currency(), currencies)
                .thenComparing(switch (this) {
                    case AMOUNT -> Comparator.comparing((AgedItem aged) -> aged.owed().amount()).reversed();
                    case NAME -> Comparator.comparing((AgedItem aged) -> aged.partner(), byName());
                    case OLDEST -> Comparator.comparingLong(AgedItem::days).reversed();
                }).thenComparing(aged -> aged.partner(), byName())
                .thenComparing(aged -> aged.accounting())
                .thenComparingLong(AgedItem::id);
    }

    private static Comparator<AgedRow> byAge() {
        Comparator<AgedRow> byAge = in(AgeBucket.OLDER);
        for (AgeBucket bucket : List.of(AgeBucket.values()).reversed()) {
            byAge = byAge.thenComparing(in(bucket));
        }
        return byAge;
    }

    private static Comparator<AgedRow> in(AgeBucket bucket) {
        return Comparator.comparing((AgedRow row) -> row.amount(bucket).amount()).reversed();
    }

    private static Comparator<@Nullable Ref> byName() {
        Comparator<Ref> named = Comparator.comparing((Ref ref) -> Folding.fold(ref.name())).thenComparing(Ref::name);
        // most companies and currencies are the same, and folding is dear
        return Comparator.nullsFirst((one, other) -> one.name().equals(other.name())
                ? Long.compare(one.id(), other.id())
                : named.compare(one, other));
    }
}
