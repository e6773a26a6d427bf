package app.loupe.export;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.Payment;
import app.loupe.domain.ReadTogether;
import app.loupe.domain.Ref;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of payments: what payments of customers and to vendors have settled is added up, each currency by itself.
 * That is not what came to the bank: a discount or write-off that Odoo books with a payment is in it. Programs get Odoo's field names for what is of the invoice.
 */
public final class PaymentReports {
    private final Texts texts;
    private final Clock clock;
    private final ReadTogether read;
    private final boolean forPrograms;

    /**
     * In these words, for these connections.
     *
     * @param forPrograms whether with every field that programs ask for
     */
    public PaymentReports(Texts texts, Clock clock, ReadTogether read, boolean forPrograms) {
        this.texts = texts;
        this.clock = clock;
        this.read = read;
        this.forPrograms = forPrograms;
    }

    /** These payments, in their order. */
    public Report of(List<PaymentEntry> payments) {
        String name = texts.get("paper.payments");
        String foot = new CopyFoot(texts, clock, read).text();
        return new Report(name, name, notes(payments), foot, forPrograms ? fields() : columns(),
                sink -> payments.forEach(entry -> sink.row(row(entry))));
    }

    private List<String> notes(List<PaymentEntry> payments) {
        var notes = new ArrayList<String>();
        notes.add(texts.get("cli.payments.count", payments.size()));
        sums(payments, true).forEach(sum -> notes.add(texts.get("cli.payments.received", sum)));
        sums(payments, false).forEach(sum -> notes.add(texts.get("cli.payments.paid", sum)));
        notes.add(texts.get("paper.payments-unmatched"));
        if (payments.stream().anyMatch(PaymentEntry::isMoney)) {
            notes.add(texts.get("paper.payments-with-discount"));
            notes.add(texts.get("paper.payments-moneyless"));
            notes.add(texts.get("paper.payments-late"));
        }
        notes.addAll(KeptNote.of(texts, read));
        return notes;
    }

    private List<String> sums(List<PaymentEntry> payments, boolean sales) {
        var money = new MoneyText(texts);
        Map<String, BigDecimal> sums = new TreeMap<>();
        payments.stream().filter(entry -> entry.isMoney() && entry.invoice().type().isSale() == sales).forEach(
                entry -> sums.merge(Ref.nameOf(entry.currency()), entry.amount(), BigDecimal::add));
        return sums.entrySet().stream().map(sum -> money.format(sum.getValue(), sum.getKey())).toList();
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        if (read.areSeveral()) {
            columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        }
        columns.add(Column.day("date", texts.get("paper.date")));
        columns.add(Column.text("partner", texts.get("invoices.column.either")));
        columns.add(Column.text("kind", texts.get("cli.payments.kind")));
        columns.add(Column.total("amount", texts.get("paper.amount")));
        columns.add(Column.text("move_name", texts.get("invoices.column.number")));
        columns.add(Column.text("ref", texts.get("invoices.detail.reference")));
        columns.add(Column.day("due", texts.get("invoices.column.due-date")));
        columns.add(Column.whole("days_late", texts.get("statement.column.days")));
        return columns;
    }

    private static List<Column> fields() {
        return List.of(Column.text("connection", ""), Column.text("connection_id", ""), Column.day("date", ""),
                Column.text("kind", ""), Column.whole("partner_id", ""), Column.text("partner", ""),
                Column.money("amount", ""), Column.text("journal", ""), Column.text("ref", ""),
                Column.text("document", ""), Column.whole("move_id", ""), Column.text("move_name", ""),
                Column.text("move_type", ""), Column.whole("company_id", ""), Column.text("company", ""),
                Column.day("due", ""), Column.whole("days_late", ""));
    }

    private ReportRow row(PaymentEntry entry) {
        return entry.isMoney()
                ? ReportRow.in(texts.get(entry.invoice().type().isSale() ? "paper.customers" : "paper.vendors"),
                        forPrograms ? values(entry) : cells(entry))
                : ReportRow.notAdded(forPrograms ? values(entry) : cells(entry));
    }

    private List<Cell> cells(PaymentEntry entry) {
        Invoice invoice = entry.invoice();
        String document = entry.settlement().document();
        var cells = new ArrayList<Cell>();
        if (read.areSeveral()) {
            cells.add(Cell.text(entry.connection().name()));
        }
        cells.add(Cell.day(entry.date()));
        cells.add(Cell.text(invoice.parties().printedName()));
        cells.add(Cell.text(texts.get("cli.payments.kind." + EnumKey.of(entry.settlement().kind()))));
        cells.add(amount(entry));
        cells.add(Cell.text(invoice.number()));
        cells.add(Cell.text(document.isEmpty() ? entry.settlement().payment().reference() : document));
        cells.add(Cell.day(entry.due()));
        cells.add(daysLate(entry));
        return cells;
    }

    private static List<Cell> values(PaymentEntry entry) {
        Invoice invoice = entry.invoice();
        Payment payment = entry.settlement().payment();
        Ref partner = invoice.parties().partner();
        Ref company = invoice.booking().company();
        return List.of(Cell.text(entry.connection().name()), Cell.text(entry.connection().id().value()),
                Cell.day(entry.date()), Cell.text(EnumKey.of(entry.settlement().kind())), id(partner),
                Cell.text(Ref.nameOf(partner)), amount(entry), Cell.text(payment.label()),
                Cell.text(payment.reference()), Cell.text(entry.settlement().document()), Cell.whole(invoice.id()),
                Cell.text(invoice.number()), Cell.text(invoice.type().odoo()), id(company),
                Cell.text(Ref.nameOf(company)), Cell.day(entry.due()), daysLate(entry));
    }

    private static Cell daysLate(PaymentEntry entry) {
        OptionalLong days = entry.daysLate();
        return days.isEmpty() ? Cell.EMPTY : Cell.whole(days.getAsLong());
    }

    private static Cell amount(PaymentEntry entry) {
        return Cell.money(OdooWords.money(entry.amount(), entry.currency()), Ref.nameOf(entry.currency()));
    }

    private static Cell id(@Nullable Ref ref) {
        return ref == null ? Cell.EMPTY : Cell.whole(ref.id());
    }
}
