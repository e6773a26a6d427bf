package app.loupe.export;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list as it is taken away: what it is called, how it came to be, its columns and rows. Knows nothing of files; each
 * {@link ReportFormat} writes the same report.
 *
 * @param name short; the tab of a spreadsheet
 * @param title at the top
 * @param notes lines below the title: connection, filters, how old the copy is
 * @param foot at the bottom of each page: which copy it is from
 */
public record Report(String name, String title, List<String> notes, String foot, List<Column> columns,
        ReportRows rows) {
    /** Copies the lists. */
    public Report {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    /** The same with more lines below the title. */
    public Report noted(List<String> more) {
        return new Report(name, title, Stream.concat(notes.stream(), more.stream()).toList(), foot, columns, rows);
    }

    /** The same without some of the lines below the title. */
    public Report without(List<String> said) {
        return new Report(name, title, notes.stream().filter(note -> !said.contains(note)).toList(), foot, columns,
                rows);
    }

    /** The same list, which tells when all its rows were given and there was none. */
    public Report tellingOfNone(Runnable none) {
        return new Report(name, title, notes, foot, columns, sink -> {
            var seen = new Seen(sink);
            rows.each(seen);
            if (!seen.any) {
                none.run();
            }
        });
    }

    /** Passes rows on and knows whether there was one. */
    private static final class Seen implements ReportRows.Sink {
        private final ReportRows.Sink to;
        private boolean any;

        Seen(ReportRows.Sink to) {
            this.to = to;
        }

        @Override
        public void group(String name) {
            to.group(name);
        }

        @Override
        public void row(ReportRow row) {
            any = true;
            to.row(row);
        }
    }
}
