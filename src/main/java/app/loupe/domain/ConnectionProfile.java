package app.loupe.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the sealed invoice store keeps about a connection beside its six columns: how it is called, what to sync, which
 * certificate the owner pinned, what the server said of itself, and how old the copy is.
 *
 * @param kind an Odoo server or the built-in sample company
 * @param name shown in the sidebar; never empty
 * @param since invoices from this date on; null for all
 * @param pin the certificate trusted for this connection alone; null for the system's authorities
 * @param serverVersion as the server says it ("19.0"); empty before the first sync
 * @param lastSynced when the last complete run ended, by this computer's clock; null before
 */
public record ConnectionProfile(ConnectionId id, Kind kind, String name, @Nullable LocalDate since,
        @Nullable CertificatePin pin, String serverVersion, @Nullable Instant lastSynced) {
    /** Where the invoices come from. */
    public enum Kind {
        /** A real Odoo over TLS. */
        ODOO,
        /** The built-in sample company: no socket, no password. */
        SAMPLE
    }
}
