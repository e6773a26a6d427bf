package app.loupe.store;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sync report as lines of text for its column and reads them back: how it ended, the nine counts, then one
 * problem a line. Fields are separated by tabs; tab, line feed and backslash inside a parameter are escaped.
 */
final class ReportText {
    private static final int COUNTS = 9;

    private ReportText() {}

    static String text(SyncReport report) {
        String kind = switch (report) {
            case SyncReport.Done done -> "DONE";
            case SyncReport.Partial partial -> "PARTIAL";
            case SyncReport.Failed failed -> "FAILED";
            case SyncReport.Cancelled cancelled -> "CANCELLED";
        };
        List<Problem> problems = switch (report) {
            case SyncReport.Partial partial -> partial.problems();
            case SyncReport.Failed failed -> List.of(failed.problem());
            case SyncReport.Done done -> List.of();
            case SyncReport.Cancelled cancelled -> List.of();
        };
        SyncCounts c = report.counts();
        var text = new StringBuilder(kind);
        for (int count : new int[] {c.added(), c.changed(), c.unchanged(), c.removed(), c.inaccessible(),
            c.journalItems(), c.partners(), c.products(), c.requests()}) {
            text.append('\t').append(count);
        }
        for (Problem problem : problems) {
            text.append('\n').append(problem.code().name());
            problem.parameters().forEach(parameter -> text.append('\t').append(escaped(parameter)));
        }
        return text.toString();
    }

    /** Reads the text; null for the empty text of a run that did not end. */
    static @Nullable SyncReport report(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] lines = text.split("\n", -1);
        String[] head = lines[0].split("\t", -1);
        int[] n = Arrays.stream(head).skip(1).limit(COUNTS).mapToInt(Integer::parseInt).toArray();
        var counts = new SyncCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
        var problems = new ArrayList<Problem>();
        for (int i = 1; i < lines.length; i++) {
            problems.add(problem(lines[i]));
        }
        return switch (head[0]) {
            case "DONE" -> new SyncReport.Done(counts);
            case "PARTIAL" -> new SyncReport.Partial(counts, problems);
            case "FAILED" -> new SyncReport.Failed(counts, problems.getFirst());
            default -> new SyncReport.Cancelled(counts);
        };
    }

    private static Problem problem(String line) {
        List<String> fields = Arrays.asList(line.split("\t", -1));
        return new Problem(ProblemCode.valueOf(fields.getFirst()),
                fields.stream().skip(1).map(ReportText::plain).toList());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String plain(String escaped) {
        var plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                i++;
                char marked = escaped.charAt(i);
                plain.append(marked == 't' ? '\t' : marked == 'n' ? '\n' : marked);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
