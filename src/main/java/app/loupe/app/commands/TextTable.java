package app.loupe.app.commands;

import app.loupe.text.OneLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes rows in aligned columns: text to the left, chosen columns to the right. Control characters become spaces. */
final class TextTable {
    private static final String GAP = "  ";

    private final Set<Integer> rightAligned;
    private final int mostCharacters;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with this first row; longer cells are cut with an ellipsis. */
    TextTable(int mostCharacters, Set<Integer> rightAligned, String... heads) {
        this.mostCharacters = mostCharacters;
        this.rightAligned = Set.copyOf(rightAligned);
        rows.add(List.of(heads));
    }

    /** Adds a row of as many cells as there are heads. */
    void row(String... cells) {
        var kept = new ArrayList<String>();
        for (String cell : cells) {
            // what a server calls an invoice must not move the cursor of a terminal
            String plain = OneLine.of(cell);
            kept.add(plain.codePointCount(0, plain.length()) <= mostCharacters
                    ? plain
                    : plain.substring(0, plain.offsetByCodePoints(0, mostCharacters - 1)) + "…");
        }
        rows.add(kept);
    }

    /** Writes all rows, the first as a head. */
    void print(PrintWriter out) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - length(row.get(i)));
                line.append(i == 0 ? "" : GAP);
                line.append(rightAligned.contains(i) ? padding + row.get(i) : row.get(i) + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
