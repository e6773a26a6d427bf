package app.loupe.app.commands;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.HalfOpen;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.ServerTests;
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
    boolean keeps() {
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
        if (session().isFree()) {
            begin(address, pin, expires);
            return ExitCode.DONE;
        }
        try (Services services = open()) {
            noticeOnce(services);
            Connections connections = services.connections();
            if (address == null) {
                added(connections.addSample());
                return ExitCode.DONE;
            }
            ConnectionNames.demandFree(connections.list(), null, typed.name);
            try (Good good = good(connections, address, pin)) {
                added(connections.add(details(good, pin, expires), good.secret(), since));
            }
        }
        return ExitCode.DONE;
    }

    /** Where nothing is, nothing is made until the server has said that there will be something to keep. */
    private void begin(@Nullable OdooAddress address, @Nullable CertificatePin pin, @Nullable LocalDate expires)
            throws ProblemException {
        try (ChosenPassphrase chosen = session().choose(secrets())) {
            if (address == null) {
                try (Services services = session().begin(chosen)) {
                    added(services.connections().addSample());
                }
                return;
            }
            try (Servers servers = session().servers();
                    Good good = good(servers, address, pin);
                    Services services = session().begin(chosen)) {
                added(services.connections().add(details(good, pin, expires), good.secret(), since));
            } catch (ProblemException refused) {
                if (chosen.isChosen() && session().isFree()) {
                    // whoever has just written a phrase down need not keep it
                    remark(texts().get("cli.add.not-set"));
                }
                throw refused;
            }
        }
    }

    /** Whether something is said that the sample company has no use for. */
    private boolean saysMore() {
        return typed.goesElsewhere() || typed.secretStdin || since != null
                || !(typed.name + typed.keyExpires).isEmpty();
    }

    /** What passed the test, to be closed. */
    private record Good(Endpoint endpoint, Secret secret) implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    private Good good(ServerTests servers, OdooAddress address, @Nullable CertificatePin pin) throws ProblemException {
        var server = new ServerDialogue(this, servers, pin != null);
        ServerFacts greeted = server.greet(address, pin);
        var endpoint = new Endpoint(address, server.database(typed.database, greeted, address), typed.username);
        var good = new Good(endpoint, server.password(typed.secretStdin, typed.username));
        try (var half = HalfOpen.closedBy(good::close)) {
            server.demandGood(cancel -> servers.test(endpoint, good.secret(), pin, cancel));
            return half.whole(good);
        }
    }

    private ConnectionDetails details(Good good, @Nullable CertificatePin pin, @Nullable LocalDate expires) {
        return new ConnectionDetails(good.endpoint(), typed.name, pin, expires);
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
