package app.loupe.store;

import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.NameKind;
import app.loupe.domain.PaymentState;
import app.loupe.domain.Ref;
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
        row.partnerId = Names.id(invoice.partner());
        row.commercialPartnerId = Names.id(invoice.commercialPartner());
        row.companyId = Names.id(invoice.company());
        row.currencyId = Names.id(invoice.currency());
        row.companyCurrencyId = Names.id(invoice.companyCurrency());
        row.journalId = Names.id(invoice.journal());
        row.salespersonId = Names.id(invoice.salesperson());
        row.paymentTermsId = Names.id(invoice.paymentTerms());
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

    static Invoice invoice(InvoiceEntity row, List<MoveLine> lines, Names names, Decimals decimals) {
        Ref currencyRef = names.ref(NameKind.CURRENCY, row.currencyId);
        Ref companyCurrency = names.ref(NameKind.CURRENCY, row.companyCurrencyId);
        String currency = currencyRef == null ? "" : currencyRef.name();
        String company = companyCurrency == null ? currency : companyCurrency.name();
        return new Invoice(row.id, row.writeDate, row.name, MoveType.valueOf(row.moveType),
                MoveState.valueOf(row.state), PaymentState.valueOf(row.paymentState),
                names.ref(NameKind.PARTNER, row.partnerId), names.ref(NameKind.PARTNER, row.commercialPartnerId),
                row.printedName, names.ref(NameKind.COMPANY, row.companyId), currencyRef, companyCurrency,
                names.ref(NameKind.JOURNAL, row.journalId), names.ref(NameKind.SALESPERSON, row.salespersonId),
                names.ref(NameKind.PAYMENT_TERMS, row.paymentTermsId), RefValue.ref(row.reversedEntry),
                row.invoiceDate, row.accountingDate, row.dueDate, decimals.amount(row.amountUntaxed, currency),
                decimals.amount(row.amountTax, currency), decimals.amount(row.amountTotal, currency),
                decimals.amount(row.amountResidual, currency), decimals.amount(row.amountUntaxedSigned, company),
                decimals.amount(row.amountTotalSigned, company), decimals.amount(row.amountResidualSigned, company),
                row.ref, row.paymentReference, row.origin, row.sent, row.toReview, row.narration, lines);
    }
}
