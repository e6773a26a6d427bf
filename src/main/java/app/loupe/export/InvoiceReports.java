package app.loupe.export;

import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.EnumKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.InvoiceStatus;
import app.loupe.domain.MoveState;
import app.loupe.domain.ReadTogether;
import app.loupe.review.Books;
import app.loupe.review.Counting;
import app.loupe.review.Found;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.text.DateText;
import app.loupe.text.DocumentNumber;
import app.loupe.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes of chosen invoices what is put into a file for people: newest first, with totals of what is posted, customers and
 * vendors apart. Amounts of documents that give money back are negative, as in the window.
 */
public final class InvoiceReports {
    private final Texts texts;
    private final ReadTogether read;
    private final LocalDate today;
    private final DateText dates;
    private final CopyFoot foot;
    private final Map<ConnectionId, String> names;

    /** In these words, as of the clock's day, for these connections. */
    public InvoiceReports(Texts texts, Clock clock, ReadTogether read) {
        this(texts, new DateText(texts, clock.getZone()), read, LocalDate.now(clock));
    }

    private InvoiceReports(Texts texts, DateText dates, ReadTogether read, LocalDate today) {
        this.texts = texts;
        this.read = read;
        this.today = today;
        this.dates = dates;
        this.foot = new CopyFoot(texts, dates, read);
        this.names = new Chosen(read.connections()).names();
    }

    /**
     * The list of a past day, with every column: status and amount due as of then, which a line below the title says. Behind
     * them stand the accounting date, by which the documents were chosen, the amounts in company currency, and the ids in Odoo,
     * by which a program joins them, and whether what was due is certain.
     *
     * @param booked the accounting dates
     * @param name of the list
     * @param notes lines below it
     */
    Report then(RowsThen then, AccountingDates booked, String name, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add(texts.get("paper.due-as-of", dates.day(then.day())));
        all.add(texts.get("paper.company-amounts"));
        if (!then.unbooked().isEmpty()) {
            all.add(texts.get("paper.company-due-unknown", then.unbooked().size()));
        }
        var past = new InvoiceReports(texts, dates, read, then.day());
        List<Column> columns = past.listed(true);
        columns.add(Column.whole("id", texts.get("paper.id")));
        columns.add(Column.whole("partner_id", texts.get("paper.partner-id")));
        columns.add(Column.flag("exact", texts.get("paper.exact")));
        return new Report(name, name, all, foot.text(), columns, sink -> {
            for (ReviewRow row : then.rows()) {
                ReportRow listed = whole(row, past.row(row, true), booked,
                        then.unbooked().contains(row.row().key()));
                var cells = new ArrayList<>(listed.cells());
                cells.add(Cell.whole(row.row().key().id()));
                cells.add(row.row().partner().id() == 0 ? Cell.EMPTY : Cell.whole(row.row().partner().id()));
                cells.add(Cell.flag(!then.uncertain().contains(row.row().key())));
                sink.row(new ReportRow(cells, listed.total()));
            }
        }).noted(UncertainNote.of(texts, then.uncertain().size()));
    }

    /** Not added up: beside totals of one currency they would be those of documents in all. */
    private List<Column> companyColumns() {
        return Stream.of("untaxed", "tax", "total", "residual")
                .map(amount -> Column.money("amount_" + amount + "_signed", texts.get("paper.company." + amount)))
                .toList();
    }

    /** Odoo's tax is the rest of its total. What is due is empty where it is not known, and where nobody owes it. */
    private static List<Cell> company(InvoiceRow row, boolean dueUnknown) {
        InvoiceRow.Booking booking = row.booking();
        if (booking.currency().isEmpty()) {
            return Collections.nCopies(4, Cell.EMPTY);
        }
        return List.of(Cell.money(booking.untaxed(), booking.currency()),
                Cell.money(booking.total().subtract(booking.untaxed()), booking.currency()),
                Cell.money(booking.total(), booking.currency()),
                dueUnknown || row.state() != MoveState.POSTED
                        ? Cell.EMPTY
                        : Cell.money(booking.residual(), booking.currency()));
    }

    /**
     * The list, in the order of the rows.
     *
     * @param name of the list
     * @param notes lines below it
     * @param booked the accounting dates, for a spreadsheet with every column; empty for paper, which has room for the most
     *     important
     */
    Report invoices(List<ReviewRow> rows, String name, List<String> notes, Optional<AccountingDates> booked) {
        return new Report(name, name, explained(notes, rows, booked.isPresent()), foot.text(),
                listed(booked.isPresent()), sink -> {
                    for (ReviewRow row : rows) {
                        sink.row(listed(row, booked));
                    }
                });
    }

    /** The same with a heading above each group, and its subtotals below. */
    Report grouped(InvoiceGroups groups, String name, List<String> notes, Optional<AccountingDates> booked) {
        return new Report(name, name, explained(notes, groups.rows(), booked.isPresent()), foot.text(),
                listed(booked.isPresent()),
                sink -> groups.each(sink, i -> sink.row(listed(groups.rows().get(i), booked))));
    }

    private List<Column> listed(boolean whole) {
        List<Column> columns = columns(whole);
        if (whole) {
            columns.add(Column.day("date", texts.get("invoices.detail.accounting-date")));
            columns.addAll(companyColumns());
        }
        return columns;
    }

    private ReportRow listed(ReviewRow row, Optional<AccountingDates> booked) {
        ReportRow listed = row(row, booked.isPresent());
        return booked.map(dates -> whole(row, listed, dates, false)).orElse(listed);
    }

    private static ReportRow whole(ReviewRow row, ReportRow listed, AccountingDates booked, boolean dueUnknown) {
        var cells = new ArrayList<>(listed.cells());
        cells.add(Cell.day(booked.of(row.row().key())));
        cells.addAll(company(row.row(), dueUnknown));
        return new ReportRow(cells, listed.total());
    }

    /**
     * Of amounts in company currency a line says whose sign they have; where there is no column for the last day, one says which
     * day of an invoice in instalments is meant.
     */
    private List<String> explained(List<String> notes, List<ReviewRow> rows, boolean whole) {
        if (whole) {
            return Stream.concat(notes.stream(), Stream.of(texts.get("paper.company-signed"))).toList();
        }
        return rows.stream().allMatch(row -> row.lastDueDate().isEmpty())
                ? notes
                : Stream.concat(notes.stream(), Stream.of(texts.get("paper.instalments"))).toList();
    }

    /** All of these books, the newest first; each row is made when it is asked for. */
    RowList newestFirst(Books books) {
        return newestFirst(books, books.findAlsoRemoved(InvoiceFilter.ALL, today));
    }

    /** The same without those that are gone from Odoo. */
    RowList counting(Books books) {
        return newestFirst(books, books.find(InvoiceFilter.ALL, today));
    }

    private static RowList newestFirst(Books books, Found found) {
        return books.list(found.inOrder()).newestFirst();
    }

    private List<Column> columns(boolean whole) {
        var columns = new ArrayList<Column>();
        if (read.areSeveral()) {
            columns.add(Column.text("connection", texts.get("invoices.column.connection")));
        }
        columns.add(Column.text("name", texts.get("invoices.column.number")));
        columns.add(Column.text("move_type", texts.get("paper.type")));
        columns.add(Column.text("partner", texts.get("invoices.column.either")));
        if (whole) {
            columns.add(Column.text("vat", texts.get("paper.vat")));
        }
        columns.add(Column.day("invoice_date", texts.get("invoices.column.invoice-date")));
        columns.add(Column.day("due_date", texts.get("invoices.column.due-date")));
        if (whole) {
            columns.add(Column.day("invoice_date_due", texts.get("paper.last-due-date")));
        }
        columns.add(Column.text("status", texts.get("invoices.column.status")));
        if (whole) {
            columns.add(Column.text("ref", texts.get("invoices.detail.reference")));
            columns.add(Column.text("payment_reference", texts.get("invoices.detail.payment-reference")));
            columns.add(Column.text("company", texts.get("invoices.column.company")));
            columns.add(Column.text("invoice_user", texts.get("invoices.detail.salesperson")));
            columns.add(Column.text("journal", texts.get("invoices.detail.journal")));
            columns.add(Column.text("currency", texts.get("invoices.detail.currency")));
            columns.add(Column.total("amount_untaxed", texts.get("invoices.detail.untaxed")));
            columns.add(Column.total("amount_tax", texts.get("paper.tax")));
        }
        columns.add(Column.total("amount_total", texts.get("invoices.column.total")));
        columns.add(Column.total("amount_residual", texts.get("invoices.column.amount-due")));
        return columns;
    }

    private ReportRow row(ReviewRow reviewed, boolean whole) {
        InvoiceRow row = reviewed.row();
        InvoiceRow.Amounts amounts = row.amounts();
        var cells = new ArrayList<Cell>();
        if (read.areSeveral()) {
            cells.add(Cell.text(names.getOrDefault(row.key().connection(), "")));
        }
        cells.add(Cell.text(DocumentNumber.of(row.number(), row.state(), texts)));
        cells.add(Cell.coded(texts.get("invoices.type." + EnumKey.of(row.type())), row.type().odoo()));
        cells.add(Cell.text(row.partner().name()));
        if (whole) {
            cells.add(Cell.text(row.partner().vat()));
        }
        cells.add(Cell.day(row.invoiceDate()));
        cells.add(Cell.day(reviewed.shownDueDate()));
        if (whole) {
            cells.add(Cell.day(row.dueDate()));
        }
        InvoiceStatus status = reviewed.status(today);
        cells.add(Cell.coded(texts.get("invoices.status." + status.key(row.type())), EnumKey.of(status)));
        if (whole) {
            cells.add(Cell.text(row.otherInfo().ref()));
            cells.add(Cell.text(row.otherInfo().paymentReference()));
            cells.add(Cell.text(row.otherInfo().company()));
            cells.add(Cell.text(row.otherInfo().salesperson()));
            cells.add(Cell.text(row.booking().journal()));
            cells.add(Cell.text(amounts.currency()));
            cells.add(Cell.money(row.type().signed(amounts.untaxed()), amounts.currency()));
            cells.add(Cell.money(row.type().signed(amounts.tax()), amounts.currency()));
        }
        cells.add(Cell.money(reviewed.signedTotal(), amounts.currency()));
        cells.add(reviewed.owed().map(due -> Cell.money(due, amounts.currency())).orElse(Cell.EMPTY));
        return row.state() == MoveState.POSTED && Counting.counts(row)
                ? ReportRow.in(texts.get(row.type().isSale() ? "paper.customers" : "paper.vendors"), cells)
                : ReportRow.notAdded(cells);
    }

    /** Lines below a title: of whom, how they were chosen in words, how many, and from which day on the copy is. */
    public List<String> notes(List<String> filters, int count) {
        var notes = new ArrayList<String>();
        notes.add(String.join(", ", read.connections().stream().map(ConnectionProfile::name).toList()));
        notes.addAll(filters);
        notes.add(texts.get("cli.invoices.count", count));
        notes.addAll(KeptNote.of(texts, read));
        return notes;
    }
}
