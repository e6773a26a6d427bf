package app.loupe.store;

import app.loupe.domain.JournalEntry;
import app.loupe.domain.LineKind;
import app.loupe.domain.Matching;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.Ref;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps a journal item to its row and back. */
final class LineMapper {
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
        row.taxIds = joined(line.taxIds());
        row.product = RefValue.of(line.product());
        row.unit = RefValue.of(line.unit());
        row.tax = RefValue.of(line.tax());
        row.taxGroup = RefValue.of(line.taxGroup());
        row.account = RefValue.of(line.account());
        row.partner = RefValue.of(line.partner());
        row.company = RefValue.of(line.company());
        row.currency = RefValue.of(line.currency());
        row.sequence = line.sequence();
        row.label = line.label();
        row.quantity = line.quantity();
        row.priceUnit = line.priceUnit();
        row.discount = line.discount();
        row.priceSubtotal = line.priceSubtotal();
        row.priceTotal = line.priceTotal();
        row.taxBaseAmount = line.taxBaseAmount();
        row.debit = line.debit();
        row.credit = line.credit();
        row.balance = line.balance();
        row.amountCurrency = line.amountCurrency();
        row.amountResidual = line.amountResidual();
        row.amountResidualCurrency = line.amountResidualCurrency();
        row.accountingDate = line.date();
        row.dueDate = line.dueDate();
        row.journal = RefValue.of(line.entry().journal());
        row.moveReference = line.entry().reference();
        row.reconciled = line.matching().reconciled();
        row.matchingNumber = line.matching().number();
        row.partials = joined(line.matching().partials());
        return row;
    }

    /** The company currency is the entry's; a line alone does not know it. */
    static MoveLine line(LineEntity row, String companyCurrency, Decimals decimals) {
        String currency = row.currency == null ? companyCurrency : row.currency.name();
        String company = companyCurrency.isEmpty() ? currency : companyCurrency;
        return new MoveLine(row.id, row.writeDate, entry(row), LineKind.valueOf(row.kind),
                row.sequence, row.label, RefValue.ref(row.product), RefValue.ref(row.unit),
                Decimals.number(row.quantity), decimals.amount(row.priceUnit, currency),
                Decimals.number(row.discount), decimals.amount(row.priceSubtotal, currency),
                decimals.amount(row.priceTotal, currency), ids(row.taxIds), RefValue.ref(row.tax),
                RefValue.ref(row.taxGroup), decimals.amount(row.taxBaseAmount, company), RefValue.ref(row.account),
                RefValue.ref(row.partner), RefValue.ref(row.company), RefValue.ref(row.currency),
                decimals.amount(row.debit, company), decimals.amount(row.credit, company),
                decimals.amount(row.balance, company), decimals.amount(row.amountCurrency, currency),
                decimals.amount(row.amountResidual, company), decimals.amount(row.amountResidualCurrency, currency),
                row.accountingDate, row.dueDate,
                new Matching(row.reconciled, row.matchingNumber, ids(row.partials)));
    }

    private static JournalEntry entry(LineEntity row) {
        return new JournalEntry(new Ref(row.moveId, row.moveName), MoveState.valueOf(row.parentState),
                RefValue.ref(row.journal), row.moveReference);
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Reads what {@link #joined} wrote. */
    static List<Long> ids(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",", -1)).map(Long::valueOf).toList();
    }
}
