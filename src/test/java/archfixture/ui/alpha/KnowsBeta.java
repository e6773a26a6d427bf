package archfixture.ui.alpha;

import archfixture.ui.beta.BetaView;

/** Breaks A6. */
public class KnowsBeta {
    /** Another feature. */
    public BetaView beta() {
        return new BetaView();
    }
}
