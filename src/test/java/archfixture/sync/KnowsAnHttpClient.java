package archfixture.sync;

import org.apache.hc.core5.util.Timeout;

/** Breaks A12. */
public class KnowsAnHttpClient {
    /** A type of the HTTP client beyond odoo. */
    public Timeout timeout() {
        return Timeout.ofSeconds(1);
    }
}
