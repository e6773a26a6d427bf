package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.review.Books;
import app.loupe.review.Found;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.InvoiceOrder;
import app.loupe.review.Rankings;
import app.loupe.review.ReviewRow;
import app.loupe.review.Totals;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows invoices to a person: newest first, aligned, with totals for customers and for vendors, each currency by
 * itself.
 * Adds up as {@link Totals} does.
 */
final class InvoiceTable {
    private static final int MOST_CHARACTERS = 36;
    private static final int TOTAL_COLUMN = 6;
    private static final int DUE_COLUMN = 7;

    private final Texts texts;
    private final Clock clock;
    private final MoneyText money;
    private final DateText dates;

    InvoiceTable(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
        this.money = new MoneyText(texts.locale());
        this.dates = new DateText(texts, clock.getZone());
    }

    /** Prints the table; the reader is given where the printed lines of each invoice are wanted, too. */
    void print(PrintWriter out, List<InvoiceRow> rows, @Nullable InvoiceReader withLines) throws ProblemException {
        var table = new TextTable(MOST_CHARACTERS, Set.of(TOTAL_COLUMN, DUE_COLUMN), head("number"), head("type"),
                head("partner"), head("date"), head("due"), head("status"), head("total"), head("residual"));
        LocalDate today = LocalDate.now(clock);
        Books books = Books.of(rows);
        Found all = books.findAlsoRemoved(InvoiceFilter.ALL, today);
        var rankings = new Rankings(books, texts.locale(), ConnectionId::value);
        for (ReviewRow reviewed : books.list(rankings.sorted(all, InvoiceOrder.NEWEST_FIRST))) {
            InvoiceRow row = reviewed.row();
            table.row(row.number().isEmpty() ? texts.get("cli.status.draft") : row.number(),
                    texts.get("cli.type." + EnumKey.of(row.type())), row.partnerName(), day(row.invoiceDate()),
                    day(row.dueDate()), texts.get("cli.status." + EnumKey.of(reviewed.status(today))),
                    money.format(reviewed.signedTotal(), row.currency()),
                    money.format(reviewed.signedDue(), row.currency()));
            if (withLines != null) {
                Optional<Invoice> invoice = withLines.invoice(row.key());
                if (invoice.isPresent()) {
                    lines(table, invoice.get(), row.currency());
                }
            }
        }
        table.print(out);
        out.println();
        out.println(texts.get("cli.invoices.count", rows.size()));
        totals(out, all.totals());
    }

    private void lines(TextTable table, Invoice invoice, String currency) {
        MoveType type = invoice.type();
        for (MoveLine line : invoice.lines().stream().filter(MoveLine::isShown).toList()) {
            String amount = money.format(type.signed(line.untaxed(type)), currency);
            switch (line.kind()) {
                case PRODUCT -> line(table, line, texts.get("cli.invoices.quantity",
                        OdooWords.number(type.signed(line.quantity())).toPlainString()), amount);
                case ROUNDING -> line(table, line, "", amount);
                default -> line(table, line, "", "");
            }
        }
    }

    private static void line(TextTable table, MoveLine line, String quantity, String amount) {
        table.row("", "", "  " + line.label(), "", "", quantity, amount, "");
    }

    private void totals(PrintWriter out, Totals totals) {
        for (Totals.Sum sum : totals.sums()) {
            String key = switch (sum.direction()) {
                case SALES -> "cli.invoices.sales";
                case PURCHASES -> "cli.invoices.bills";
            };
            out.println(texts.get(key, money.format(sum.total(), sum.currency()),
                    money.format(sum.due(), sum.currency())));
        }
    }

    private String head(String column) {
        return texts.get("cli.invoices." + column);
    }

    private String day(@Nullable LocalDate date) {
        return date == null ? "" : dates.day(date);
    }
}
