package app.loupe.export;

import app.loupe.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows on their way to the paper: subtotals of each group, totals at the end, never across currencies. */
final class Totalling implements ReportRows.Sink {
    private record Pot(String total, String currency) implements Comparable<Pot> {
        @Override
        public int compareTo(Pot other) {
            int byTotal = total.compareTo(other.total);
            return byTotal != 0 ? byTotal : currency.compareTo(other.currency);
        }
    }

    private final List<Column> columns;
    private final Texts texts;
    private final TableWriter table;
    private final Map<Pot, BigDecimal[]> ofGroup = new TreeMap<>();
    private final Map<Pot, BigDecimal[]> ofAll = new TreeMap<>();
    private String group = "";
    private boolean grouped;

    Totalling(List<Column> columns, Texts texts, TableWriter table) {
        this.columns = columns;
        this.texts = texts;
        this.table = table;
    }

    @Override
    public void group(String name) {
        endGroup();
        grouped = true;
        group = name;
        write(() -> table.group(name));
    }

    @Override
    public void row(ReportRow row) {
        if (row.cells().size() != columns.size()) {
            throw new IllegalArgumentException("cells of a row: " + row.cells().size());
        }
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            if (!columns.get(i).takes(cell)) {
                throw new IllegalArgumentException("column " + columns.get(i).key() + " takes no " + cell.getClass());
            }
            String total = row.total();
            if (total != null && columns.get(i).totalled() && cell instanceof Cell.Money money) {
                var pot = new Pot(total, money.currency());
                add(ofAll, pot, i, money.amount());
                add(ofGroup, pot, i, money.amount());
            }
        }
        write(() -> table.row(row.cells()));
    }

    private void add(Map<Pot, BigDecimal[]> sums, Pot pot, int column, BigDecimal amount) {
        BigDecimal[] ofPot = sums.computeIfAbsent(pot, none -> zeros());
        ofPot[column] = ofPot[column].add(amount);
    }

    private BigDecimal[] zeros() {
        var zeros = new BigDecimal[columns.size()];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    /** Writes what is still to be said after the last row. */
    void end() {
        endGroup();
        ofAll.forEach((pot, sums) -> total(
                pot.total().isEmpty() ? texts.get("paper.total") : texts.get("paper.total-of", pot.total()), pot,
                sums));
    }

    private void endGroup() {
        if (grouped) {
            ofGroup.forEach((pot, sums) -> total(
                    pot.total().isEmpty()
                            ? texts.get("paper.total-of", group)
                            : texts.get("paper.total-of-both", group, pot.total()),
                    pot, sums));
        }
        ofGroup.clear();
    }

    private void total(String label, Pot pot, BigDecimal[] sums) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(columns.get(i).totalled() ? Cell.money(sums[i], pot.currency()) : Cell.EMPTY);
        }
        write(() -> table.total(label, cells));
    }

    private interface Write {
        void run() throws IOException;
    }

    /** What cannot be written ends the reading of rows, too. */
    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
