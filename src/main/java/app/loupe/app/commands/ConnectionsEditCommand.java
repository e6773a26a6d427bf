package app.loupe.app.commands;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Changes a connection and keeps its copy. Address, database and user take the password with them, because it is sealed for
 * them; everything that is to be used is tested first, and a name or a date needs no network. Without any change it
 * takes the password again. The last day of a key goes with the key it was noted for. The first day of what is kept only
 * moves back. Nobody is asked whether it is the right one that gets a password, so it has to be named whole.
 */
@Command(name = "edit")
final class ConnectionsEditCommand extends LoupeCommand {
    private static final String ALL = "all";

    @Parameters(paramLabel = "ID", descriptionKey = "argument.id.whole")
    String id = "";

    @Mixin
    final ConnectionOptions typed = new ConnectionOptions();

    @Option(names = "--since", paramLabel = "YYYY-MM-DD|all")
    String since = "";

    ConnectionsEditCommand(Session session) {
        super(session);
    }

    @Override
    boolean keeps() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        OdooAddress address = typed.address();
        CertificatePin pin = typed.pin(texts());
        LocalDate expires = typed.lastDay(texts(), LocalDate.now(session().clock()));
        LocalDate from = firstDay();
        boolean dayStays = typed.keyExpires.isEmpty();
        try (Services services = open()) {
            noticeOnce(services);
            ConnectionProfile profile = choice(services).whole(id);
            if (profile.kind() == ConnectionProfile.Kind.SAMPLE) {
                throw new UsageException(texts().get("cli.edit.sample"));
            }
            Connections connections = services.connections();
            ConnectionNames.demandFree(connections.list(), profile.id(), typed.name);
            Endpoint before = connections.endpoint(profile.id()).orElse(null);
            Endpoint endpoint = endpoint(before, address);
            boolean stays = before != null && before.address().equals(endpoint.address());
            boolean newSecret = needsPassword(connections, profile.id(), before, endpoint);
            LocalDate first = since.isEmpty() ? profile.since() : from;
            if (profile.keepsMoreThanFrom(first)) {
                // before a password is asked for
                throw ProblemException.of(ProblemCode.KEEPS_MORE, profile.name(), profile.id().value());
            }
            var details = new ConnectionDetails(endpoint, typed.name, pin == null && stays ? profile.pin() : pin,
                    dayStays && !newSecret ? profile.keyExpires() : expires);
            edited(newSecret
                    ? withPassword(connections, profile, details, first)
                    : withoutPassword(connections, profile, details, first));
            if (!Objects.equals(first, profile.since()) && !common.json) {
                say("cli.edit.widened", profile.id().value());
            }
            if (newSecret && dayStays && profile.keyExpires() != null && !common.json) {
                say("cli.edit.day-dropped", profile.id().value());
            }
        }
        return ExitCode.DONE;
    }

    /** The first day whose documents are kept; null for all, and when nothing is said of it. */
    private @Nullable LocalDate firstDay() {
        if (since.isEmpty() || since.equals(ALL)) {
            return null;
        }
        LocalDate first = DayOption.read(since, LocalDate.now(session().clock()))
                .orElseThrow(() -> new UsageException(texts().get("cli.misuse.since")));
        return DayRange.demand(first, "--since", texts());
    }

    /** The one that was, with what was typed in its place. */
    private Endpoint endpoint(@Nullable Endpoint before, @Nullable OdooAddress address) {
        if (before == null && (address == null || typed.database.isEmpty() || typed.username.isEmpty())) {
            throw new UsageException(texts().get("cli.edit.address-lost"));
        }
        return new Endpoint(address == null ? Objects.requireNonNull(before).address() : address,
                typed.database.isEmpty() ? Objects.requireNonNull(before).database() : typed.database,
                typed.username.isEmpty() ? Objects.requireNonNull(before).username() : typed.username);
    }

    private boolean needsPassword(Connections connections, ConnectionId connection, @Nullable Endpoint before,
            Endpoint endpoint) throws ProblemException {
        List<Problem> problems = Optional.ofNullable(connections.problems().get(connection)).orElse(List.of());
        boolean lost = problems.stream().anyMatch(problem -> problem.code() == ProblemCode.PASSWORD_LOST);
        boolean nothingElse = !typed.goesElsewhere() && (typed.name + typed.keyExpires + since).isEmpty();
        return typed.secretStdin || nothingElse || !endpoint.equals(before) || (lost && typed.goesElsewhere());
    }

    private ConnectionProfile withPassword(Connections connections, ConnectionProfile profile,
            ConnectionDetails details, @Nullable LocalDate first) throws ProblemException {
        Endpoint endpoint = details.endpoint();
        var server = new ServerDialogue(this, connections, typed.pin(texts()) != null);
        server.greet(endpoint.address(), details.pin());
        remark(texts().get("cli.edit.server", profile.name(), endpoint.address().url(), endpoint.database()));
        try (Secret secret = server.password(typed.secretStdin, endpoint.username())) {
            server.demandGood(cancel -> connections.test(endpoint, secret, details.pin(), cancel));
            return server.watched(cancel -> connections.edit(profile.id(), details, first, secret, cancel));
        }
    }

    private ConnectionProfile withoutPassword(Connections connections, ConnectionProfile profile,
            ConnectionDetails details, @Nullable LocalDate first) throws ProblemException {
        var server = new ServerDialogue(this, connections, typed.pin(texts()) != null);
        if (!Objects.equals(details.pin(), profile.pin())) {
            server.demandGood(cancel -> connections.test(profile.id(), details.pin(), cancel));
        }
        return server.watched(cancel -> connections.edit(profile.id(), details, first, null, cancel));
    }

    private void edited(ConnectionProfile profile) {
        if (common.json) {
            json().object(line -> {
                JsonLines.text(line, "id", profile.id());
                JsonLines.text(line, "name", profile.name());
                JsonLines.text(line, "since", profile.since());
                JsonLines.text(line, "kept_from", profile.keptFrom());
                JsonLines.text(line, "key_expires", profile.keyExpires());
            });
        } else {
            say("cli.edit.done", profile.name());
        }
    }
}
