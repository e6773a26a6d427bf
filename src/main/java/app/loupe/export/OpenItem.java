package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Money;
import app.loupe.owed.AgedItem;
import org.jspecify.annotations.Nullable;

/**
 * An item of this connection as it is listed by itself.
 *
 * @param aged whose it is, of which day and how late
 * @param owed what of it was open in its own currency; nothing where only a difference of rates is left
 * @param booked its share of what the partner owed in company currency; null where that is not told, is not certain, or
 *     comes to nothing
 * @param exact whether what was open is certain
 */
record OpenItem(ConnectionProfile connection, AgedItem aged, Money owed, @Nullable Money booked, boolean exact) {
    /** The item as it stands in a list of one money. */
    static OpenItem of(AgedEntry<AgedItem> entry) {
        AgedItem aged = entry.aged();
        return new OpenItem(entry.connection(), aged, aged.owed(), null, aged.exact());
    }
}
