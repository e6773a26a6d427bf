package app.loupe.owed;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Tells what one partner owed one company in the company's own currency, item by item, with the amounts that Odoo booked and
 * no rate of Loupe's own. Today it is what Odoo says is left of each item. On a day in the past the sum is what was booked until
 * then, less what was settled by then with something that is not booked with the partner ({@link Beyond}), at the rate of what
 * it settled. What was open of each item in its own currency is taken at the rate it was booked with, and what the sum
 * differs by - differences of exchange rates - is split over the items in proportion. So one uncertain item makes all of
 * them uncertain.
 */
final class BookedShares {
    private final Subledger ledger;
    private final AgedBalance asked;
    private final String currency;

    /** An item by its place, with what was open of it in its own currency. */
    record Left(int place, Subledger.Open open) {}

    BookedShares(Subledger ledger, AgedBalance asked, String currency) {
        this.ledger = ledger;
        this.asked = asked;
        this.currency = currency;
    }

    /** What Odoo says is open of each item, and what is settled with something that is booked for a day to come. */
    List<AgedItem> today(List<Left> items) {
        OwedItems columns = ledger.columns();
        return items.stream()
                .filter(left -> left.open().amount().signum() != 0 || columns.isOpen(left.place())
                        || columns.residual(left.place()).signum() != 0)
                .map(left -> asked.aged(columns, left.place(), left.open()))
                .map(aged -> with(aged, signed(today(aged)), aged.exact())).filter(aged -> aged.owed().signum() != 0)
                .toList();
    }

    private BigDecimal today(AgedItem aged) {
        OwedItem item = aged.item();
        BigDecimal toCome = signed(aged.owed().amount()).subtract(item.open());
        BigDecimal booked = item.booked().residual();
        return toCome.signum() == 0
                ? booked
                : booked.add(settled(item, toCome, differences(item.id(), LocalDate.MIN)))
                        .subtract(differences(item.id(), asked.asOf()));
    }

    /**
     * What was open on a past day.
     *
     * @param items all that was booked until then, at least one, also those of which nothing was open
     */
    List<AgedItem> past(List<Left> items) {
        OwedItems columns = ledger.columns();
        List<Beyond.Part> beyond = Beyond.ofEach(ledger, items.stream().mapToInt(Left::place).toArray(), asked.asOf(),
                asked.today());
        BigDecimal total = BigDecimal.ZERO;
        // an item that was settled in many parts has as many edges
        var beside = new HashMap<Long, BigDecimal>();
        for (Beyond.Part part : beyond) {
            BigDecimal differences = beside.computeIfAbsent(part.item().id(), id -> differences(id, LocalDate.MIN));
            total = total.subtract(signed(settled(part.item(), part.amount(), differences)));
        }
        boolean exact = beyond.stream().noneMatch(BookedShares::isNear);
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal rest = BigDecimal.ZERO;
        var open = new ArrayList<AgedItem>();
        var amounts = new ArrayList<BigDecimal>();
        for (Left left : items) {
            total = total.add(signed(columns.balance(left.place())));
            exact &= left.open().exact();
            if (left.open().amount().signum() != 0) {
                AgedItem aged = asked.aged(columns, left.place(), left.open());
                BigDecimal amount = atBookedRate(aged);
                open.add(aged);
                amounts.add(amount);
                weight = weight.add(amount.abs());
                rest = rest.add(amount);
            }
        }
        rest = total.subtract(rest);
        if (weight.signum() == 0) {
            return total.signum() == 0 ? List.of() : List.of(unsettled(items, total, exact));
        }
        var shares = new ArrayList<AgedItem>();
        BigDecimal remaining = total;
        int largest = 0;
        for (int i = 0; i < open.size(); i++) {
            BigDecimal share = amounts.get(i)
                    .add(rest.multiply(amounts.get(i).abs()).divide(weight, MathContext.DECIMAL64));
            share = share.setScale(scale(total), RoundingMode.HALF_UP);
            remaining = remaining.subtract(share);
            largest = amounts.get(i).abs().compareTo(amounts.get(largest).abs()) > 0 ? i : largest;
            shares.add(with(open.get(i), share, exact));
        }
        AgedItem most = shares.get(largest);
        shares.set(largest, with(most, most.owed().amount().add(remaining), exact));
        return shares.stream().filter(aged -> aged.owed().signum() != 0).toList();
    }

    /** Nothing is open and the books do not come out even yet: nobody waits for that. */
    private AgedItem unsettled(List<Left> items, BigDecimal total, boolean exact) {
        return new AgedItem(ledger.columns(), items.getLast().place(),
                new AgedBalance.Age(new Money(total, currency), 0), exact);
    }

    /** Whether other parts of the item were settled with it at other rates, maybe: all have its mean rate. */
    private static boolean isNear(Beyond.Part part) {
        OwedItem item = part.item();
        return part.amount().compareTo(item.settled()) != 0
                && item.amount().compareTo(item.booked().balance()) != 0;
    }

    /**
     * A part of what was settled of an item, as it was booked; the differences of exchange rates beside it, all of them, are
     * no part.
     */
    private BigDecimal settled(OwedItem item, BigDecimal part, BigDecimal differences) {
        BigDecimal all = item.settled();
        BigDecimal booked = item.booked().balance().subtract(item.booked().residual()).add(differences);
        if (all.signum() == 0) {
            all = item.amount();
            booked = item.booked().balance();
        }
        return all.compareTo(booked) == 0 || all.signum() == 0
                ? part
                : part.multiply(booked).divide(all, MathContext.DECIMAL64).setScale(scale(booked),
                        RoundingMode.HALF_UP);
    }

    /** Differences of exchange rates that were booked beside the item with this id, and count after a day. */
    private BigDecimal differences(long item, LocalDate after) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Edge edge : ledger.edges(ledger.columns().place(item))) {
            if (edge.date().isAfter(after)) {
                sum = sum.add(edge.difference());
            }
        }
        return sum;
    }

    private int scale(BigDecimal booked) {
        return Math.max(CurrencyDecimals.of(currency), booked.scale());
    }

    private BigDecimal atBookedRate(AgedItem aged) {
        OwedItem item = aged.item();
        BigDecimal amount = signed(item.amount());
        BigDecimal balance = signed(item.booked().balance());
        return amount.compareTo(balance) == 0 || amount.signum() == 0
                ? aged.owed().amount()
                : aged.owed().amount().multiply(balance).divide(amount, MathContext.DECIMAL64);
    }

    private AgedItem with(AgedItem aged, BigDecimal amount, boolean exact) {
        return aged.with(new Money(amount, currency), exact);
    }

    private BigDecimal signed(BigDecimal amount) {
        return asked.payable() ? amount.negate() : amount;
    }
}
