package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections that can be looked at; whatever changes one or needs its password is {@link ProblemCode#ALREADY_OPEN}. */
final class LentConnections implements Connections {
    private final Connections owned;

    LentConnections(Connections owned) {
        this.owned = owned;
    }

    @Override
    public List<ConnectionProfile> list() throws ProblemException {
        return owned.list();
    }

    @Override
    public Map<ConnectionId, List<Problem>> problems() throws ProblemException {
        return owned.problems();
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException {
        return owned.endpoint(id);
    }

    @Override
    public ServerFacts probe(OdooAddress address, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        throw refused();
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        throw refused();
    }

    @Override
    public SignInFacts test(ConnectionId id, @Nullable CertificatePin pin, CancelToken cancel)
            throws ProblemException {
        throw refused();
    }

    @Override
    public ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since)
            throws ProblemException {
        throw refused();
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) throws ProblemException {
        throw refused();
    }

    @Override
    public ConnectionProfile addSample() throws ProblemException {
        throw refused();
    }

    @Override
    public void noteDeletion(ConnectionId id, Notes notes) throws ProblemException {
        throw refused();
    }

    @Override
    public Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) throws ProblemException {
        throw refused();
    }

    private static ProblemException refused() {
        return ProblemException.of(ProblemCode.ALREADY_OPEN);
    }
}
