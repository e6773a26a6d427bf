package app.loupe.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;

/**
 * The calls into a keyring of the system, with the exceptions of java-keyring, whose words differ from system to system;
 * {@link KeyringEntry} says what they mean. Each call waits for the system.
 */
interface OpenKeyring {
    /** The text of an entry; one that is not there is an exception. */
    String read(String service, String account) throws PasswordAccessException;

    /** Makes an entry or replaces its text. */
    void write(String service, String account, String text) throws PasswordAccessException;

    /** Closes the connection to the keyring; declares what the library does. */
    void close() throws Exception;

    /** Opens the keyring of a kind. */
    @FunctionalInterface
    interface Opening {
        OpenKeyring open(KeyringStorageType storage) throws BackendNotSupportedException;
    }

    /** The one that the system has. */
    static OpenKeyring ofTheSystem(KeyringStorageType storage) throws BackendNotSupportedException {
        return new Native(Keyring.create(storage));
    }

    /** Through java-keyring. */
    record Native(Keyring keyring) implements OpenKeyring {
        @Override
        public String read(String service, String account) throws PasswordAccessException {
            return keyring.getPassword(service, account);
        }

        @Override
        public void write(String service, String account, String text) throws PasswordAccessException {
            keyring.setPassword(service, account, text);
        }

        @Override
        public void close() throws Exception {
            keyring.close();
        }
    }
}
