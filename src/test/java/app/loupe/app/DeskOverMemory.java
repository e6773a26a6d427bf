package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.CertificatePin;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import testkit.Profiles;

/** A desk over stores in memory, and short ways to use it. */
abstract class DeskOverMemory {
    protected static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    protected final MemoryStores stores = new MemoryStores();
    protected final ConnectionDesk desk = desk(stores);

    protected static ConnectionDesk desk(MemoryStores stores) {
        return new ConnectionDesk(stores.ports(), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(), "Sample",
                false);
    }

    protected static Endpoint endpoint(String host) throws ProblemException {
        return new Endpoint(OdooAddress.parse(host), "acme", "ann");
    }

    protected static ConnectionProfile add(ConnectionDesk desk, String host) throws ProblemException {
        try (Secret secret = Secret.ofChars("pass")) {
            ConnectionProfile profile = desk.add(new ConnectionDetails(endpoint(host), "", null, null), secret,
                    LocalDate.of(2025, 1, 1));
            assertThat(secret.length()).isEqualTo(4);
            assertThat(secret.bytes()).isEqualTo(new byte[] {'p', 'a', 's', 's'});
            return profile;
        }
    }

    protected ConnectionProfile edit(ConnectionProfile profile, String host, Secret secret,
            @Nullable CertificatePin pin)
            throws ProblemException {
        var details = new ConnectionDetails(endpoint(host), profile.name(), pin, null);
        return desk.edit(profile.id(), details, profile.since(), secret, new CancelToken());
    }

    protected static void synced(MemoryStores stores, ConnectionProfile profile, int invoices) {
        stores.profiles.put(profile.id(), Profiles.synced(profile, NOW, "19.0"));
        stores.invoices.put(profile.id(), invoices);
    }
}
