package app.loupe.domain;

/**
 * Lends the password of one connection for one call. The vault decrypts it, hands it over, and wipes it when the use
 * returns, also when it throws. Beside the odoo package only the
 * making of a transfer file asks.
 */
@FunctionalInterface
public interface SecretAccess {
    /** What is done with the secret while it is readable; it must not keep it. */
    @FunctionalInterface
    interface Use<T, X extends Exception> {
        /** Uses the secret; it is wiped after return. */
        T with(Secret secret) throws X;
    }

    /**
     * Decrypts, runs the use, wipes.
     *
     * @throws ProblemException when the vault is locked or the ciphertext does not belong to this row
     */
    <T, X extends Exception> T use(Use<T, X> use) throws X, ProblemException;
}
