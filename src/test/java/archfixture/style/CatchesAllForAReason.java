package archfixture.style;

import app.loupe.domain.Exempt;

/** Has an exemption from A13. */
public class CatchesAllForAReason {
    /** Has its reason. */
    @Exempt(rule = "A13", because = "shows that an exemption with a reason is respected")
    public boolean exception(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Exception any) {
            return false;
        }
    }
}
