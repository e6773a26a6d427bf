package app.loupe.app;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.CredentialVault;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.OdooGateway;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.RequestLog;
import app.loupe.domain.SourceOpener;
import app.loupe.domain.StoredConnection;
import app.loupe.domain.VaultRepository;

/**
 * Decides where a connection's invoices come from: its Odoo, with the password lent call by call, or
 * the sample company.
 */
final class ConnectionSources implements SourceOpener {
    private final ProfileRepository profiles;
    private final VaultRepository rows;
    private final CredentialVault vault;
    private final OdooGateway gateway;
    private final SourceOpener sample;

    ConnectionSources(ProfileRepository profiles, VaultRepository rows, CredentialVault vault, OdooGateway gateway,
            SourceOpener sample) {
        this.profiles = profiles;
        this.rows = rows;
        this.vault = vault;
        this.gateway = gateway;
        this.sample = sample;
    }

    @Override
    public InvoiceSource open(ConnectionId id, RequestLog log, CancelToken cancel) throws ProblemException {
        ConnectionProfile profile = profiles.profile(id).orElseThrow(() -> unknown(id));
        return switch (profile.kind()) {
            case SAMPLE -> sample.open(id, log, cancel);
            case ODOO -> {
                StoredConnection row = rows.find(id).orElse(null);
                if (row == null) {
                    throw new ProblemException(passwordLost(profile, vault));
                }
                yield gateway.open(row.endpoint(), profile.pin(), vault.access(id, row.endpoint()), log, cancel);
            }
        };
    }

    /** What to tell of an Odoo connection that has a profile and no row. */
    static Problem passwordLost(ConnectionProfile profile, CredentialVault vault) throws ProblemException {
        ProblemCode code = vault.endpoint(profile.id()).isPresent()
                ? ProblemCode.PASSWORD_LOST
                : ProblemCode.ADDRESS_LOST;
        return Problem.of(code, profile.name(), profile.id().value());
    }

    private static ProblemException unknown(ConnectionId id) {
        return ProblemException.of(ProblemCode.CONNECTION_UNKNOWN, id.value());
    }
}
