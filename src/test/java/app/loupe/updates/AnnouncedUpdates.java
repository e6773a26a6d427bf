package app.loupe.updates;

import app.loupe.domain.UpdateCheck;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import testkit.AnnouncingServer;
import testkit.AnnouncingServer.Answer;
import testkit.TestCertificates;
import testkit.TestCertificates.Identity;

/** The look for updates of a program of version 1.2.3, at a server on the loopback that announces what a test signs. */
public final class AnnouncedUpdates implements AutoCloseable {
    /** Whom the program trusts. */
    static final Identity AUTHORITY = TestCertificates.authority("Announcing");

    private final AnnouncingServer server;
    private final Announcements announcements = new Announcements();
    private final Clock clock;

    private AnnouncedUpdates(Identity identity, Clock clock) {
        server = AnnouncingServer.start(identity);
        this.clock = clock;
    }

    /** A server with a good certificate. */
    public static AnnouncedUpdates start(Clock clock) {
        return with(TestCertificates.certificate().signedBy(AUTHORITY), clock);
    }

    static AnnouncedUpdates with(Identity identity, Clock clock) {
        return new AnnouncedUpdates(identity, clock);
    }

    /** What asks it. */
    public UpdateCheck check() {
        return check(Duration.ofMinutes(1));
    }

    UpdateCheck check(Duration limit) {
        return check(server.port(), limit);
    }

    /** What asks whoever is at this port. */
    UpdateCheck check(int port, Duration limit) {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {TestCertificates.trusting(AUTHORITY)}, null);
            UpdateOrigin origin = announcements.origin(port);
            return new SignedUpdates(origin, new ReleaseNumber(1, 2, 3), clock,
                    new ManifestServer(origin.manifest(), () -> tls, limit,
                            Executors::newSingleThreadScheduledExecutor));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Announces this version from now on. */
    public void announce(String version) {
        server.answer(Answer.ok(signed(version)));
    }

    String signed(String version) {
        return announcements.signed(Announcements.json(version, "2026-03-02", page(version)));
    }

    /** The page of a version. */
    public String page(String version) {
        return Announcements.pages(server.port()) + "v" + version;
    }

    /** The server. */
    public AnnouncingServer server() {
        return server;
    }

    Announcements announcements() {
        return announcements;
    }

    @Override
    public void close() {
        server.close();
    }
}
