package app.loupe.domain;

import java.util.Optional;

/** Replaces the master key by a new one on demand: see {@link CredentialVault#changeKey}. */
@Blocking
@FunctionalInterface
public interface KeyChange {
    /**
     * Changes the key now.
     *
     * @return a notice ({@link ProblemCode#KEY_CHANGE_PENDING}) when the change is not finished
     * @throws ProblemException as {@link CredentialVault#changeKey}
     */
    Optional<Problem> change() throws ProblemException;
}
