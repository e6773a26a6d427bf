package app.loupe.ui.invoices;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Money;
import app.loupe.review.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Words what invoices come to: each direction and currency by itself. */
record SumWords(InvoiceWords words) {
    /** A name, and what goes by it: an amount for each currency. */
    record Part(String name, List<String> amounts) {}

    /** Total and due of each direction; none where nothing is added up. */
    List<Part> of(Totals totals) {
        boolean both = totals.sums().stream().map(Totals.Sum::direction).distinct().count() > 1;
        var parts = new ArrayList<Part>();
        for (Totals.Direction direction : Totals.Direction.values()) {
            List<Totals.Sum> some = totals.sums().stream().filter(sum -> sum.direction() == direction).toList();
            if (!some.isEmpty()) {
                parts.add(new Part(words.get(both ? "footer." + EnumKey.of(direction) : "footer.total"),
                        list(some, Totals.Sum::total)));
                parts.add(new Part(words.get(direction == Totals.Direction.SALES ? "footer.due" : "footer.to-pay"),
                        list(some, Totals.Sum::due)));
            }
        }
        return parts;
    }

    /** Currencies in which nothing is due are left out, unless nothing is due at all. */
    private List<String> list(List<Totals.Sum> sums, Function<Totals.Sum, Money> amount) {
        List<Totals.Sum> shown = sums.stream().filter(sum -> amount.apply(sum).signum() != 0).toList();
        return (shown.isEmpty() ? sums : shown).stream()
                .map(sum -> words.money().format(amount.apply(sum))).toList();
    }
}
