package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import java.util.List;

/** Maps an invoice to its row and back. */
final class InvoiceMapper {
    private InvoiceMapper() {}

    static InvoiceEntity row(String connection, Invoice invoice, ContentHash hash) {
        var row = new InvoiceEntity();
        row.connectionId = connection;
        row.id = invoice.id();
        row.rowHash = hash.summand();
        row.contentHash = hash.second();
        row.writeDate = invoice.writeDate();
        row.presence = Presence.PRESENT.name();
        row.moveType = invoice.type().name();
        row.state = invoice.state().name();
        row.paymentState = invoice.paymentState().name();
        row.partner = RefValue.of(invoice.partner());
        row.commercialPartner = RefValue.of(invoice.commercialPartner());
        row.company = RefValue.of(invoice.company());
        row.currency = RefValue.of(invoice.currency());
        row.companyCurrency = RefValue.of(invoice.companyCurrency());
        row.journal = RefValue.of(invoice.journal());
        row.salesperson = RefValue.of(invoice.salesperson());
        row.paymentTerms = RefValue.of(invoice.paymentTerms());
        row.reversedEntry = RefValue.of(invoice.reversedEntry());
        row.name = invoice.name();
        row.printedName = invoice.partnerName();
        row.ref = invoice.ref();
        row.paymentReference = invoice.paymentReference();
        row.origin = invoice.origin();
        row.sent = invoice.sent();
        row.toReview = invoice.toReview();
        row.narration = invoice.narration();
        row.invoiceDate = invoice.invoiceDate();
        row.accountingDate = invoice.accountingDate();
        row.dueDate = invoice.dueDate();
        row.amountUntaxed = invoice.amountUntaxed();
        row.amountTax = invoice.amountTax();
        row.amountTotal = invoice.amountTotal();
        row.amountResidual = invoice.amountResidual();
        row.amountUntaxedSigned = invoice.amountUntaxedSigned();
        row.amountTotalSigned = invoice.amountTotalSigned();
        row.amountResidualSigned = invoice.amountResidualSigned();
        return row;
    }

    static Invoice invoice(InvoiceEntity row, List<MoveLine> lines, Decimals decimals) {
        String currency = row.currency == null ? "" : row.currency.name();
        String company = row.companyCurrency == null ? currency : row.companyCurrency.name();
        return new Invoice(row.id, row.writeDate, row.name, MoveType.valueOf(row.moveType),
                MoveState.valueOf(row.state), PaymentState.valueOf(row.paymentState), RefValue.ref(row.partner),
                RefValue.ref(row.commercialPartner), row.printedName, RefValue.ref(row.company),
                RefValue.ref(row.currency), RefValue.ref(row.companyCurrency), RefValue.ref(row.journal),
                RefValue.ref(row.salesperson), RefValue.ref(row.paymentTerms), RefValue.ref(row.reversedEntry),
                row.invoiceDate, row.accountingDate, row.dueDate, decimals.amount(row.amountUntaxed, currency),
                decimals.amount(row.amountTax, currency), decimals.amount(row.amountTotal, currency),
                decimals.amount(row.amountResidual, currency), decimals.amount(row.amountUntaxedSigned, company),
                decimals.amount(row.amountTotalSigned, company), decimals.amount(row.amountResidualSigned, company),
                row.ref, row.paymentReference, row.origin, row.sent, row.toReview, row.narration, lines);
    }
}
