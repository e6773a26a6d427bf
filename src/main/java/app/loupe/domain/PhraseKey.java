package app.loupe.domain;

import java.security.GeneralSecurityException;

/** The key that a passphrase gives to one file that leaves this computer. Safe for use by several threads. */
public interface PhraseKey {
    /** Length of the salt. */
    int SALT_BYTES = 16;
    /** By how much what is sealed is longer than what it holds. */
    int SEAL_BYTES = 28;

    /** Seals; opens only beside the same bound bytes. */
    byte[] seal(byte[] content, byte[] bound) throws GeneralSecurityException;

    /**
     * Opens what {@link #seal} sealed.
     *
     * @throws GeneralSecurityException when this key did not seal that, or not beside these bytes
     */
    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException;

    /**
     * Seals a password so that the result does not show its length; the secret stays the caller's.
     *
     * @throws ProblemException {@link ProblemCode#PASSWORD_EMPTY}, {@link ProblemCode#PASSWORD_TOO_LONG}
     */
    byte[] sealPassword(Secret password, byte[] bound) throws GeneralSecurityException, ProblemException;

    /** Opens what {@link #sealPassword} sealed; the caller closes it. */
    Secret openPassword(byte[] sealed, byte[] bound) throws GeneralSecurityException;

    /** Makes keys. */
    @FunctionalInterface
    interface Maker {
        /** Derives the key: about a quarter of a second and 64 MiB. The passphrase stays the caller's to close. */
        @Blocking
        PhraseKey of(Secret passphrase, byte[] salt) throws GeneralSecurityException;
    }
}
