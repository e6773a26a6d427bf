package app.loupe.owed;

import app.loupe.domain.CurrencyDecimals;
import app.loupe.domain.Money;
import app.loupe.domain.OwedItem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what one partner owed one company in the company's own currency, item by item, with the amounts that Odoo booked and
 * no rate of Loupe's own. Today it is what Odoo says is left of each item. On a day in the past the sum is exact, as that of
 * what was booked until then; what was open of each item in its own currency is taken at the rate it was booked with, and
 * what the sum differs by - differences of exchange rates - is split over the items in proportion.
 */
final class BookedShares {
    private final String currency;
    private final boolean payable;

    BookedShares(String currency, boolean payable) {
        this.currency = currency;
        this.payable = payable;
    }

    /** What Odoo says is open of each item. */
    List<AgedItem> today(List<AgedItem> items) {
        return items.stream().map(aged -> with(aged, signed(aged.item().booked().residual())))
                .filter(aged -> aged.owed().signum() != 0).toList();
    }

    /**
     * What was open on a past day.
     *
     * @param items all that was booked until then, at least one, also those of which nothing was open
     */
    List<AgedItem> past(List<AgedItem> items) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal rest = BigDecimal.ZERO;
        var open = new ArrayList<AgedItem>();
        var amounts = new ArrayList<BigDecimal>();
        for (AgedItem aged : items) {
            total = total.add(signed(aged.item().booked().balance()));
            if (aged.owed().signum() != 0) {
                BigDecimal amount = atBookedRate(aged);
                open.add(aged);
                amounts.add(amount);
                weight = weight.add(amount.abs());
                rest = rest.add(amount);
            }
        }
        rest = total.subtract(rest);
        if (weight.signum() == 0) {
            return total.signum() == 0 ? List.of() : List.of(unsettled(items, total));
        }
        var shares = new ArrayList<AgedItem>();
        BigDecimal left = total;
        int largest = 0;
        for (int i = 0; i < open.size(); i++) {
            BigDecimal share = amounts.get(i)
                    .add(rest.multiply(amounts.get(i).abs()).divide(weight, MathContext.DECIMAL64));
            share = share.setScale(Math.max(CurrencyDecimals.of(currency), total.scale()), RoundingMode.HALF_UP);
            left = left.subtract(share);
            largest = amounts.get(i).abs().compareTo(amounts.get(largest).abs()) > 0 ? i : largest;
            shares.add(with(open.get(i), share));
        }
        AgedItem most = shares.get(largest);
        shares.set(largest, with(most, most.owed().amount().add(left)));
        return shares.stream().filter(aged -> aged.owed().signum() != 0).toList();
    }

    /** Nothing is open and the books do not come out even yet: nobody waits for that. */
    private AgedItem unsettled(List<AgedItem> items, BigDecimal total) {
        AgedItem last = items.getLast();
        return new AgedItem(last.item(), AgeBucket.NOT_DUE, new Money(total, currency), 0, true);
    }

    private BigDecimal atBookedRate(AgedItem aged) {
        OwedItem item = aged.item();
        BigDecimal amount = signed(item.amount());
        BigDecimal balance = signed(item.booked().balance());
        return amount.compareTo(balance) == 0 || amount.signum() == 0
                ? aged.owed().amount()
                : aged.owed().amount().multiply(balance).divide(amount, MathContext.DECIMAL64);
    }

    private AgedItem with(AgedItem aged, BigDecimal amount) {
        return new AgedItem(aged.item(), aged.bucket(), new Money(amount, currency), aged.days(), aged.exact());
    }

    private BigDecimal signed(BigDecimal amount) {
        return payable ? amount.negate() : amount;
    }
}
