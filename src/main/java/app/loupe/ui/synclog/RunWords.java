package app.loupe.ui.synclog;

import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verified;
import app.loupe.ui.common.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Says what a run did. */
final class RunWords {
    private final Wording wording;
    private final Predicate<RunRecord> underWay;

    /** @param underWay whether a run that has no end in the log is at work now */
    RunWords(Wording wording, Predicate<RunRecord> underWay) {
        this.wording = wording;
        this.underWay = underWay;
    }

    /** "Sync", "Full sync", "Verify". */
    String kind(RunRecord run) {
        return wording.get("synclog.kind." + run.mode().key());
    }

    /** "Done", "Running", "Stopped by you", "Partly: 3 problems", or what went wrong. */
    String outcome(RunRecord run) {
        return switch (run.report()) {
            case null -> wording.get(underWay.test(run) ? "synclog.outcome.running" : "synclog.outcome.interrupted");
            case SyncReport.Done done -> done.counts().verified() != null
                    ? wording.get("synclog.outcome.verified", done.counts().verified().repaired())
                    : wording.get(run.mode() != SyncMode.ORIGINAL && nothing(done.counts())
                            ? "synclog.outcome.nothing"
                            : "synclog.outcome.done");
            case SyncReport.Partial partial -> wording.get("synclog.outcome.partial", partial.problems().size());
            case SyncReport.Failed failed -> wording.shown().title(failed.problem());
            case SyncReport.Cancelled cancelled -> wording.get("synclog.outcome.cancelled");
        };
    }

    private static boolean nothing(SyncCounts counts) {
        return counts.added() + counts.changed() + counts.removed() + counts.inaccessible() == 0;
    }

    /** "12 new, 3 changed", zeros left out. */
    String counts(RunRecord run) {
        if (run.report() == null) {
            return "";
        }
        SyncCounts counts = run.report().counts();
        var parts = new ArrayList<String>();
        Verified found = counts.verified();
        if (found != null) {
            parts.add(wording.get("synclog.count.verified", found.verified(), found.invoices()));
        }
        add(parts, "synclog.count.added", counts.added());
        add(parts, "synclog.count.changed", counts.changed());
        add(parts, "synclog.count.removed", counts.removed());
        add(parts, "synclog.count.inaccessible", counts.inaccessible());
        if (parts.isEmpty()) {
            add(parts, "synclog.count.unchanged", counts.unchanged());
        }
        return parts.isEmpty() ? "–" : String.join(", ", parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(wording.get(key, count));
        }
    }

    /** The problems of a run in full sentences. */
    List<String> problems(RunRecord run) {
        SyncReport report = run.report();
        return report == null ? List.of() : report.problems().stream().map(wording::sentence).toList();
    }

    /** "4 s", "2 min 10 s"; empty while it is not known, or cannot be. */
    String duration(RunRecord run) {
        if (run.ended() == null) {
            return "";
        }
        Duration took = Duration.between(run.started(), run.ended());
        if (took.isNegative()) {
            // the clock was set back meanwhile
            return "";
        }
        return took.toMinutes() == 0
                ? wording.get("synclog.duration.seconds", Math.max(1, took.toSeconds()))
                : wording.get("synclog.duration.minutes", took.toMinutes(), took.toSecondsPart());
    }
}
