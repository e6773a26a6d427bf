package app.loupe.ui.connect;

import app.loupe.domain.Blocking;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificateFacts;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionNames;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SignInFacts;
import app.loupe.domain.UntrustedCertificateException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as it is tested and stored. A stored connection whose secret was not typed again is tested with the one
 * that it has. The secret stays the caller's.
 *
 * @param named whether the owner gave the name; another one makes way for a name that is there already
 * @param since the first day whose invoices are synced; null for all
 * @param edited the stored connection that is changed; null for a new one
 */
record ConnectOrder(ConnectionDetails details, boolean named, @Nullable LocalDate since,
        ConnectForm.@Nullable Edited edited) {
    /** What became of it. */
    sealed interface Outcome {
        /** The test came to an end; whether it may be stored is another question. */
        record Passed(SignInFacts facts) implements Outcome {}

        /** Stored; whether nothing of it was changed that a sync would use. */
        record Stored(ConnectionProfile profile, boolean usedAsBefore) implements Outcome {}

        /** The owner has to look at the certificate first. */
        record Undecided(CertificateFacts certificate, Problem problem) implements Outcome {}
    }

    /** Whether only the name or the last day of the key can be another. */
    boolean isUsedAsBefore(Secret secret) {
        return needsNoTest(secret) && edited != null && Objects.equals(since, edited.profile().since());
    }

    /** Whether a run would sign in as before, so that there is nothing to ask the server. */
    boolean needsNoTest(Secret secret) {
        return secret.length() == 0 && edited != null && details.endpoint().equals(edited.endpoint())
                && Objects.equals(details.pin(), edited.profile().pin());
    }

    /** Refuses a name that another connection has, before anything is asked or sent. */
    @Blocking
    void demandName(Connections connections) throws ProblemException {
        if (named) {
            ConnectionNames.demandFree(connections.list(), own(), details.name());
        }
    }

    private @Nullable ConnectionId own() {
        return edited == null ? null : edited.profile().id();
    }

    @Blocking
    private ConnectionDetails settled(Connections connections) throws ProblemException {
        if (named) {
            return details;
        }
        List<String> taken = connections.list().stream().filter(profile -> !profile.id().equals(own()))
                .map(ConnectionProfile::name).toList();
        return new ConnectionDetails(details.endpoint(), ConnectionNames.free(details.name(), taken), details.pin(),
                details.keyExpires());
    }

    @Blocking
    Outcome test(Connections connections, Secret secret, CancelToken token) throws ProblemException {
        try {
            return new Outcome.Passed(edited != null && secret.length() == 0
                    ? connections.test(edited.profile().id(), details.pin(), token)
                    : connections.test(details.endpoint(), secret, details.pin(), token));
        } catch (UntrustedCertificateException e) {
            return new Outcome.Undecided(e.certificate(), e.problem());
        }
    }

    @Blocking
    Outcome.Stored store(Connections connections, Secret secret, CancelToken token) throws ProblemException {
        token.check();
        ConnectionProfile profile = edited == null
                ? connections.add(settled(connections), secret, since)
                : connections.edit(edited.profile().id(), settled(connections), since,
                        secret.length() == 0 ? null : secret, token);
        return new Outcome.Stored(profile, isUsedAsBefore(secret));
    }
}
