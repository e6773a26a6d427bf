package app.loupe.app.commands;

import app.loupe.domain.EnumKey;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityChecks;
import app.loupe.text.OneLine;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Checks every promise on this computer now and says what it found, with the technical lines below; on demand changes the
 * master key before.
 */
@Command(name = "security")
final class SecurityCommand extends LoupeCommand {
    @Option(names = "--change-key")
    boolean changeKey;

    SecurityCommand(Session session) {
        super(session);
    }

    @Override
    boolean onlyReads() {
        return !changeKey;
    }

    @Override
    boolean keeps() {
        return changeKey;
    }

    @Override
    public Integer call() throws ProblemException {
        if (changeKey) {
            return changed();
        }
        if (session().isFree()) {
            return tell(new ChecksBeforeConnection(session()));
        }
        try (Services services = open()) {
            noticeOnce(services);
            return tell(services.checks());
        } catch (ProblemException refused) {
            if (refused.problem().code() != ProblemCode.NO_CONNECTION) {
                throw refused;
            }
            // begun, but without a connection: its vault has no passphrase yet
            return tell(new ChecksBeforeConnection(session()));
        }
    }

    private int changed() throws ProblemException {
        try (Services services = open()) {
            noticeOnce(services);
            Optional<Problem> waits = services.changeKey();
            waits.ifPresent(this::notice);
            if (common.json) {
                json().object(line -> line.writeBooleanProperty("key_changed", waits.isEmpty()));
            } else if (waits.isEmpty()) {
                say("security.key.changed");
            }
            int code = tell(services.checks());
            return waits.isPresent() ? ExitCode.VAULT : code;
        }
    }

    private int tell(SecurityChecks all) throws ProblemException {
        List<SecurityCheck> checks = all.run();
        for (SecurityCheck check : checks) {
            if (common.json) {
                writeJson(check);
            } else {
                print(check);
            }
        }
        boolean broken = checks.stream().anyMatch(check -> check.outcome() == Outcome.FAIL);
        return broken ? ExitCode.VAULT : ExitCode.DONE;
    }

    private void print(SecurityCheck check) {
        String mark = switch (check.outcome()) {
            case PASS -> "✓";
            case NOT_YET -> "–";
            case NOTICE -> "!";
            case FAIL -> "✗";
        };
        String key = "security." + EnumKey.of(check.promise());
        out().println(mark + " " + texts().get(key + ".title"));
        out().println("  " + texts().get(key + "." + EnumKey.of(check.outcome()), check.parameters().toArray()));
        check.detail().forEach(line -> out().println("    " + OneLine.of(line)));
    }

    private void writeJson(SecurityCheck check) {
        json().object(line -> {
            JsonLines.text(line, "promise", EnumKey.of(check.promise()));
            JsonLines.text(line, "outcome", EnumKey.of(check.outcome()));
            line.writeArrayPropertyStart("parameters");
            check.parameters().forEach(line::writeString);
            line.writeEndArray();
            line.writeArrayPropertyStart("detail");
            check.detail().forEach(line::writeString);
            line.writeEndArray();
        });
    }
}
