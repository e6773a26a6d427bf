package app.loupe.export;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.LineKind;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.review.Counting;
import app.loupe.review.ReviewRow;
import app.loupe.text.DocumentNumber;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of the lines of invoices, or of their journal items, what is put into a file for people. Only what is posted and still
 * in Odoo is added up.
 */
public final class LineReports {
    private final Texts texts;
    private final LocalDate today;
    private final LineChoice lines;
    private final boolean several;

    /** These lines, with what their documents are on the clock's day; with the connection in front where there are several. */
    public LineReports(Texts texts, Clock clock, LineChoice lines, boolean several) {
        this.texts = texts;
        this.today = LocalDate.now(clock);
        this.lines = lines;
        this.several = several;
    }

    /** Gives invoices with their lines. */
    public interface Source {
        /** Gives every chosen invoice to the writer. */
        void each(InvoiceWriter writer) throws ProblemException;
    }

    /** All lines of what the source gives. */
    public Report of(Source source, List<String> notes, String foot) {
        String name = texts.get(lines == LineChoice.JOURNAL_ITEMS ? "paper.journal-items" : "paper.lines");
        return new Report(name, name, notes, foot, columns(), sink -> source.each(
                (connection, row, invoice) -> rows(sink, connection, row, invoice)));
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        if (several) {
            columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        }
        columns.add(Column.text("move_name", texts.get("invoices.column.number")));
        columns.add(Column.text("move_type", texts.get("paper.type")));
        columns.add(Column.text("partner", texts.get("invoices.column.either")));
        columns.add(Column.day("invoice_date", texts.get("invoices.column.invoice-date")));
        columns.add(Column.text("status", texts.get("invoices.column.status")));
        columns.add(Column.text("display_type", texts.get("paper.line-kind")));
        columns.add(Column.text("name", texts.get("paper.description")));
        columns.add(Column.quantity("quantity", texts.get("invoices.lines.quantity")));
        columns.add(Column.text("product_uom", texts.get("paper.unit")));
        columns.add(Column.money("price_unit", texts.get("invoices.lines.price")));
        columns.add(Column.quantity("discount", texts.get("paper.discount-percent")));
        columns.add(Column.money("price_subtotal", texts.get("invoices.lines.amount")));
        if (lines == LineChoice.JOURNAL_ITEMS) {
            columns.add(Column.text("account", texts.get("paper.account")));
            columns.add(Column.total("debit", texts.get("paper.debit")));
            columns.add(Column.total("credit", texts.get("paper.credit")));
        }
        columns.add(Column.day("date", texts.get("invoices.detail.accounting-date")));
        columns.add(Column.text("company", texts.get("invoices.column.company")));
        if (lines == LineChoice.JOURNAL_ITEMS) {
            columns.add(Column.day("date_maturity", texts.get("invoices.column.due-date")));
            columns.add(Column.text("tax_line", texts.get("paper.tax")));
        }
        return columns;
    }

    private void rows(ReportRows.Sink sink, ConnectionProfile connection, InvoiceRow row, Invoice invoice) {
        boolean added = invoice.state() == MoveState.POSTED && Counting.counts(row);
        MoveType type = invoice.type();
        InvoiceStatus status = new ReviewRow(row).status(today);
        String currency = Ref.nameOf(invoice.booking().currency());
        String own = Ref.nameOf(invoice.booking().companyCurrency());
        for (MoveLine line : lines.of(invoice)) {
            var cells = new ArrayList<Cell>();
            if (several) {
                cells.add(Cell.text(connection.name()));
            }
            MoveLine.Price price = line.price();
            boolean words = line.kind().isPrinted() && line.kind() != LineKind.PRODUCT;
            cells.add(Cell.text(DocumentNumber.of(invoice.number(), invoice.state(), texts)));
            cells.add(Cell.coded(texts.get("invoices.type." + EnumKey.of(type)), type.odoo()));
            cells.add(Cell.text(invoice.parties().printedName()));
            cells.add(Cell.day(invoice.dates().invoice()));
            cells.add(Cell.coded(texts.get("invoices.status." + status.key(type)), EnumKey.of(status)));
            cells.add(Cell.coded(texts.get("paper.line-kind." + EnumKey.of(line.kind())), line.kind().odoo()));
            cells.add(Cell.text(line.label().isBlank() ? Ref.nameOf(price.product()) : line.label()));
            cells.add(words ? Cell.EMPTY : Cell.quantity(type.signed(price.quantity())));
            cells.add(Cell.text(Ref.nameOf(price.unit())));
            cells.add(words ? Cell.EMPTY : Cell.money(price.priceUnit(), currency));
            cells.add(words ? Cell.EMPTY : Cell.quantity(price.discount()));
            cells.add(words ? Cell.EMPTY : Cell.money(type.signed(line.untaxed(type)), currency));
            if (lines == LineChoice.JOURNAL_ITEMS) {
                cells.add(Cell.text(Ref.nameOf(line.posting().account())));
                cells.add(Cell.money(line.posting().debit(), own));
                cells.add(Cell.money(line.posting().credit(), own));
            }
            cells.add(Cell.day(invoice.dates().accounting()));
            cells.add(Cell.text(Ref.nameOf(invoice.booking().company())));
            if (lines == LineChoice.JOURNAL_ITEMS) {
                cells.add(Cell.day(line.dueDate()));
                cells.add(Cell.text(Ref.nameOf(line.taxes().tax())));
            }
            sink.row(added ? ReportRow.in("", cells) : ReportRow.notAdded(cells));
        }
    }
}
