package app.loupe.app.commands;

import app.loupe.domain.EnumKey;
import app.loupe.review.AgeBucket;
import app.loupe.review.AgedBalance;
import app.loupe.review.AgedRow;
import app.loupe.text.DateText;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shows aged amounts to a person: a row for each partner, and below them the sum of each company and currency. A total
 * that is not certain has a sign in front of it.
 */
final class AgedTable {
    private static final int MOST_CHARACTERS = 36;
    private static final int FIRST_AMOUNT = 2;
    private static final String UNCERTAIN = "\u2248\u00a0";

    private final Texts texts;
    private final MoneyText money;
    private final DateText dates;

    AgedTable(Texts texts, Clock clock) {
        this.texts = texts;
        this.money = new MoneyText(texts.locale());
        this.dates = new DateText(texts, clock.getZone());
    }

    /** Prints the table. */
    void print(PrintWriter out, AgedBalance balance, List<AgedRow> rows) {
        String side = balance.payable() ? "payable" : "receivable";
        out.println(texts.get("cli.aged." + side + "." + EnumKey.of(balance.by()), dates.day(balance.asOf())));
        if (rows.isEmpty()) {
            out.println(texts.get("cli.aged.none"));
            return;
        }
        var heads = new ArrayList<>(List.of(head("partner." + side), head("company")));
        Arrays.stream(AgeBucket.values()).map(bucket -> head(bucket.key())).forEach(heads::add);
        heads.add(head("total"));
        var table = new TextTable(MOST_CHARACTERS,
                IntStream.range(FIRST_AMOUNT, heads.size()).boxed().collect(Collectors.toUnmodifiableSet()),
                heads.toArray(String[]::new));
        rows.forEach(row -> row(table, row,
                row.partner() == null ? texts.get("cli.aged.nobody") : OdooWords.name(row.partner())));
        sums(rows).forEach(sum -> row(table, sum, texts.get("cli.aged.sum", OdooWords.name(sum.currency()))));
        table.print(out);
    }

    /** The sum of each company and currency, in the order of the rows. */
    private static List<AgedRow> sums(List<AgedRow> rows) {
        var sums = new LinkedHashMap<List<String>, AgedRow>();
        for (AgedRow row : rows) {
            sums.merge(List.of(OdooWords.name(row.company()), OdooWords.name(row.currency())), row, AgedRow::plus);
        }
        return List.copyOf(sums.values());
    }

    private void row(TextTable table, AgedRow row, String name) {
        String currency = OdooWords.name(row.currency());
        var cells = new ArrayList<>(List.of(name, OdooWords.name(row.company())));
        for (AgeBucket bucket : AgeBucket.values()) {
            cells.add(row.amount(bucket).signum() == 0 ? "" : money.format(row.amount(bucket), currency));
        }
        cells.add((row.exact() ? "" : UNCERTAIN) + money.format(row.total(), currency));
        table.row(cells.toArray(String[]::new));
    }

    private String head(String column) {
        return texts.get("cli.aged." + column);
    }
}
