package app.loupe.ui.overview;

import app.loupe.domain.InvoiceKey;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.Navigator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where a figure leads: to a page of its own where the window has it, else to the invoices that it is of.
 *
 * @param title what the invoices have in common
 * @param rows the invoices, put together when they are asked for
 */
record Lead(Optional<Destination> page, String title, Supplier<Set<InvoiceKey>> rows) {
    /** A figure without a page of its own. */
    static Lead of(String title, Supplier<Set<InvoiceKey>> rows) {
        return new Lead(Optional.empty(), title, rows);
    }

    /** Goes there. */
    void follow(Navigator navigator) {
        navigator.open(page.filter(navigator::offers).orElseGet(() -> new Destination.Invoices(title, rows.get())));
    }
}
