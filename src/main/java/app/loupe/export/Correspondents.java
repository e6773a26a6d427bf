package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Partner;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who writes a letter, and to whom, with their addresses of today.
 *
 * @param partner whom it is to; empty where the copy does not hold it
 * @param companies who writes: the contacts of the companies, by Odoo's id of each; without those that the copy does not hold
 */
public record Correspondents(Optional<Partner> partner, Map<Long, Partner> companies) {
    /** Nobody of whom more than the name is known. */
    public static final Correspondents UNKNOWN = new Correspondents(Optional.empty(), Map.of());

    /** Copies the map. */
    public Correspondents {
        companies = Map.copyOf(companies);
    }

    /** Those of the accounts of a partner. */
    @Blocking
    public static Correspondents of(InvoiceReader reader, ConnectionId connection, long partner,
            List<PartnerAccount> accounts) throws ProblemException {
        var companies = new HashMap<Long, Partner>();
        for (long company : accounts.stream().map(account -> Ref.idOf(account.everything().company()))
                .collect(Collectors.toCollection(TreeSet::new))) {
            reader.companyContact(connection, company).ifPresent(contact -> companies.put(company, contact));
        }
        return new Correspondents(reader.partner(connection, partner), companies);
    }

    /** The contact of a company; empty where the copy does not hold it. */
    Optional<Partner> company(@Nullable Ref company) {
        return Optional.ofNullable(companies.get(Ref.idOf(company)));
    }
}
