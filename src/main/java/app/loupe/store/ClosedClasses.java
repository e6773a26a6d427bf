package app.loupe.store;

import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import org.h2.message.DbException;
import org.h2.util.JdbcUtils;

/**
 * Refuses to open files in a Java in which one of them could name a class and have it loaded: H2 must load none that a
 * planted trigger or alias names, and Java must deserialise no object (S46). Both depend on system properties that have to
 * be set before the classes are loaded, which only the launcher can do.
 */
final class ClosedClasses {
    private ClosedClasses() {}

    /** @throws ProblemException UNSAFE_JVM_SWITCH with the property that is missing */
    static void demand() throws ProblemException {
        if (!ClosedSerialisation.isOn()) {
            throw ProblemException.of(ProblemCode.UNSAFE_JVM_SWITCH, "jdk.serialFilter");
        }
        boolean refused;
        try {
            JdbcUtils.loadUserClass("java.lang.System");
            refused = false;
        } catch (DbException accessDenied) {
            refused = true;
        }
        if (!refused) {
            throw ProblemException.of(ProblemCode.UNSAFE_JVM_SWITCH, "h2.allowedClasses");
        }
    }
}
