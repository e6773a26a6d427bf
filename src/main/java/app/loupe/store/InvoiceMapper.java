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
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        row.partnerId = Names.id(invoice.parties().partner());
        row.commercialPartnerId = Names.id(invoice.parties().commercialPartner());
        row.companyId = Names.id(invoice.booking().company());
        row.currencyId = Names.id(invoice.booking().currency());
        row.companyCurrencyId = Names.id(invoice.booking().companyCurrency());
        row.journalId = Names.id(invoice.booking().journal());
        row.salespersonId = Names.id(invoice.booking().salesperson());
        row.paymentTermsId = Names.id(invoice.booking().paymentTerms());
        row.bankAccountId = Names.id(invoice.booking().bankAccount());
        row.reversedEntry = RefValue.of(invoice.booking().reversedEntry());
        row.name = invoice.name();
        row.printedName = invoice.parties().printedName();
        row.ref = invoice.otherInfo().ref();
        row.paymentReference = invoice.otherInfo().paymentReference();
        row.origin = invoice.otherInfo().origin();
        row.sent = invoice.otherInfo().sent();
        row.toReview = invoice.otherInfo().toReview();
        row.narration = invoice.otherInfo().narration();
        row.invoiceDate = invoice.dates().invoice();
        row.accountingDate = invoice.dates().accounting();
        row.dueDate = invoice.dates().due();
        row.amountUntaxed = invoice.amounts().untaxed();
        row.amountTax = invoice.amounts().tax();
        row.amountTotal = invoice.amounts().total();
        row.amountResidual = invoice.amounts().residual();
        row.amountUntaxedSigned = invoice.amounts().signed().untaxed();
        row.amountTotalSigned = invoice.amounts().signed().total();
        row.amountResidualSigned = invoice.amounts().signed().residual();
        return row;
    }

    /**
     * The invoice of a row.
     *
     * @param numbers of the documents that are here, by id: a reversed one may have another by now than when this was read
     */
    static Invoice invoice(InvoiceEntity row, List<MoveLine> lines, Names names, Decimals decimals,
            Map<Long, String> numbers) {
        Ref currencyRef = names.ref(NameKind.CURRENCY, row.currencyId);
        Ref companyCurrency = names.ref(NameKind.CURRENCY, row.companyCurrencyId);
        String currency = currencyRef == null ? "" : currencyRef.name();
        String company = companyCurrency == null ? currency : companyCurrency.name();
        return new Invoice(row.id, row.writeDate, row.name, MoveType.valueOf(row.moveType),
                MoveState.valueOf(row.state), PaymentState.valueOf(row.paymentState),
                new Invoice.Parties(names.ref(NameKind.PARTNER, row.partnerId),
                        names.ref(NameKind.PARTNER, row.commercialPartnerId), row.printedName),
                new Invoice.Booking(names.ref(NameKind.COMPANY, row.companyId), currencyRef, companyCurrency,
                        names.ref(NameKind.JOURNAL, row.journalId), names.ref(NameKind.SALESPERSON, row.salespersonId),
                        names.ref(NameKind.PAYMENT_TERMS, row.paymentTermsId), reversed(row.reversedEntry, numbers),
                        names.ref(NameKind.BANK_ACCOUNT, row.bankAccountId)),
                new Invoice.Dates(row.invoiceDate, row.accountingDate, row.dueDate),
                new Invoice.Amounts(decimals.amount(row.amountUntaxed, currency),
                        decimals.amount(row.amountTax, currency), decimals.amount(row.amountTotal, currency),
                        decimals.amount(row.amountResidual, currency),
                        new Invoice.SignedAmounts(decimals.amount(row.amountUntaxedSigned, company),
                                decimals.amount(row.amountTotalSigned, company),
                                decimals.amount(row.amountResidualSigned, company))),
                new Invoice.OtherInfo(row.ref, row.paymentReference, row.origin, row.sent, row.toReview, row.narration),
                lines);
    }

    private static @Nullable Ref reversed(@Nullable RefValue entry, Map<Long, String> numbers) {
        return entry == null ? null : new Ref(entry.id(), numbers.getOrDefault(entry.id(), entry.name()));
    }
}
