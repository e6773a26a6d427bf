package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verified;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sync report as lines of text for its column and reads them back: how it ended, the nine counts and, of a run
 * that compared every invoice, three more, then one problem a line. Fields are separated by tabs; tab, line feed and
 * backslash inside a parameter are escaped.
 */
final class ReportText {
    /** The condition on a run {@code r} in a query that everything that could be read was read. */
    static final String IS_THROUGH = "(r.report like '" + Ending.DONE + "%' or r.report like '" + Ending.PARTIAL
            + "%')";

    private static final String LINE = "\n";
    private static final String FIELD = "\t";
    private static final int COUNTS = 9;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private ReportText() {}

    /** How a run ended, as the text says it. */
    private enum Ending {
        DONE,
        PARTIAL,
        FAILED,
        CANCELLED;

        static Ending of(SyncReport report) {
            return switch (report) {
                case SyncReport.Done done -> DONE;
                case SyncReport.Partial partial -> PARTIAL;
                case SyncReport.Failed failed -> FAILED;
                case SyncReport.Cancelled cancelled -> CANCELLED;
            };
        }

        SyncReport report(SyncCounts counts, List<Problem> problems) {
            return switch (this) {
                case DONE -> new SyncReport.Done(counts);
                case PARTIAL -> new SyncReport.Partial(counts, problems);
                case FAILED -> new SyncReport.Failed(counts, problems.getFirst(), problems.subList(1, problems.size()));
                case CANCELLED -> new SyncReport.Cancelled(counts, problems);
            };
        }
    }

    static String text(SyncReport report) {
        String head = Ending.of(report).name() + FIELD + counts(report.counts());
        return Stream.concat(Stream.of(head), report.problems().stream().map(ReportText::problem))
                .collect(Collectors.joining(LINE));
    }

    /** Reads the text; null for the empty text of a run that did not end. */
    static @Nullable SyncReport report(String text) {
        if (text.isEmpty()) {
            return null;
        }
        List<String> lines = List.of(text.split(LINE, -1));
        List<String> head = fields(lines.getFirst());
        return Ending.valueOf(head.getFirst()).report(counts(head.subList(1, head.size())),
                lines.stream().skip(1).map(ReportText::problem).toList());
    }

    /** The invoices that a report names because they did not come, as far as it names them. */
    static Set<Long> unreadInvoices(String text) {
        return text.lines().skip(1).map(ReportText::problem).flatMap(ReportText::unread).collect(Collectors.toSet());
    }

    private static Stream<Long> unread(Problem problem) {
        List<String> of = problem.parameters();
        boolean isNamed = switch (problem.code()) {
            case RECORD_UNREADABLE, RECORD_FAILED, RECORDS_NOT_SENT ->
                of.getFirst().equals(RecordKind.INVOICE.model());
            default -> false;
        };
        // the first of what did not come stand in one text, behind how many there are
        String ids = isNamed ? of.get(problem.code() == ProblemCode.RECORDS_NOT_SENT ? 2 : 1) : "";
        return NUMBER.matcher(ids).results().map(found -> Long.valueOf(found.group()));
    }

    private static String counts(SyncCounts c) {
        IntStream all = IntStream.of(c.added(), c.changed(), c.unchanged(), c.removed(), c.inaccessible(),
                c.journalItems(), c.partners(), c.products(), c.requests());
        Verified verified = c.verified();
        return IntStream.concat(all, verified == null
                ? IntStream.empty()
                : IntStream.of(verified.invoices(), verified.verified(), verified.repaired()))
                .mapToObj(Integer::toString).collect(Collectors.joining(FIELD));
    }

    private static SyncCounts counts(List<String> fields) {
        int[] n = fields.stream().mapToInt(Integer::parseInt).toArray();
        return new SyncCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8],
                n.length > COUNTS ? new Verified(n[COUNTS], n[COUNTS + 1], n[COUNTS + 2]) : null);
    }

    private static String problem(Problem problem) {
        return Stream.concat(Stream.of(problem.code().name()), problem.parameters().stream().map(ReportText::escaped))
                .collect(Collectors.joining(FIELD));
    }

    private static Problem problem(String line) {
        List<String> fields = fields(line);
        return new Problem(ProblemCode.valueOf(fields.getFirst()),
                fields.stream().skip(1).map(String::translateEscapes).toList());
    }

    private static List<String> fields(String line) {
        return List.of(line.split(FIELD, -1));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(FIELD, "\\t").replace(LINE, "\\n");
    }
}
