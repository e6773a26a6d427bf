package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.session.Runs;
import app.loupe.sync.SyncProgress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs of a command, one connection after the other on the calling thread; one that fails does not stop the next. Closing it,
 * on any thread, stops the run that is under way cleanly and begins no other.
 */
final class CommandRuns implements AutoCloseable {
    private final LoupeCommand command;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Runs runs;
    private final Map<ConnectionId, SyncReport> reports = new LinkedHashMap<>();

    CommandRuns(LoupeCommand command, Services services) {
        this.command = command;
        this.out = command.out();
        this.err = command.err();
        runs = new Runs((id, mode, cancel, progress) -> {
            try (var bar = new ProgressBar(command)) {
                return services.sync().run(id, mode, cancel, bar);
            }
        }, Runnable::run, Runnable::run);
        runs.listen(new Runs.Listener() {
            @Override
            public void progressed(ConnectionId id, SyncProgress at) {
                // the bar hears it from the run itself
            }

            @Override
            public void ended(ConnectionId id, SyncReport report) {
                reports.put(id, report);
            }
        });
    }

    /** Runs these and tells how each ended; returns the exit code of them all. */
    int run(List<ConnectionProfile> chosen, SyncMode mode) {
        var codes = new ArrayList<Integer>();
        for (ConnectionProfile profile : chosen) {
            runs.start(profile.id(), mode);
            SyncReport report = reports.get(profile.id());
            if (report != null) {
                tell(new SyncLines(command.texts(), profile, mode), report);
                codes.add(SyncLines.exitCode(report));
            }
        }
        return runs.isClosed() ? ExitCode.PARTIAL : together(codes);
    }

    private void tell(SyncLines lines, SyncReport report) {
        if (command.common.json) {
            lines.writeJson(command.json(), report);
        } else {
            lines.print(out, err, report);
        }
        out.flush();
    }

    /** All the same: that. Otherwise something was done and something was not. */
    private static int together(List<Integer> codes) {
        return Set.copyOf(codes).size() == 1
                ? codes.getFirst()
                : codes.contains(ExitCode.DONE) || codes.contains(ExitCode.PARTIAL)
                        ? ExitCode.PARTIAL
                        : codes.stream().max(Integer::compare).orElse(ExitCode.DONE);
    }

    @Override
    public void close() {
        runs.close();
    }
}
