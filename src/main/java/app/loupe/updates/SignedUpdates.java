package app.loupe.updates;

import app.loupe.domain.Blocking;
import app.loupe.domain.UpdateAnswer;
import app.loupe.domain.UpdateAnswer.Newer;
import app.loupe.domain.UpdateAnswer.Newest;
import app.loupe.domain.UpdateAnswer.Unchecked;
import app.loupe.domain.UpdateAnswer.Why;
import app.loupe.domain.UpdateCheck;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes only an announcement that is signed, no older than the last one, and of a later version than this program: so
 * nobody who answers can bring the owner to an older or to another program.
 */
public final class SignedUpdates implements UpdateCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SignedUpdates.class);

    private final UpdateOrigin origin;
    private final ReleaseNumber own;
    private final SignedManifest manifests;
    private final ManifestServer server;

    /** @param own this program's number */
    SignedUpdates(UpdateOrigin origin, ReleaseNumber own, Clock clock, ManifestServer server) {
        this.origin = origin;
        this.own = own;
        this.manifests = new SignedManifest(origin, clock);
        this.server = server;
    }

    /**
     * What this build can offer: nothing where it has no number of a release, or nobody to ask. Opens nothing yet.
     *
     * @param timers makes one that ends an exchange which takes too long
     */
    public static Optional<UpdateCheck> ofThisBuild(Clock clock, Supplier<ScheduledExecutorService> timers) {
        return UpdateOrigin.ofThisBuild().flatMap(origin -> ReleaseNumber.ofThisProgram()
                .map(own -> new SignedUpdates(origin, own, clock, new ManifestServer(origin.manifest(),
                        SignedUpdates::authorities, ManifestServer.LIMIT, timers))));
    }

    private static SSLContext authorities() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no TLS", impossible);
        }
    }

    @Override
    public String host() {
        return origin.host();
    }

    @Override
    @Blocking
    public Asked ask(String kept) {
        try {
            String text = server.ask();
            Manifest announced = manifests.read(text);
            if (kept(kept).filter(last -> isOlder(announced, last)).isPresent()) {
                throw new RefusedManifestException("older than the last one");
            }
            LOG.info("looked for updates: {} is the newest, this is {}", announced.version(), own);
            return new Asked(isLater(announced) ? newer(announced) : new Newest(), text);
        } catch (RefusedManifestException refused) {
            LOG.warn("looked for updates in vain: {}", refused.getMessage());
            return new Asked(new Unchecked(Why.REFUSED), kept);
        } catch (IOException unreachable) {
            LOG.info("looked for updates in vain: {}", unreachable.getClass().getSimpleName());
            return new Asked(new Unchecked(Why.UNREACHABLE), kept);
        }
    }

    @Override
    public Optional<UpdateAnswer.Newer> known(String kept) {
        return kept(kept).filter(this::isLater).map(SignedUpdates::newer);
    }

    private Optional<Manifest> kept(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(manifests.read(text));
        } catch (RefusedManifestException changed) {
            LOG.warn("what is kept of the newest version is not used: {}", changed.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isOlder(Manifest announced, Manifest last) {
        return announced.version().compareTo(last.version()) < 0;
    }

    private boolean isLater(Manifest announced) {
        return announced.version().compareTo(own) > 0;
    }

    private static Newer newer(Manifest announced) {
        return new Newer(announced.version().toString(), announced.released(), announced.page());
    }
}
