package app.loupe.export;

import app.loupe.domain.ChangeHistory;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.ReadTogether;
import app.loupe.review.Shelf;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What packs and archives are made from.
 *
 * @param read the connections that are taken away
 */
public record ExportSource(InvoiceReader reader, Shelf shelf, ChangeHistory changes, ReadTogether read) {
    /** The ids of the connections. */
    Set<ConnectionId> ids() {
        return read.connections().stream().map(ConnectionProfile::id).collect(Collectors.toUnmodifiableSet());
    }
}
