package app.loupe.ui.partners;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Partner;
import app.loupe.owed.PartnerAccount;
import app.loupe.owed.PaymentHabit;
import app.loupe.review.ProductSales;
import app.loupe.ui.common.Destination;
import app.loupe.ui.common.FigureRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link PartnerQuestion}.
 *
 * @param name as Odoo calls the partner
 * @param contact the partner; empty where the copy does not hold it
 * @param accounts of every company and currency
 * @param account the one that was asked for; empty when nothing was booked up to the day
 * @param rows of the part that was asked for
 * @param sales what they were counted from, where products were asked for
 */
record PartnerFacts(PartnerQuestion question, LocalDate day, String name, Optional<Partner> contact,
        List<PartnerAccount> accounts, Optional<PartnerAccount> account, Optional<PaymentHabit> habit,
        List<FigureRow<Destination>> rows, Optional<ProductSales> sales, List<ConnectionProfile> connections) {
    /** Copies the lists. */
    PartnerFacts {
        accounts = List.copyOf(accounts);
        rows = List.copyOf(rows);
        connections = List.copyOf(connections);
    }
}
