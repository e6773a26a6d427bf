package app.loupe.domain;

import java.util.List;

/** Runs every check of the Security screen and of {@code loupe security}. */
@Blocking
@FunctionalInterface
public interface SecurityChecks {
    /** Checks now, in the order of {@link SecurityCheck.Promise}. */
    List<SecurityCheck> run() throws ProblemException;
}
