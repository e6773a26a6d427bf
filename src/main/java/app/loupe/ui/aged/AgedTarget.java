package app.loupe.ui.aged;

import app.loupe.domain.ConnectionId;
import app.loupe.owed.AgeBucket;
import app.loupe.ui.common.Destination;
import java.util.Optional;

/** Where a name or a figure of the aged list leads to. */
sealed interface AgedTarget {
    /** Another page. */
    record Elsewhere(Destination destination) implements AgedTarget {}

    /**
     * The open items that a figure is made of.
     *
     * @param whose empty for all in the currency
     * @param bucket empty for all ages
     */
    record Cell(Optional<Whose> whose, String currency, Optional<AgeBucket> bucket) implements AgedTarget {}

    /**
     * One partner of one company.
     *
     * @param company Odoo's id; 0 for none
     * @param partner Odoo's id of the commercial partner; 0 for none
     */
    record Whose(ConnectionId connection, long company, long partner, String name) {}
}
