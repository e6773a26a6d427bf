package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SignInFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs in with the stored password and looks whether everything that is needed may be read. */
@Command(name = "test")
final class ConnectionsTestCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "argument.id")
    String id = "";

    ConnectionsTestCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws ProblemException {
        var cancel = new CancelToken();
        try (Services services = open(); var _ = session().interrupts().watch(cancel::cancel)) {
            noticeOnce(services);
            ConnectionProfile profile = choice(services).one(id);
            if (profile.kind() == ConnectionProfile.Kind.SAMPLE) {
                throw new UsageException(texts().get("cli.test.sample"));
            }
            SignInFacts facts = services.connections().test(profile.id(), profile.pin(), cancel);
            report(profile, facts);
            return facts.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.SERVER;
        }
    }

    private void report(ConnectionProfile profile, SignInFacts facts) {
        if (common.json) {
            json().object(line -> {
                JsonLines.text(line, "id", profile.id());
                JsonLines.text(line, "server_version", facts.server().version());
                JsonLines.text(line, "transport", facts.transport());
                JsonLines.text(line, "tls", facts.server().tls());
                JsonLines.text(line, "fingerprint", facts.server().certificate().fingerprint().sha256());
                line.writeBooleanProperty("api_key_advised", facts.apiKeyAdvised());
                line.writeArrayPropertyStart("unreadable");
                facts.unreadable().forEach(kind -> line.writeString(kind.model()));
                line.writeEndArray();
            });
            return;
        }
        if (facts.unreadable().isEmpty()) {
            say("cli.test.good", profile.name(), facts.server().version(), facts.transport(), facts.server().tls());
        }
        facts.unreadable().forEach(kind -> notice(Problem.of(ProblemCode.NO_RIGHT, kind.model())));
        if (facts.apiKeyAdvised()) {
            remark(texts().get("cli.test.key-advised"));
        }
    }
}
