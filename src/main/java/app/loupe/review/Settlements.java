package app.loupe.review;

import app.loupe.domain.Blocking;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.Payment;
import app.loupe.domain.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from the copy what settled an invoice, part by part. */
public final class Settlements {
    private final InvoiceReader reader;

    /** Over this copy. */
    public Settlements(InvoiceReader reader) {
        this.reader = reader;
    }

    /** The parts of this invoice, oldest first. */
    @Blocking
    public List<Settlement> of(InvoiceKey key, Invoice invoice) throws ProblemException {
        var settlements = new ArrayList<Settlement>();
        for (Payment payment : reader.payments(key)) {
            Optional<Invoice> other = reader.invoice(new InvoiceKey(key.connection(), payment.moveId()));
            settlements.add(Settlement.of(invoice, payment, other));
        }
        return settlements;
    }
}
