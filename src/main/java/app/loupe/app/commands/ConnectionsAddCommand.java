package app.loupe.app.commands;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Adds a connection: greets the server before it asks for the password, tests the password, and keeps it only when the
 * test passed and invoices can be read. Nothing is stored otherwise.
 */
@Command(name = "add")
final class ConnectionsAddCommand extends LoupeCommand {
    @Mixin
    final ConnectionOptions typed = new ConnectionOptions();

    @Option(names = "--since", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate since;

    @Option(names = "--sample")
    boolean sample;

    ConnectionsAddCommand(Session session) {
        super(session);
    }

    @Override
    boolean begins() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        if (sample == (!(typed.url + typed.username).isEmpty() || (sample && saysMore()))) {
            throw new UsageException(texts().get("cli.add.either"));
        }
        if (!sample && (typed.url.isEmpty() || typed.username.isEmpty())) {
            throw new UsageException(texts().get("cli.add.needs"));
        }
        if (since != null) {
            DayRange.demand(since, "--since", texts());
        }
        LocalDate expires = typed.lastDay(texts(), LocalDate.now(session().clock()));
        CertificatePin pin = typed.pin(texts());
        OdooAddress address = typed.address();
        try (Services services = open()) {
            Connections connections = services.connections();
            added(address == null ? connections.addSample() : addOdoo(connections, address, pin, expires));
        }
        return ExitCode.DONE;
    }

    /** Whether something is said that the sample company has no use for. */
    private boolean saysMore() {
        return typed.goesElsewhere() || typed.secretStdin || since != null
                || !(typed.name + typed.keyExpires).isEmpty();
    }

    private ConnectionProfile addOdoo(Connections connections, OdooAddress address, @Nullable CertificatePin pin,
            @Nullable LocalDate expires) throws ProblemException {
        ConnectionNames.demandFree(connections.list(), null, typed.name);
        var server = new ServerDialogue(this, connections);
        ServerFacts greeted = server.greet(address, pin);
        var endpoint = new Endpoint(address, server.database(typed.database, greeted, address), typed.username);
        try (Secret secret = server.password(typed.secretStdin, typed.username)) {
            server.demandGood(cancel -> connections.test(endpoint, secret, pin, cancel));
            return connections.add(new ConnectionDetails(endpoint, typed.name, pin, expires), secret, since);
        }
    }

    private void added(ConnectionProfile profile) {
        if (common.json) {
            json().object(line -> {
                JsonLines.text(line, "id", profile.id());
                JsonLines.text(line, "name", profile.name());
            });
        } else {
            say("cli.add.done", profile.name(), profile.id().value());
        }
    }
}
