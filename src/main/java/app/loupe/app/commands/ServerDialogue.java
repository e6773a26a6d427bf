package app.loupe.app.commands;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.ServerTests;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.UntrustedCertificateException;
import app.loupe.text.DateText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command that stores a password says to a server and tells of it: a greeting before the password is asked for,
 * then the test that decides whether it is stored.
 */
final class ServerDialogue {
    private final LoupeCommand command;
    private final ServerTests servers;
    private final boolean fingerprintGiven;

    /**
     * In the name of this command.
     *
     * @param fingerprintGiven whether the one that is trusted stands on this command line, and was not stored before
     */
    ServerDialogue(LoupeCommand command, ServerTests servers, boolean fingerprintGiven) {
        this.command = command;
        this.fingerprintGiven = fingerprintGiven;
        this.servers = servers;
    }

    /** Something that Ctrl+C ends. */
    interface Exchange<T> {
        /** Does it. */
        T with(CancelToken cancel) throws ProblemException;
    }

    /** Greets the server and says which one it is. */
    ServerFacts greet(OdooAddress address, @Nullable CertificatePin pin) throws ProblemException {
        ServerFacts server = shown(cancel -> servers.probe(address, pin, cancel));
        tell("cli.add.server", address.host(), server.version(), server.tls(),
                server.certificate().fingerprint().display());
        return server;
    }

    /** The database as given, or the only one there is, or the one that Odoo Online names after the address. */
    String database(String given, ServerFacts server, OdooAddress address) throws ProblemException {
        if (!given.isEmpty()) {
            return given;
        }
        List<String> listed = server.databases();
        if (listed.size() == 1) {
            return listed.getFirst();
        }
        if (!address.likelyDatabase().isEmpty()) {
            return address.likelyDatabase();
        }
        if (!listed.isEmpty()) {
            throw new UsageException(command.texts().get("cli.add.which-database", String.join(", ", listed)));
        }
        throw ProblemException.of(ProblemCode.DATABASE_NEEDED);
    }

    /** Asks for the password; the caller closes it. Nothing is watched meanwhile: Ctrl+C ends that question itself. */
    Secret password(boolean fromStdin, String username) throws ProblemException {
        Secret secret = command.secrets().password(fromStdin, username);
        if (secret.length() == 0) {
            secret.close();
            throw ProblemException.of(ProblemCode.PASSWORD_EMPTY);
        }
        return secret;
    }

    /** Does the test, tells what it found, and refuses what may not be stored. */
    void demandGood(Exchange<SignInFacts> test) throws ProblemException {
        SignInFacts facts = shown(test);
        if (!facts.mayBeStored()) {
            throw ProblemException.of(ProblemCode.NO_RIGHT, facts.unreadable().iterator().next().model());
        }
        facts.unreadable().forEach(kind -> command.notice(Problem.of(ProblemCode.NO_RIGHT, kind.model())));
        if (facts.apiKeyAdvised()) {
            tell("cli.test.key-advised");
        }
    }

    /** Ctrl+C ends the exchange, not the process in the middle of it. */
    <T> T watched(Exchange<T> exchange) throws ProblemException {
        var cancel = new CancelToken();
        try (var _ = command.session().interrupts().watch(cancel::cancel)) {
            return exchange.with(cancel);
        }
    }

    /** A certificate that somebody has to decide about is shown before the command ends. */
    private <T> T shown(Exchange<T> exchange) throws ProblemException {
        try {
            return watched(exchange);
        } catch (UntrustedCertificateException untrusted) {
            CertificateFacts facts = untrusted.certificate();
            tell("cli.add.certificate", facts.subject(), facts.issuer(), day(facts.validUntil()),
                    facts.fingerprint().display());
            throw asGiven(untrusted);
        } catch (ProblemException refused) {
            throw asGiven(refused);
        }
    }

    private String day(Instant moment) {
        ZoneId zone = command.session().clock().getZone();
        return new DateText(command.texts(), zone).day(moment.atZone(zone).toLocalDate());
    }

    /** Who has given a fingerprint just now trusted nothing before, and nothing was renewed. */
    private ProblemException asGiven(ProblemException refused) {
        Problem problem = refused.problem();
        return fingerprintGiven && problem.code() == ProblemCode.CERTIFICATE_CHANGED
                ? new ProblemException(new Problem(ProblemCode.FINGERPRINT_DIFFERS, problem.parameters()), refused)
                : refused;
    }

    private void tell(String key, Object... arguments) {
        command.remark(command.texts().get(key, arguments));
    }
}
