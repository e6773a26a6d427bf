package app.loupe.app.commands;

import app.loupe.export.JsonObjects;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.Severity;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verified;
import app.loupe.text.Texts;
import java.io.PrintWriter;

/** Says how a run ended: one summary line (or one JSON object), then each problem on its own line. */
final class SyncLines {
    private final Texts texts;
    private final ProblemWords words;
    private final ConnectionProfile profile;
    private final SyncMode mode;

    SyncLines(Texts texts, ConnectionProfile profile, SyncMode mode) {
        this.texts = texts;
        this.words = new ProblemWords(texts);
        this.profile = profile;
        this.mode = mode;
    }

    /** Done when only notices came up; a missing part is partial; a failure has the code of its problem. */
    static int exitCode(SyncReport report) {
        return switch (report) {
            case SyncReport.Done _ -> ExitCode.DONE;
            case SyncReport.Partial partial ->
                partial.problems().stream().allMatch(problem -> problem.severity() == Severity.NOTICE)
                        ? ExitCode.DONE
                        : ExitCode.PARTIAL;
            case SyncReport.Failed failed -> ExitCode.of(failed.problem());
            case SyncReport.Cancelled _ -> ExitCode.PARTIAL;
        };
    }

    void print(PrintWriter out, PrintWriter err, SyncReport report) {
        SyncCounts counts = report.counts();
        out.println(summary(report, counts));
        report.problems().forEach(problem -> err.println("  " + words.sentence(problem)));
    }

    private String summary(SyncReport report, SyncCounts counts) {
        Verified found = counts.verified();
        boolean ended = report instanceof SyncReport.Done || report instanceof SyncReport.Partial;
        if (found != null && ended) {
            return texts.get("cli.verify." + outcome(report), profile.name(), found.verified(), found.invoices(),
                    found.repaired(), counts.requests());
        }
        if (mode == SyncMode.VERIFY && report instanceof SyncReport.Partial) {
            return texts.get("cli.verify.open", profile.name(), counts.requests());
        }
        return texts.get("cli.sync." + outcome(report), profile.name(), counts.added(), counts.changed(),
                counts.removed() + counts.inaccessible(), counts.unchanged(), counts.requests());
    }

    void writeJson(JsonLines json, SyncReport report) {
        SyncCounts counts = report.counts();
        json.object(line -> {
            JsonObjects.connection(line, profile);
            JsonLines.text(line, "outcome", outcome(report));
            line.writeNumberProperty("added", counts.added());
            line.writeNumberProperty("changed", counts.changed());
            line.writeNumberProperty("unchanged", counts.unchanged());
            line.writeNumberProperty("removed", counts.removed());
            line.writeNumberProperty("inaccessible", counts.inaccessible());
            line.writeNumberProperty("journal_items", counts.journalItems());
            line.writeNumberProperty("partners", counts.partners());
            line.writeNumberProperty("products", counts.products());
            line.writeNumberProperty("requests", counts.requests());
            Verified found = counts.verified();
            if (found != null) {
                JsonLines.verified(line, found);
            }
            line.writeArrayPropertyStart("problems");
            for (Problem problem : report.problems()) {
                line.writeStartObject();
                JsonLines.problem(line, problem, words);
                line.writeEndObject();
            }
            line.writeEndArray();
        });
    }

    private static String outcome(SyncReport report) {
        return switch (report) {
            case SyncReport.Done _ -> "done";
            case SyncReport.Partial _ -> "partial";
            case SyncReport.Failed _ -> "failed";
            case SyncReport.Cancelled _ -> "cancelled";
        };
    }
}
