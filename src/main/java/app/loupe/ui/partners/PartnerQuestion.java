package app.loupe.ui.partners;

import app.loupe.domain.ConnectionId;
import app.loupe.owed.AgeBucket;
import app.loupe.ui.common.Destination.PartnerPage.Account;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a partner is asked for.
 *
 * @param partner Odoo's id of the commercial partner
 * @param asOf the last day; empty for today
 * @param since from when on the statement lists entries
 * @param account company and currency; null for the one in which most is open
 * @param ages the only ages of open items that are listed; empty for all
 */
record PartnerQuestion(ConnectionId connection, long partner, Part part, Optional<LocalDate> asOf,
        Since since, @Nullable Account account, Ages ages) {
    /** The parts of the page. */
    enum Part {
        STATEMENT,
        OPEN,
        HISTORY,
        PRODUCTS
    }

    /** Which open items are listed. */
    sealed interface Ages {
        /** All. */
        record All() implements Ages {}

        /** Those that are late. */
        record Late() implements Ages {}

        /** Those of one age. */
        record Only(AgeBucket bucket) implements Ages {}
    }

    /** The page as it is opened. */
    static PartnerQuestion of(ConnectionId connection, long partner, @Nullable Account account) {
        return new PartnerQuestion(connection, partner, Part.STATEMENT, Optional.empty(), new Since.Year(), account,
                new Ages.All());
    }

    /** Another part; of the open items all. */
    PartnerQuestion at(Part other) {
        return new PartnerQuestion(connection, partner, other, asOf, since, account, new Ages.All());
    }

    /** The open items of some ages. */
    PartnerQuestion open(Ages some) {
        return new PartnerQuestion(connection, partner, Part.OPEN, asOf, since, account, some);
    }

    /** As of another day. */
    PartnerQuestion asOf(Optional<LocalDate> day) {
        return new PartnerQuestion(connection, partner, part, day, since, account, ages);
    }

    /** From another day on. */
    PartnerQuestion since(Since other) {
        return new PartnerQuestion(connection, partner, part, asOf, other, account, ages);
    }

    /** Another company or currency. */
    PartnerQuestion of(Account other) {
        return new PartnerQuestion(connection, partner, part, asOf, since, other, ages);
    }
}
