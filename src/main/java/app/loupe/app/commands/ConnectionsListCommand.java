package app.loupe.app.commands;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RunRecord;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Verification;
import app.loupe.text.DateText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lists the connections and how old each copy is. Needs no network. */
@Command(name = "list")
final class ConnectionsListCommand extends LoupeCommand {
    private static final int MOST_CHARACTERS = 48;
    private static final int INVOICES_COLUMN = 4;

    ConnectionsListCommand(Session session) {
        super(session);
    }

    @Override
    boolean onlyReads() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        if (session().isNew()) {
            none();
            return ExitCode.DONE;
        }
        try {
            list();
        } catch (ProblemException refused) {
            if (refused.problem().code() != ProblemCode.NO_CONNECTION) {
                throw refused;
            }
            none();
        }
        return ExitCode.DONE;
    }

    private void list() throws ProblemException {
        try (Services services = open()) {
            List<ConnectionProfile> profiles = services.connections().list();
            services.warnings().forEach(this::notice);
            if (profiles.isEmpty()) {
                none();
            } else if (common.json) {
                for (ConnectionProfile profile : profiles) {
                    writeJson(services, profile);
                }
            } else {
                print(services, profiles);
            }
        }
    }

    private void none() {
        if (!common.json) {
            say("cli.list.none");
        }
    }

    private void print(Services services, List<ConnectionProfile> profiles) throws ProblemException {
        var dates = new DateText(texts(), ZoneId.systemDefault());
        var table = new TextTable(MOST_CHARACTERS, Set.of(INVOICES_COLUMN), texts().get("cli.list.id"),
                texts().get("cli.list.name"), texts().get("cli.list.address"), texts().get("cli.list.user"),
                texts().get("cli.list.invoices"), texts().get("cli.list.from"), texts().get("cli.list.synced"),
                texts().get("cli.list.verified"),
                texts().get("cli.list.key"),
                texts().get("cli.list.state"));
        Map<ConnectionId, List<Problem>> problems = services.connections().problems();
        Map<ConnectionId, RunRecord> last = services.lastRuns();
        for (ConnectionProfile profile : profiles) {
            Optional<Endpoint> endpoint = services.connections().endpoint(profile.id());
            Instant synced = profile.lastSynced();
            table.row(profile.id().value(), profile.name(), endpoint.map(where -> where.address().url()).orElse("-"),
                    endpoint.map(Endpoint::username).orElse("-"),
                    Long.toString(services.invoices().counts(profile.id()).invoices()), from(profile, dates),
                    synced == null ? texts().get("cli.list.never") : dates.ago(synced, session().clock().instant()),
                    verified(profile, dates), keyExpires(profile, dates),
                    Stream.concat(
                            problems.getOrDefault(profile.id(), List.of()).stream().map(this::state),
                            failure(last.get(profile.id())).map(any -> texts().get("cli.list.state.sync-failed"))
                                    .stream())
                            .collect(Collectors.joining(", ")));
        }
        table.print(out());
    }

    /** The first day of the copy. */
    private String from(ConnectionProfile profile, DateText dates) {
        LocalDate since = profile.keptFrom();
        return since == null ? texts().get("cli.list.from-all") : dates.day(since);
    }

    private static String keyExpires(ConnectionProfile profile, DateText dates) {
        LocalDate day = profile.keyExpires();
        return day == null ? "-" : dates.day(day);
    }

    private String verified(ConnectionProfile profile, DateText dates) {
        Verification known = profile.verification();
        Instant ended = known == null ? null : known.ended();
        return known == null || ended == null
                ? texts().get("cli.list.never")
                : texts().get("cli.list.verified-of", known.found().verified(), known.found().invoices(),
                        dates.moment(ended));
    }

    /** Why the last sync failed; empty when it did not. */
    private static Optional<Problem> failure(@Nullable RunRecord last) {
        return last != null && last.report() instanceof SyncReport.Failed failed
                ? Optional.of(failed.problem())
                : Optional.empty();
    }

    private String state(Problem problem) {
        return texts().get("cli.list.state." + problem.code().key());
    }

    private void writeJson(Services services, ConnectionProfile profile) throws ProblemException {
        Optional<Endpoint> endpoint = services.connections().endpoint(profile.id());
        long invoices = services.invoices().counts(profile.id()).invoices();
        List<Problem> problems = services.connections().problems().getOrDefault(profile.id(), List.of());
        Optional<Problem> failed = failure(services.lastRuns().get(profile.id()));
        json().object(line -> {
            JsonLines.text(line, "id", profile.id());
            JsonLines.text(line, "name", profile.name());
            JsonLines.text(line, "kind", profile.kind().name().toLowerCase(Locale.ROOT));
            JsonLines.text(line, "url", endpoint.map(where -> where.address().url()).orElse(""));
            JsonLines.text(line, "database", endpoint.map(Endpoint::database).orElse(""));
            JsonLines.text(line, "username", endpoint.map(Endpoint::username).orElse(""));
            JsonLines.text(line, "since", profile.since());
            JsonLines.text(line, "kept_from", profile.keptFrom());
            JsonLines.text(line, "key_expires", profile.keyExpires());
            JsonLines.text(line, "server_version", profile.serverVersion());
            JsonLines.text(line, "last_synced", profile.lastSynced());
            line.writeNumberProperty("invoices", invoices);
            Verification known = profile.verification();
            if (known != null && known.ended() != null) {
                JsonLines.text(line, "last_verified", known.ended());
                JsonLines.verified(line, known.found());
            }
            failed.ifPresent(problem -> JsonLines.text(line, "sync_problem", problem.code().key()));
            if (!problems.isEmpty()) {
                line.writeArrayPropertyStart("problems");
                problems.forEach(problem -> line.writeString(problem.code().key()));
                line.writeEndArray();
            }
        });
    }
}
