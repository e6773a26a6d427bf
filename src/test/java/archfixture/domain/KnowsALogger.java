package archfixture.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks A2. */
public class KnowsALogger {
    /** A library, from the domain. */
    public Logger logger() {
        return LoggerFactory.getLogger(getClass());
    }
}
