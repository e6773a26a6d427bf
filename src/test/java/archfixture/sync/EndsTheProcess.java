package archfixture.sync;

import app.loupe.domain.Exempt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Breaks A12 in every way; {@link #allowed} does not. */
public class EndsTheProcess {
    /** Ends it. */
    public void exit() {
        System.exit(1);
    }

    /** Changes how it runs. */
    public void property() {
        System.setProperty("loupe.fixture", "1");
    }

    /** Starts a thread of its own. */
    public Thread thread() {
        return new Thread(() -> {}, "fixture");
    }

    /** Starts several. */
    public ExecutorService pool() {
        return Executors.newSingleThreadExecutor();
    }

    /** Has its reason. */
    @Exempt(rule = "A12", because = "shows that an exemption with a reason is respected")
    public Thread allowed() {
        return new Thread(() -> {}, "fixture");
    }
}
