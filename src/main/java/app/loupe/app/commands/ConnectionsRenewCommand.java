package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SignInFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Takes the password of a connection again, tests it, and keeps it only when the test passed: for a password that was
 * lost with a damaged file, or changed in Odoo. Address, name, trusted certificate and invoices stay.
 */
@Command(name = "renew")
final class ConnectionsRenewCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "argument.id")
    String id = "";

    @Option(names = "--secret-stdin")
    boolean secretStdin;

    ConnectionsRenewCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws ProblemException {
        try (Services services = open()) {
            ConnectionProfile profile = choice(services).one(id);
            if (profile.kind() == ConnectionProfile.Kind.SAMPLE) {
                throw new UsageException(texts().get("cli.test.sample"));
            }
            Endpoint endpoint = services.connections().endpoint(profile.id()).orElseThrow(
                    () -> new UsageException(texts().get("cli.renew.address-lost", profile.id().value())));
            if (!common.json) {
                err().println(texts().get("cli.renew.server", profile.name(), endpoint.address().url(),
                        endpoint.database()));
            }
            renew(services, profile, endpoint);
        }
        if (!common.json) {
            say("cli.renew.done", id);
        }
        return ExitCode.DONE;
    }

    private void renew(Services services, ConnectionProfile profile, Endpoint endpoint) throws ProblemException {
        CertificatePin pin = profile.pin();
        try (Secret secret = secrets().password(secretStdin, endpoint.username())) {
            if (secret.length() == 0) {
                throw ProblemException.of(ProblemCode.PASSWORD_EMPTY);
            }
            SignInFacts facts = tested(services, endpoint, secret, pin);
            if (!facts.mayBeStored()) {
                throw ProblemException.of(ProblemCode.NO_RIGHT, facts.unreadable().getFirst());
            }
            facts.unreadable().forEach(model -> notice(Problem.of(ProblemCode.NO_RIGHT, model)));
            ConnectionProfile renewed = services.connections().renew(profile.id(), secret, pin);
            if (common.json) {
                json().object(line -> {
                    JsonLines.text(line, "id", renewed.id());
                    JsonLines.text(line, "name", renewed.name());
                });
            }
        }
    }

    private SignInFacts tested(Services services, Endpoint endpoint, Secret secret, @Nullable CertificatePin pin)
            throws ProblemException {
        var cancel = new CancelToken();
        try (var _ = session().interrupts().watch(cancel::cancel)) {
            return services.connections().test(endpoint, secret, pin, cancel);
        }
    }
}
