package app.loupe.app.commands;

import app.loupe.domain.Money;
import app.loupe.export.Cell;
import app.loupe.export.CellText;
import app.loupe.export.Column;
import app.loupe.export.Report;
import app.loupe.export.ReportRow;
import app.loupe.text.Texts;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a report of each question of the overview, for a spreadsheet and for paper; the terminal shows the same tables. */
final class OverviewReports {
    private static final int MOST_CHARACTERS = 44;

    private final Texts texts;

    OverviewReports(Texts texts) {
        this.texts = texts;
    }

    /** What the columns of a question are. */
    private enum Part {
        KEY,
        NAME,
        AMOUNT,
        BEFORE,
        OVERDUE,
        BEST,
        WORST,
        NUMBER,
        UNIT,
        INVOICES
    }

    private static List<Part> parts(String question) {
        return switch (question) {
            case OverviewFigures.MONTH -> List.of(Part.KEY, Part.AMOUNT, Part.BEFORE, Part.INVOICES);
            case OverviewFigures.RECEIVABLE, OverviewFigures.PAYABLE -> List.of(Part.KEY, Part.AMOUNT, Part.INVOICES);
            case OverviewFigures.CASH -> List.of(Part.KEY, Part.BEST, Part.AMOUNT, Part.WORST, Part.INVOICES);
            case OverviewFigures.CUSTOMER -> List.of(Part.NAME, Part.AMOUNT, Part.OVERDUE, Part.NUMBER,
                    Part.INVOICES);
            case OverviewFigures.PRODUCT -> List.of(Part.NAME, Part.NUMBER, Part.UNIT, Part.AMOUNT, Part.INVOICES);
            default -> List.of(Part.KEY, Part.AMOUNT, Part.BEFORE, Part.NUMBER, Part.UNIT, Part.INVOICES);
        };
    }

    /** One report for each question, also where it has no answer. */
    List<Report> of(List<OverviewEntry> entries, List<String> notes, String foot) {
        return OverviewFigures.QUESTIONS.stream().map(question -> {
            List<Part> parts = parts(question);
            List<Column> columns = parts.stream().map(part -> column(question, part)).toList();
            return new Report(name(question), name(question), notes, foot, columns, sink -> {
                for (OverviewEntry entry : entries) {
                    if (entry.question().equals(question)) {
                        sink.row(ReportRow.notAdded(parts.stream().map(part -> cell(entry, part)).toList()));
                    }
                }
            });
        }).toList();
    }

    String name(String question) {
        return texts.get("cli.overview." + question);
    }

    private String head(String question, Part part) {
        String plain = "cli.overview.column." + part.name().toLowerCase(Locale.ROOT);
        return texts.has(plain + "." + question) ? texts.get(plain + "." + question) : texts.get(plain);
    }

    private Column column(String question, Part part) {
        String key = part.name().toLowerCase(Locale.ROOT);
        String head = head(question, part);
        return switch (part) {
            case KEY, NAME, UNIT -> Column.text(key, head);
            case NUMBER -> Column.quantity(key, head);
            case INVOICES -> Column.whole(key, head);
            case AMOUNT, BEFORE, OVERDUE, BEST, WORST -> Column.money(key, head);
        };
    }

    private Cell cell(OverviewEntry entry, Part part) {
        return switch (part) {
            case KEY -> Cell.text(key(entry));
            case NAME -> Cell.text(entry.name() == null ? texts.get("cli.aged.nobody") : entry.name());
            case AMOUNT -> money(entry.amount());
            case BEFORE -> money(entry.compared().before());
            case OVERDUE -> money(entry.compared().overdue());
            case BEST -> money(entry.compared().best());
            case WORST -> money(entry.compared().worst());
            case NUMBER -> entry.number() == null ? Cell.EMPTY : Cell.quantity(entry.number());
            case UNIT -> Cell.text(entry.unit() == null ? "" : entry.unit());
            case INVOICES -> entry.invoices() == null ? Cell.EMPTY : Cell.whole(entry.invoices());
        };
    }

    private String key(OverviewEntry entry) {
        return entry.question().equals(OverviewFigures.FIGURE)
                ? texts.get("cli.overview.figure." + entry.key())
                : OverviewFigures.key(entry);
    }

    private static Cell money(@Nullable Money money) {
        return money == null ? Cell.EMPTY : Cell.money(money.amount(), money.currency());
    }

    /** The same as one table after the other. */
    void print(PrintWriter out, List<OverviewEntry> entries) {
        var words = new CellText(texts);
        for (String question : OverviewFigures.QUESTIONS) {
            List<Part> parts = parts(question);
            var right = new HashSet<Integer>();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) != Part.KEY && parts.get(i) != Part.NAME && parts.get(i) != Part.UNIT) {
                    right.add(i);
                }
            }
            var table = new TextTable(MOST_CHARACTERS, right, parts.stream()
                    .map(part -> head(question, part).toUpperCase(texts.locale())).toArray(String[]::new));
            List<OverviewEntry> rows = entries.stream().filter(entry -> entry.question().equals(question)).toList();
            rows.forEach(entry -> table.row(parts.stream().map(part -> words.of(cell(entry, part)))
                    .toArray(String[]::new)));
            out.println(name(question));
            if (rows.isEmpty()) {
                out.println(texts.get("cli.overview.nothing"));
            } else {
                table.print(out);
            }
            out.println();
        }
    }
}
