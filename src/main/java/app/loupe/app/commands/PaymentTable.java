package app.loupe.app.commands;

import app.loupe.export.OdooWords;
import app.loupe.domain.EnumKey;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows payments to a person, and below them what came from customers and went to vendors, each currency by itself. With
 * several connections the first column says of which one a row is.
 */
final class PaymentTable {
    private static final int MOST_CHARACTERS = 36;
    private static final int AMOUNT_COLUMN = 3;

    private final Texts texts;
    private final MoneyText money;
    private final DateText dates;
    private final boolean several;

    PaymentTable(Texts texts, Clock clock, boolean several) {
        this.texts = texts;
        this.money = new MoneyText(texts.locale());
        this.dates = new DateText(texts, clock.getZone());
        this.several = several;
    }

    /** Prints the table. */
    void print(PrintWriter out, List<PaymentEntry> payments) {
        var table = new TextTable(MOST_CHARACTERS, Set.of(AMOUNT_COLUMN + (several ? 1 : 0)),
                cells(head("connection"), head("date"), head("partner"), head("kind"), head("amount"),
                        head("invoice"), head("reference")));
        for (PaymentEntry entry : payments) {
            String reference = entry.settlement().document().isEmpty()
                    ? entry.settlement().payment().reference()
                    : entry.settlement().document();
            table.row(cells(entry.connection().name(), entry.date() == null ? "" : dates.day(entry.date()),
                    entry.invoice().parties().printedName(), head("kind." + EnumKey.of(entry.settlement().kind())),
                    money.format(entry.amount(), OdooWords.name(entry.currency())), entry.invoice().number(),
                    reference));
        }
        table.print(out);
        out.println();
        out.println(texts.get("cli.payments.count", payments.size()));
        totals(out, payments, true);
        totals(out, payments, false);
    }

    private void totals(PrintWriter out, List<PaymentEntry> payments, boolean sales) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        payments.stream().filter(entry -> entry.isMoney() && entry.invoice().type().isSale() == sales).forEach(
                entry -> sums.merge(OdooWords.name(entry.currency()), entry.amount(), BigDecimal::add));
        sums.forEach((currency, sum) -> out.println(texts.get(sales ? "cli.payments.received" : "cli.payments.paid",
                money.format(sum, currency))));
    }

    private String[] cells(String connection, String... others) {
        var cells = new ArrayList<String>();
        if (several) {
            cells.add(connection);
        }
        cells.addAll(List.of(others));
        return cells.toArray(String[]::new);
    }

    private String head(String column) {
        return texts.get("cli.payments." + column);
    }
}
