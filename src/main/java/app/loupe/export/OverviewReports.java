package app.loupe.export;

import app.loupe.domain.Money;
import app.loupe.text.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a report of each question of the overview, for a spreadsheet and for paper; the terminal shows the same tables. */
public final class OverviewReports {
    private final Texts texts;
    private final List<String> soldIn;

    /**
     * In these words.
     *
     * @param soldIn the days in which products were sold, and on which documents, in words: no other question needs to be told
     *     these
     */
    public OverviewReports(Texts texts, List<String> soldIn) {
        this.texts = texts;
        this.soldIn = List.copyOf(soldIn);
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
    public List<Report> of(List<OverviewEntry> entries, List<String> notes, String foot) {
        return OverviewFigures.QUESTIONS.stream().map(question -> {
            List<Part> parts = parts(question);
            List<Column> columns = parts.stream().map(part -> column(question, part)).toList();
            return new Report(name(question), title(question), notes, foot, columns, sink -> {
                for (OverviewEntry entry : entries) {
                    if (entry.question().equals(question)) {
                        sink.row(ReportRow.notAdded(parts.stream().map(part -> cell(entry, part)).toList()));
                    }
                }
            });
        }).toList();
    }

    private String name(String question) {
        return texts.get("cli.overview." + question);
    }

    private String title(String question) {
        return question.equals(OverviewFigures.PRODUCT) ? FilterNotes.after(name(question), soldIn) : name(question);
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
            case NAME -> Cell.text(entry.name() == null ? texts.get(nameless(entry)) : entry.name());
            case AMOUNT -> money(entry.amount());
            case BEFORE -> money(entry.compared().before());
            case OVERDUE -> money(entry.compared().overdue());
            case BEST -> money(entry.compared().best());
            case WORST -> money(entry.compared().worst());
            case NUMBER -> entry.number() == null ? Cell.EMPTY : Cell.quantity(entry.number());
            case UNIT -> Cell.text(unit(entry));
            case INVOICES -> entry.invoices() == null ? Cell.EMPTY : Cell.whole(entry.invoices());
        };
    }

    private static String nameless(OverviewEntry entry) {
        return entry.question().equals(OverviewFigures.PRODUCT) ? "products.without" : "cli.aged.nobody";
    }

    /** A unit of Loupe's own in these words; those of products are the owner's. */
    private String unit(OverviewEntry entry) {
        if (entry.unit() == null) {
            return "";
        }
        return entry.question().equals(OverviewFigures.PRODUCT)
                ? entry.unit()
                : texts.get("cli.overview.unit." + entry.unit());
    }

    private String key(OverviewEntry entry) {
        return switch (entry.question()) {
            case OverviewFigures.FIGURE -> texts.get("cli.overview.figure." + entry.key());
            case OverviewFigures.RECEIVABLE, OverviewFigures.PAYABLE -> texts.get("aged.bucket." + entry.key());
            case OverviewFigures.CASH -> OverviewFigures.LATER.equals(entry.name())
                    ? texts.get("cli.overview.later")
                    : entry.key();
            default -> entry.key();
        };
    }

    private static Cell money(@Nullable Money money) {
        return money == null ? Cell.EMPTY : Cell.money(money.amount(), money.currency());
    }
}
