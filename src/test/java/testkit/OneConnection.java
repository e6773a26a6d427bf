package testkit;

import app.loupe.domain.DeletionProgress;
import app.loupe.domain.Problem;
import java.util.Map;
import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.ServerFacts;
import app.loupe.domain.SignInFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection whose address is known; everything that would need a server is refused. */
public final class OneConnection implements Connections {
    private final String address;

    /** Behind this address; empty for the sample company, which has none. */
    public OneConnection(String address) {
        this.address = address;
    }

    @Override
    public List<ConnectionProfile> list() {
        return List.of(FakeInvoices.profile());
    }

    @Override
    public Map<ConnectionId, List<Problem>> problems() {
        return Map.of();
    }

    @Override
    public Optional<Endpoint> endpoint(ConnectionId id) throws ProblemException {
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(new Endpoint(OdooAddress.parse(address), "acme", "owner"));
    }

    @Override
    public ServerFacts probe(OdooAddress odoo, @Nullable CertificatePin pin, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignInFacts test(Endpoint endpoint, Secret secret, @Nullable CertificatePin pin, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignInFacts test(ConnectionId id, @Nullable CertificatePin pin, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionProfile add(ConnectionDetails details, Secret secret, @Nullable LocalDate since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionProfile edit(ConnectionId id, ConnectionDetails details, @Nullable LocalDate since,
            @Nullable Secret secret, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionProfile addSample() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void noteDeletion(ConnectionId id, Notes notes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deletion delete(ConnectionId id, Notes notes, DeletionProgress progress) {
        throw new UnsupportedOperationException();
    }
}
