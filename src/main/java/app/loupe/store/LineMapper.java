package app.loupe.store;

import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.NameKind;
import app.loupe.domain.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps a journal item to its row and back. */
final class LineMapper {
    /** The kinds of lines that are rows of their own: those that are owed or paid. */
    static final List<String> ITEMS = LineKind.owed().stream().map(LineKind::name).toList();

    private LineMapper() {}

    static LineEntity row(String connection, @Nullable Long invoiceId, MoveLine line, ContentHash hash) {
        var row = new LineEntity();
        row.connectionId = connection;
        row.id = line.id();
        row.rowHash = hash.summand();
        row.contentHash = hash.second();
        row.writeDate = line.writeDate();
        row.invoiceId = invoiceId;
        row.moveId = line.entry().move().id();
        row.moveName = line.entry().move().name();
        row.kind = line.kind().name();
        row.parentState = line.entry().state().name();
        row.taxIds = joined(line.taxes().ids());
        row.productId = Names.id(line.price().product());
        row.unitId = Names.id(line.price().unit());
        row.taxId = Names.id(line.taxes().tax());
        row.taxGroupId = Names.id(line.taxes().group());
        row.accountId = Names.id(line.posting().account());
        row.partnerId = Names.id(line.posting().partner());
        row.companyId = Names.id(line.posting().company());
        row.currencyId = Names.id(line.posting().currency());
        row.sequence = line.sequence();
        row.label = line.label();
        row.quantity = line.price().quantity();
        row.priceUnit = line.price().priceUnit();
        row.discount = line.price().discount();
        row.priceSubtotal = line.price().subtotal();
        row.priceTotal = line.price().total();
        row.taxBaseAmount = line.taxes().baseAmount();
        row.debit = line.posting().debit();
        row.credit = line.posting().credit();
        row.balance = line.posting().balance();
        row.amountCurrency = line.posting().amountCurrency();
        row.amountResidual = line.posting().residual();
        row.amountResidualCurrency = line.posting().residualCurrency();
        row.accountingDate = line.date();
        row.dueDate = line.dueDate();
        row.journalId = Names.id(line.entry().journal());
        row.moveReference = line.entry().reference();
        row.reconciled = line.matching().reconciled();
        row.matchingNumber = line.matching().number();
        row.partials = joined(line.matching().partials());
        return row;
    }

    /** Whether it is a row of its own. */
    static boolean isItem(LineEntity row) {
        return row.invoiceId == null || ITEMS.contains(row.kind);
    }

    /** The company currency is the entry's; a line alone does not know it. */
    static MoveLine line(LineEntity row, String companyCurrency, Names names, Decimals decimals) {
        Ref currencyRef = names.ref(NameKind.CURRENCY, row.currencyId);
        String currency = currencyRef == null ? companyCurrency : currencyRef.name();
        String company = companyCurrency.isEmpty() ? currency : companyCurrency;
        return new MoveLine(row.id, row.writeDate, entry(row, names), LineKind.valueOf(row.kind),
                row.sequence, row.label,
                new MoveLine.Price(names.ref(NameKind.PRODUCT, row.productId), names.ref(NameKind.UNIT, row.unitId),
                        Decimals.number(row.quantity), decimals.amount(row.priceUnit, currency),
                        Decimals.number(row.discount), decimals.amount(row.priceSubtotal, currency),
                        decimals.amount(row.priceTotal, currency)),
                new MoveLine.Taxes(ids(row.taxIds), names.ref(NameKind.TAX, row.taxId),
                        names.ref(NameKind.TAX_GROUP, row.taxGroupId), decimals.amount(row.taxBaseAmount, company)),
                new MoveLine.Posting(names.account(row.accountId, row.companyId),
                        names.ref(NameKind.PARTNER, row.partnerId), names.ref(NameKind.COMPANY, row.companyId),
                        currencyRef, decimals.amount(row.debit, company), decimals.amount(row.credit, company),
                        decimals.amount(row.balance, company), decimals.amount(row.amountCurrency, currency),
                        decimals.amount(row.amountResidual, company),
                        decimals.amount(row.amountResidualCurrency, currency)),
                row.accountingDate, row.dueDate,
                new Matching(row.reconciled, row.matchingNumber, ids(row.partials)));
    }

    private static JournalEntry entry(LineEntity row, Names names) {
        return new JournalEntry(new Ref(row.moveId, row.moveName), MoveState.valueOf(row.parentState),
                names.ref(NameKind.JOURNAL, row.journalId), row.moveReference);
    }

    private static String joined(List<Long> ids) {
        return ids.size() == 1
                ? Long.toString(ids.getFirst())
                : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Reads what {@link #joined} wrote. */
    static List<Long> ids(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",", -1)).map(Long::valueOf).toList();
    }
}
