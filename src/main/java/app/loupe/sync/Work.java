package app.loupe.sync;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.InvoiceSource;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every stage of one run works with. */
record Work(Scope scope, InvoiceSource source, CopyRepository copy, Pages pages, Tally tally, Steps steps) {
    /**
     * What this run is about.
     *
     * @param since invoices from this date on; null for all
     * @param from whatever was written then or later is read again; null for everything
     * @param recent invoices from this day on come first
     */
    record Scope(ConnectionId id, @Nullable LocalDate since, @Nullable Instant from, LocalDate recent) {}

    ConnectionId id() {
        return scope.id();
    }
}
