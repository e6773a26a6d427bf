package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.UntrustedCertificateException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Adds a connection: greets the server before it asks for the password, tests the password, and keeps it only when the
 * test passed and invoices can be read. Nothing is stored otherwise.
 */
@Command(name = "add")
final class ConnectionsAddCommand extends LoupeCommand {
    /** Years of four digits; Java would read others, and Odoo would not. */
    private static final int FIRST_YEAR = 1_000;
    private static final int LAST_YEAR = 9_999;

    @Option(names = "--url", paramLabel = "URL")
    String url = "";

    @Option(names = "--database", paramLabel = "NAME")
    String database = "";

    @Option(names = "--username", paramLabel = "USER")
    String username = "";

    @Option(names = "--name", paramLabel = "NAME")
    String name = "";

    @Option(names = "--secret-stdin")
    boolean secretStdin;

    @Option(names = "--trust-fingerprint", paramLabel = "SHA256")
    String fingerprint = "";

    @Option(names = "--since", paramLabel = "YYYY-MM-DD")
    @Nullable
    LocalDate since;

    @Option(names = "--sample")
    boolean sample;

    ConnectionsAddCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws ProblemException {
        if (sample == !(url + username).isEmpty()) {
            throw new UsageException(texts().get("cli.add.either"));
        }
        if (!sample && (url.isEmpty() || username.isEmpty())) {
            throw new UsageException(texts().get("cli.add.needs"));
        }
        if (since != null && (since.getYear() < FIRST_YEAR || since.getYear() > LAST_YEAR)) {
            throw new UsageException(texts().get("cli.misuse.since"));
        }
        CertificatePin pin = pin();
        OdooAddress address = sample ? null : OdooAddress.parse(url);
        try (Services services = open()) {
            Connections connections = services.connections();
            added(address == null ? connections.addSample() : addOdoo(connections, address, pin));
        }
        return ExitCode.DONE;
    }

    private ConnectionProfile addOdoo(Connections connections, OdooAddress address, @Nullable CertificatePin pin)
            throws ProblemException {
        try {
            ServerFacts server = watched(cancel -> connections.probe(address, pin, cancel));
            if (!common.json) {
                err().println(texts().get("cli.add.server", address.host(), server.version(), server.tls(),
                        server.certificate().fingerprint().display()));
            }
            var endpoint = new Endpoint(address, database(server, address), username);
            // nothing is watched while the password is typed: Ctrl+C ends that question itself
            try (Secret secret = secrets().password(secretStdin, username)) {
                if (secret.length() == 0) {
                    throw ProblemException.of(ProblemCode.PASSWORD_EMPTY);
                }
                SignInFacts facts = watched(cancel -> connections.test(endpoint, secret, pin, cancel));
                if (!facts.mayBeStored()) {
                    throw ProblemException.of(ProblemCode.NO_RIGHT, facts.unreadable().getFirst());
                }
                facts.unreadable().forEach(model -> notice(Problem.of(ProblemCode.NO_RIGHT, model)));
                if (facts.apiKeyAdvised() && !common.json) {
                    err().println(texts().get("cli.test.key-advised"));
                }
                return connections.add(endpoint, secret, name, since, pin);
            }
        } catch (UntrustedCertificateException untrusted) {
            if (!common.json) {
                CertificateFacts shown = untrusted.certificate();
                err().println(texts().get("cli.add.certificate", shown.subject(), shown.issuer(),
                        shown.validUntil().toString(), shown.fingerprint().display()));
            }
            throw untrusted;
        }
    }

    private interface Exchange<T> {
        T with(CancelToken cancel) throws ProblemException;
    }

    /** Ctrl+C ends the exchange, not the process in the middle of it. */
    private <T> T watched(Exchange<T> exchange) throws ProblemException {
        var cancel = new CancelToken();
        try (var _ = session().interrupts().watch(cancel::cancel)) {
            return exchange.with(cancel);
        }
    }

    /** As given, or the only one there is, or the one that Odoo Online names after the address. */
    private String database(ServerFacts server, OdooAddress address) throws ProblemException {
        if (!database.isEmpty()) {
            return database;
        }
        List<String> listed = server.databases();
        if (listed.size() == 1) {
            return listed.getFirst();
        }
        if (!address.likelyDatabase().isEmpty()) {
            return address.likelyDatabase();
        }
        if (!listed.isEmpty()) {
            throw new UsageException(texts().get("cli.add.which-database", String.join(", ", listed)));
        }
        throw ProblemException.of(ProblemCode.DATABASE_NEEDED);
    }

    private @Nullable CertificatePin pin() {
        try {
            return fingerprint.isEmpty() ? null : CertificatePin.parse(fingerprint);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(texts().get("cli.add.fingerprint-malformed"));
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
