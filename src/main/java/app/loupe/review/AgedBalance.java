package app.loupe.review;

import app.loupe.domain.OwedItem;
import app.loupe.domain.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what was owed at the end of a day and how late it was: Odoo's aged receivable, or aged payable. Partners are the
 * commercial ones; currencies are never mixed. Credit notes and payments that are not matched with an invoice lower what
 * is owed. What of another entry lowers it stands in {@link AgeBucket#NOT_DUE}: nobody waits for a payment that came.
 *
 * @param asOf the day
 * @param payable whether vendors are asked for, and positive is what they are owed; else customers, and what they owe
 * @param by what lateness is counted from
 * @param today the day of asking: a day before it may be uncertain where the copy does not hold all
 */
public record AgedBalance(LocalDate asOf, boolean payable, By by, LocalDate today) {
    /** What lateness is counted from. */
    public enum By {
        /** The due date of each instalment; the accounting date where there is none. */
        DUE,
        /** The date of the invoice; the accounting date of another entry. */
        INVOICE
    }

    private record Owner(long company, long currency, long partner) {}

    /** The rows of one owner while they are added up. */
    private static final class Sum {
        private final Map<AgeBucket, BigDecimal> amounts = new EnumMap<>(AgeBucket.class);
        /** The one that was booked last: names change. */
        private OwedItem latest;
        private boolean exact = true;

        Sum(OwedItem first) {
            latest = first;
        }

        void add(OwedItem item, AgeBucket bucket, BigDecimal amount, boolean certain) {
            latest = item.id() > latest.id() ? item : latest;
            exact &= certain;
            amounts.merge(bucket, amount, BigDecimal::add);
        }

        AgedRow row() {
            return new AgedRow(latest.company(), latest.currency(), latest.partner(), amounts, exact);
        }
    }

    /**
     * One row for each company, currency and partner with an amount in any bucket, in that order.
     *
     * @param items all that count of one connection, receivable and payable
     */
    public List<AgedRow> rows(Collection<OwedItem> items) {
        var open = new OpenItems(items, asOf, today);
        var sums = new HashMap<Owner, Sum>();
        for (OwedItem item : items) {
            if (item.payable() == payable && !item.date().isAfter(asOf)) {
                OpenItems.Open left = open.of(item);
                BigDecimal owed = payable ? left.amount().negate() : left.amount();
                sums.computeIfAbsent(owner(item), owner -> new Sum(item)).add(item, bucket(item, owed), owed,
                        left.exact());
            }
        }
        return sums.values().stream().map(Sum::row).filter(AgedRow::isSomething).sorted(AgedRow.ORDER).toList();
    }

    private AgeBucket bucket(OwedItem item, BigDecimal owed) {
        if (item.invoice() == 0 && owed.signum() < 0) {
            return AgeBucket.NOT_DUE;
        }
        LocalDate from = switch (by) {
            case DUE -> item.dueDate();
            case INVOICE -> item.invoiceDate();
        };
        return AgeBucket.of(ChronoUnit.DAYS.between(from == null ? item.date() : from, asOf));
    }

    private static Owner owner(OwedItem item) {
        return new Owner(id(item.company()), id(item.currency()), id(item.partner()));
    }

    private static long id(@Nullable Ref ref) {
        return ref == null ? 0 : ref.id();
    }
}
