package archfixture.style;

/** Breaks A13 twice. */
public class CatchesAll {
    /** Hides what nobody thought of. */
    public boolean exception(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Exception any) {
            return false;
        }
    }

    /** Hides even more. */
    public boolean throwable(Runnable work) {
        try {
            work.run();
            return true;
        } catch (final Throwable any) {
            return false;
        }
    }
}
