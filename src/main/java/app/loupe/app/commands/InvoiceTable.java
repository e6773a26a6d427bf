package app.loupe.app.commands;

import app.loupe.export.OdooWords;
import app.loupe.domain.Chosen;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.EnumKey;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.MoveLine;
import app.loupe.domain.MoveType;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ReadTogether;
import app.loupe.review.ReviewRow;
import app.loupe.review.RowList;
import app.loupe.review.Totals;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows invoices to a person: newest first, aligned, with totals for customers and for vendors, each currency by
 * itself. Adds up as {@link Totals} does. With several connections the first column says of which one a row is.
 */
final class InvoiceTable {
    private static final int MOST_CHARACTERS = 36;
    private static final int TOTAL_COLUMN = 6;
    private static final int DUE_COLUMN = 7;

    private final Texts texts;
    private final Clock clock;
    private final MoneyText money;
    private final DateText dates;
    private final boolean several;
    private final Map<ConnectionId, String> names;

    InvoiceTable(Texts texts, Clock clock, ReadTogether read) {
        this.texts = texts;
        this.clock = clock;
        this.money = new MoneyText(texts);
        this.dates = new DateText(texts, clock.getZone());
        this.several = read.areSeveral();
        this.names = new Chosen(read.connections()).names();
    }

    /** Prints the table; the reader is given where the printed lines of each invoice are wanted, too. */
    void print(PrintWriter out, RowList rows, @Nullable InvoiceReader withLines) throws ProblemException {
        int first = several ? 1 : 0;
        var table = new TextTable(MOST_CHARACTERS, Set.of(first + TOTAL_COLUMN, first + DUE_COLUMN),
                cells(head("connection"), head("number"), head("type"), head("partner"), head("date"), head("due"),
                        head("status"), head("total"), head("residual")));
        LocalDate today = LocalDate.now(clock);
        for (ReviewRow reviewed : rows) {
            InvoiceRow row = reviewed.row();
            table.row(cells(names.get(row.key().connection()),
                    row.number().isEmpty() ? texts.get("cli.status.draft") : row.number(),
                    texts.get("cli.type." + EnumKey.of(row.type())), row.partner().name(), day(row.invoiceDate()),
                    due(reviewed),
                    texts.get("cli.status." + reviewed.status(today).key(row.type())),
                    money.format(reviewed.signedTotal(), row.amounts().currency()),
                    reviewed.owed().map(due -> money.format(due, row.amounts().currency())).orElse("")));
            if (withLines != null) {
                Optional<Invoice> invoice = withLines.invoice(row.key());
                if (invoice.isPresent()) {
                    lines(table, invoice.get(), row.amounts().currency());
                }
            }
        }
        table.print(out);
        out.println();
        out.println(texts.get("cli.invoices.count", rows.size()));
        totals(out, rows.totals());
    }

    private void lines(TextTable table, Invoice invoice, String currency) {
        MoveType type = invoice.type();
        for (MoveLine line : invoice.lines().stream().filter(MoveLine::isShown).toList()) {
            String amount = money.format(type.signed(line.untaxed(type)), currency);
            switch (line.kind()) {
                case PRODUCT -> line(table, line, texts.get("cli.invoices.quantity",
                        OdooWords.number(type.signed(line.price().quantity())).toPlainString()), amount);
                case ROUNDING -> line(table, line, "", amount);
                default -> line(table, line, "", "");
            }
        }
    }

    private void line(TextTable table, MoveLine line, String quantity, String amount) {
        table.row(cells("", "", "", "  " + line.label(), "", "", quantity, amount, ""));
    }

    /** The name of the connection is one of them only where there are several. */
    private String[] cells(@Nullable String connection, String... others) {
        return several
                ? Stream.concat(Stream.of(connection == null ? "" : connection), Stream.of(others))
                        .toArray(String[]::new)
                : others;
    }

    private void totals(PrintWriter out, Totals totals) {
        for (Totals.Sum sum : totals.sums()) {
            String key = switch (sum.direction()) {
                case SALES -> "cli.invoices.sales";
                case PURCHASES -> "cli.invoices.bills";
            };
            out.println(texts.get(key, money.format(sum.total()),
                    money.format(sum.due())));
        }
    }

    private String head(String column) {
        return texts.get("cli.invoices." + column);
    }

    private String due(ReviewRow row) {
        String shown = day(row.shownDueDate());
        return row.lastDueDate().map(last -> texts.get("cli.invoices.due-in-instalments", shown, day(last)))
                .orElse(shown);
    }

    private String day(@Nullable LocalDate date) {
        return date == null ? "" : dates.day(date);
    }
}
