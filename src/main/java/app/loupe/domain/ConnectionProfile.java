package app.loupe.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param keyExpires the last day of the API key as the owner said it; null when it is not known. It is kept in the vault
 *     alone, so what comes from the store has none
 * @param verification how far the copy was found to agree with Odoo; null while that is not known
 * @param heldFrom the first day of what the copy holds while older documents, which are to be kept since, have not all come;
 *     null otherwise
 */
public record ConnectionProfile(ConnectionId id, Kind kind, String name, @Nullable LocalDate since,
        @Nullable CertificatePin pin, String serverVersion, @Nullable Instant lastSynced,
        @Nullable LocalDate keyExpires, @Nullable Verification verification, @Nullable LocalDate heldFrom) {
    /** Where the invoices come from. */
    public enum Kind {
        /** A real Odoo over TLS. */
        ODOO,
        /** The built-in sample company: no socket, no password. */
        SAMPLE
    }

    private static final int FIRST_WITH_ORIGINALS = 17;
    private static final Pattern MAJOR = Pattern.compile("(?:saas[~-])?(\\d{1,4})");

    /** A profile whose key has no known last day. */
    public ConnectionProfile(ConnectionId id, Kind kind, String name, @Nullable LocalDate since,
            @Nullable CertificatePin pin, String serverVersion, @Nullable Instant lastSynced) {
        this(id, kind, name, since, pin, serverVersion, lastSynced, null);
    }

    /** A profile of a copy that was never compared. */
    public ConnectionProfile(ConnectionId id, Kind kind, String name, @Nullable LocalDate since,
            @Nullable CertificatePin pin, String serverVersion, @Nullable Instant lastSynced,
            @Nullable LocalDate keyExpires) {
        this(id, kind, name, since, pin, serverVersion, lastSynced, keyExpires, null, null);
    }

    /**
     * Whether its Odoo can keep the PDF that was sent of an invoice: from version 17 on. Also while the version is not
     * known.
     */
    public boolean canKeepOriginals() {
        Matcher version = MAJOR.matcher(serverVersion);
        return kind == Kind.ODOO
                && (!version.lookingAt() || Integer.parseInt(version.group(1)) >= FIRST_WITH_ORIGINALS);
    }

    /** The same with another last day of its key. */
    public ConnectionProfile expiring(@Nullable LocalDate day) {
        return new ConnectionProfile(id, kind, name, since, pin, serverVersion, lastSynced, day, verification,
                heldFrom);
    }

    /** The same with what is known about how far the copy agrees with Odoo. */
    public ConnectionProfile verified(@Nullable Verification known) {
        return new ConnectionProfile(id, kind, name, since, pin, serverVersion, lastSynced, keyExpires, known,
                heldFrom);
    }

    /** The same of a copy that holds documents only from this day on as yet; null for all that are to be kept. */
    public ConnectionProfile holding(@Nullable LocalDate from) {
        return new ConnectionProfile(id, kind, name, since, pin, serverVersion, lastSynced, keyExpires, verification,
                from);
    }

    /**
     * From which day on the copy holds documents, for whatever is said of its figures: the former first day as long as
     * documents before it are still to come. Null for all.
     */
    public @Nullable LocalDate keptFrom() {
        return heldFrom == null ? since : heldFrom;
    }

    /** The same with the owner's changes and documents from {@code day} on; null for all. */
    public ConnectionProfile edited(ConnectionDetails details, @Nullable LocalDate day) {
        return new ConnectionProfile(id, kind, details.name().isBlank() ? name : details.name().strip(), day,
                details.pin(), serverVersion, lastSynced, details.keyExpires(), verification, heldFrom);
    }

    /**
     * Whether keeping documents only from this day on, null for all, would be less than now. Documents in the copy are
     * never thrown away for that.
     */
    public boolean keepsMoreThanFrom(@Nullable LocalDate day) {
        return day != null && (since == null || day.isAfter(since));
    }
}
