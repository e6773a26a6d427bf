package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.MoveType;
import app.loupe.domain.OwedItem;
import app.loupe.domain.Partner;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.owed.PartnerAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who writes a letter, and to whom, with their addresses of today.
 *
 * @param partner whom it is to; empty where the copy does not hold it
 * @param companies who writes: the contacts of the companies, by Odoo's id of each; without those that the copy does not hold
 * @param payTo the writer's own bank accounts that open invoices are to be paid to, by Odoo's id of each invoice
 */
public record Correspondents(Optional<Partner> partner, Map<Long, Partner> companies, Map<Long, String> payTo) {
    /** Nobody of whom more than the name is known. */
    public static final Correspondents UNKNOWN = new Correspondents(Optional.empty(), Map.of(), Map.of());

    /** Copies the maps. */
    public Correspondents {
        companies = Map.copyOf(companies);
        payTo = Map.copyOf(payTo);
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
        return new Correspondents(reader.partner(connection, partner), companies,
                bankAccounts(reader, connection, accounts));
    }

    private static Map<Long, String> bankAccounts(InvoiceReader reader, ConnectionId connection,
            List<PartnerAccount> accounts) throws ProblemException {
        Set<Long> invoices = accounts.stream().flatMap(Correspondents::toBePaid).collect(Collectors.toSet());
        var payTo = new HashMap<Long, String>();
        if (!invoices.isEmpty()) {
            reader.each(connection, invoices, false, invoice -> {
                String account = Ref.nameOf(invoice.booking().bankAccount());
                if (!account.isBlank()) {
                    payTo.put(invoice.id(), account);
                }
            });
        }
        return payTo;
    }

    /** What a customer still has to pay, what is late first: the account on a credit note, and on a bill, is the partner's. */
    private static Stream<Long> toBePaid(PartnerAccount account) {
        return account.open().stream().filter(one -> one.owed().signum() > 0 && isToUs(one.item()))
                .map(one -> one.invoice());
    }

    private static boolean isToUs(OwedItem item) {
        MoveType type = item.entry().type();
        return !item.payable() && type != null && type.isSale() && !type.isRefund();
    }

    /** Where the open invoices of an account are to be paid to, each bank account once; empty where Odoo names none. */
    List<String> payTo(PartnerAccount account) {
        return toBePaid(account).map(invoice -> payTo.getOrDefault(invoice, "")).filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** The contact of a company; empty where the copy does not hold it. */
    Optional<Partner> company(@Nullable Ref company) {
        return Optional.ofNullable(companies.get(Ref.idOf(company)));
    }
}
