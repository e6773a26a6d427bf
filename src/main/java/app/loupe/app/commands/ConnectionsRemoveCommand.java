package app.loupe.app.commands;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Deletion;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.ProblemException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes password, row and invoices of a connection at once; asks first, unless told that the answer is yes. */
@Command(name = "remove")
final class ConnectionsRemoveCommand extends LoupeCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "argument.id")
    String id = "";

    @Option(names = "--yes")
    boolean yes;

    @Option(names = "--keep-notes")
    boolean keepNotes;

    ConnectionsRemoveCommand(Session session) {
        super(session);
    }

    @Override
    boolean keeps() {
        return true;
    }

    @Override
    public Integer call() throws ProblemException {
        try (Services services = open()) {
            noticeOnce(services);
            ConnectionProfile profile = yes ? choice(services).whole(id) : choice(services).one(id);
            if (!yes && (common.json || !session().terminal().interactive())) {
                throw new UsageException(texts().get("cli.remove.needs-yes"));
            }
            if (!yes && !confirmed(profile, services.invoices().counts(profile.id()).invoices())) {
                say("cli.remove.kept", profile.name());
                return ExitCode.PARTIAL;
            }
            Deletion deletion = deleted(services, profile);
            deletion.notice().ifPresent(this::notice);
            if (common.json) {
                json().object(line -> {
                    JsonLines.text(line, "id", profile.id());
                    line.writeNumberProperty("invoices", deletion.invoices());
                    line.writeBooleanProperty("key_retired", deletion.notice().isEmpty());
                });
            } else {
                say("cli.remove.done" + kind(profile), profile.name(), deletion.invoices());
            }
        }
        return ExitCode.DONE;
    }

    private Deletion deleted(Services services, ConnectionProfile profile) throws ProblemException {
        try (var bar = new ProgressBar(this)) {
            return services.connections().delete(profile.id(), keepNotes ? Notes.STAY : Notes.GO,
                    (done, of) -> bar.deleting(profile.name(), done, of));
        }
    }

    private static String kind(ConnectionProfile profile) {
        return profile.kind() == ConnectionProfile.Kind.SAMPLE ? ".sample" : "";
    }

    private boolean confirmed(ConnectionProfile profile, long invoices) {
        String answer = session().terminal()
                .readLine(texts().get("cli.remove.ask" + kind(profile), profile.name(), invoices, keepNotes ? 1 : 0))
                .orElse("");
        return answer.strip().toLowerCase(Locale.ROOT).equals(texts().get("cli.remove.yes"));
    }
}
