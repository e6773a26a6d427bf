package app.loupe.app.commands;

import app.loupe.domain.Ref;
import app.loupe.export.AgedEntry;
import app.loupe.export.OdooWords;
import app.loupe.owed.AgeBucket;
import app.loupe.owed.AgedRow;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shows aged amounts to a person: a row for each partner, and below them the sum of each connection, company and currency.
 * A total that is not certain has a sign in front of it. With several connections the first column says of which one a
 * row is.
 */
final class AgedTable {
    /** Stands in front of an amount that is not certain. */
    static final String UNCERTAIN = "\u2248\u00a0";

    private static final int MOST_CHARACTERS = 36;
    private static final int FIRST_AMOUNT = 2;

    private final Texts texts;
    private final MoneyText money;
    private final boolean several;

    /** A table; several says whether it is of more than one connection. */
    AgedTable(Texts texts, boolean several) {
        this.several = several;
        this.texts = texts;
        this.money = new MoneyText(texts);
    }

    /** Prints the table. */
    void print(PrintWriter out, boolean payable, List<AgedEntry<AgedRow>> rows) {
        var heads = new ArrayList<String>();
        if (several) {
            heads.add(head("connection"));
        }
        heads.addAll(List.of(head("partner." + (payable ? "payable" : "receivable")), head("company")));
        Arrays.stream(AgeBucket.values()).map(bucket -> head(bucket.key())).forEach(heads::add);
        heads.add(head("total"));
        var table = new TextTable(MOST_CHARACTERS,
                IntStream.range(FIRST_AMOUNT + (several ? 1 : 0), heads.size()).boxed()
                        .collect(Collectors.toUnmodifiableSet()),
                heads.toArray(String[]::new));
        rows.forEach(entry -> row(table, entry, entry.aged().partner() == null
                ? texts.get("cli.aged.nobody")
                : Ref.nameOf(entry.aged().partner())));
        sums(rows).forEach(
                sum -> row(table, sum, texts.get("cli.aged.sum", Ref.nameOf(sum.aged().currency()))));
        table.print(out);
    }

    /** The sum of each connection, company and currency, in the order of the rows. */
    private static List<AgedEntry<AgedRow>> sums(List<AgedEntry<AgedRow>> rows) {
        var sums = new LinkedHashMap<List<Object>, AgedEntry<AgedRow>>();
        for (AgedEntry<AgedRow> entry : rows) {
            AgedRow row = entry.aged();
            sums.merge(List.of(entry.connection().id(), Optional.ofNullable(OdooWords.id(row.company())),
                    Optional.ofNullable(OdooWords.id(row.currency()))), entry,
                    (one, other) -> new AgedEntry<>(one.connection(), one.aged().plus(other.aged())));
        }
        return List.copyOf(sums.values());
    }

    private void row(TextTable table, AgedEntry<AgedRow> entry, String name) {
        AgedRow row = entry.aged();
        var cells = new ArrayList<String>();
        if (several) {
            cells.add(entry.connection().name());
        }
        cells.addAll(List.of(name, Ref.nameOf(row.company())));
        for (AgeBucket bucket : AgeBucket.values()) {
            cells.add(row.amount(bucket).signum() == 0 ? "" : money.format(row.amount(bucket)));
        }
        cells.add((row.exact() ? "" : UNCERTAIN) + money.format(row.total()));
        table.row(cells.toArray(String[]::new));
    }

    private String head(String column) {
        return texts.get("cli.aged." + column);
    }
}
