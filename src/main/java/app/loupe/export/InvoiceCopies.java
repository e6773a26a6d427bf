package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.Partner;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.review.Due;
import app.loupe.review.Reversals;
import app.loupe.review.ReviewRow;
import app.loupe.review.Settlements;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads of an invoice all that its paper says. */
final class InvoiceCopies {
    private final InvoiceReader reader;
    private final Settlements settlements;
    private final LocalDate today;
    private final Map<ConnectionId, Map<Long, Optional<Partner>>> companies = new HashMap<>();

    InvoiceCopies(InvoiceReader reader, LocalDate today) {
        this.reader = reader;
        this.settlements = new Settlements(reader);
        this.today = today;
    }

    /** The copy of this invoice; empty when it went meanwhile. */
    @Blocking
    Optional<InvoiceCopy> of(InvoiceRow row, String foot) throws ProblemException {
        Optional<Invoice> invoice = reader.invoice(row.key());
        if (invoice.isEmpty()) {
            return Optional.empty();
        }
        Optional<Partner> partner = row.partner().id() == 0
                ? Optional.empty()
                : reader.partner(row.key().connection(), row.partner().id());
        var reviewed = new ReviewRow(row);
        return Optional.of(new InvoiceCopy(invoice.get(), reviewed.status(today),
                Due.of(reviewed, invoice.get(), today),
                settlements.of(row.key(), invoice.get()), new Reversals(reader).of(row.key()), partner,
                company(row.key().connection(), Ref.idOf(invoice.get().booking().company())), foot));
    }

    /** The contact of a company, which is read once: it is the same on all invoices of a pack. */
    private Optional<Partner> company(ConnectionId connection, long company) throws ProblemException {
        Map<Long, Optional<Partner>> known = companies.computeIfAbsent(connection, any -> new HashMap<>());
        Optional<Partner> contact = known.get(company);
        if (contact == null) {
            contact = reader.companyContact(connection, company);
            known.put(company, contact);
        }
        return contact;
    }
}
