package archfixture.ui.alpha;

import app.loupe.domain.ProblemException;
import app.loupe.domain.ProfileRepository;
import app.loupe.domain.SecurityChecks;
import archfixture.ui.common.Background;

/** Breaks A5 twice; {@link #handedOver} does not. */
public class WaitsOnTheWindowThread {
    private final SecurityChecks checks;
    private final ProfileRepository profiles;

    /** Two ports that wait. */
    public WaitsOnTheWindowThread(SecurityChecks checks, ProfileRepository profiles) {
        this.checks = checks;
        this.profiles = profiles;
    }

    /** Waits at once. */
    public int now() throws ProblemException {
        return checks.run().size();
    }

    /** Waits in a lambda that nobody hands over. */
    public Runnable later() {
        return () -> {
            try {
                profiles.profiles();
            } catch (ProblemException expected) {
                throw new IllegalStateException(expected);
            }
        };
    }

    /** Waits where it may. */
    public void handedOver(Background background) {
        background.run(() -> {
            try {
                profiles.profiles();
            } catch (ProblemException expected) {
                throw new IllegalStateException(expected);
            }
        });
    }
}
