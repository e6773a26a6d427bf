package app.loupe.review;

import app.loupe.domain.Folding;
import app.loupe.domain.Ref;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order aged amounts stand: within a company and a currency, because amounts of two are not compared. */
public enum AgedOrder {
    /** The largest first: whom to ask first. */
    AMOUNT(Comparator.comparing(AgedRow::total).reversed(), Comparator.comparing(AgedItem::owed).reversed()),
    /** By the name of the partner. */
    NAME(Comparator.comparing(AgedRow::partner, byName()),
            Comparator.comparing((AgedItem aged) -> aged.item().partner(), byName())),
    /** The latest first; of rows, what stands in the latest bucket decides, then in the one before it. */
    OLDEST(byAge(), Comparator.comparingLong(AgedItem::days).reversed());

    private final Comparator<AgedRow> rows;
    private final Comparator<AgedItem> items;

    AgedOrder(Comparator<AgedRow> rows, Comparator<AgedItem> items) {
        this.rows = Comparator.comparing(AgedRow::company, byName()).thenComparing(AgedRow::currency, byName())
                .thenComparing(rows).thenComparing(AgedRow::partner, byName());
        this.items = Comparator.comparing((AgedItem aged) -> aged.item().company(), byName())
                .thenComparing(aged -> aged.item().currency(), byName()).thenComparing(items)
                .thenComparing(aged -> aged.item().partner(), byName()).thenComparing(aged -> aged.item().date())
                .thenComparingLong(aged -> aged.item().id());
    }

    /** The order of rows; no two of one connection are equal. */
    public Comparator<AgedRow> rows() {
        return rows;
    }

    /** The order of the items behind them. */
    public Comparator<AgedItem> items() {
        return items;
    }

    private static Comparator<AgedRow> byAge() {
        Comparator<AgedRow> byAge = Comparator.comparing((AgedRow row) -> row.amount(AgeBucket.OLDER)).reversed();
        for (AgeBucket bucket : List.of(AgeBucket.values()).reversed().subList(1, AgeBucket.values().length)) {
            byAge = byAge.thenComparing(Comparator.comparing((AgedRow row) -> row.amount(bucket)).reversed());
        }
        return byAge;
    }

    private static Comparator<@Nullable Ref> byName() {
        return Comparator.nullsFirst(Comparator.comparing((Ref ref) -> Folding.fold(ref.name()))
                .thenComparing(Ref::name).thenComparingLong(Ref::id));
    }
}
