package testkit;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;

/** Counts the calls of all fakes that share it and lets one of them fail: as a crash, or as an expected failure. */
public final class Fuse {
    private long calls;
    private long blowsAt = -1;
    private boolean crash;
    private ProblemCode problem = ProblemCode.DISK_FULL;

    /** What a killed process looks like to the code: nothing after it is run. */
    public static final class Blown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The n-th call from now on crashes. */
    public synchronized void crashAt(long n) {
        blowsAt = calls + n;
        crash = true;
    }

    /** The n-th call from now on fails with a full disk. */
    public synchronized void failAt(long n) {
        failAt(n, ProblemCode.DISK_FULL);
    }

    /** The n-th call from now on fails with this problem. */
    public synchronized void failAt(long n, ProblemCode with) {
        blowsAt = calls + n;
        crash = false;
        problem = with;
    }

    /** Nothing fails any more. */
    public synchronized void mend() {
        blowsAt = -1;
    }

    /** Calls so far. */
    public synchronized long calls() {
        return calls;
    }

    /** A call comes by. */
    public synchronized void pass() throws ProblemException {
        calls++;
        if (calls == blowsAt) {
            if (crash) {
                throw new Blown();
            }
            throw ProblemException.of(problem);
        }
    }
}
