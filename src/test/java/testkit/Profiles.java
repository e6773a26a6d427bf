package testkit;

import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Profiles that differ from another in what a store changes of them. */
public final class Profiles {
    private Profiles() {}

    /** Of an Odoo connection that never synced. */
    public static ConnectionProfile of(ConnectionId id) {
        return new ConnectionProfile(id, ConnectionProfile.Kind.ODOO, "Books " + id.value(), null, null, "", null);
    }

    /** The same profile after a complete run. */
    public static ConnectionProfile synced(ConnectionProfile profile, Instant when, String version) {
        return new ConnectionProfile(profile.id(), profile.kind(), profile.name(), profile.since(), profile.pin(),
                version, when).verified(profile.verification());
    }

    /** The same profile with another trusted certificate. */
    public static ConnectionProfile pinned(ConnectionProfile profile, @Nullable CertificatePin pin) {
        return new ConnectionProfile(profile.id(), profile.kind(), profile.name(), profile.since(), pin,
                profile.serverVersion(), profile.lastSynced());
    }
}
