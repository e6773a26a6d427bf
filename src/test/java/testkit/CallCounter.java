package testkit;

/**
 * Counts the calls that change something outside the process, over several fakes, and ends the "process" at a chosen
 * one: before it happened, or right after it happened and before anybody learned of it.
 */
public final class CallCounter {
    /** Stands for the sudden end of the process; nobody catches it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        private Crash(int call) {
            super("crash at call " + call);
        }
    }

    private int calls;
    private int crashBefore = Integer.MAX_VALUE;
    private int crashAfter = Integer.MAX_VALUE;

    /** Ends the process instead of doing this call, counted from 1. */
    public void crashBefore(int call) {
        calls = 0;
        crashBefore = call;
        crashAfter = Integer.MAX_VALUE;
    }

    /** Ends the process when this call was done. */
    public void crashAfter(int call) {
        calls = 0;
        crashBefore = Integer.MAX_VALUE;
        crashAfter = call;
    }

    /** Goes on without crashes and counts from zero. */
    public void reset() {
        crashBefore(Integer.MAX_VALUE);
    }

    /** How many calls there were. */
    public int calls() {
        return calls;
    }

    /** Called by a fake before it does a call. */
    public void begin() {
        calls++;
        if (calls >= crashBefore) {
            throw new Crash(calls);
        }
    }

    /** Called by a fake after it did a call. */
    public void end() {
        if (calls >= crashAfter) {
            throw new Crash(calls);
        }
    }
}
