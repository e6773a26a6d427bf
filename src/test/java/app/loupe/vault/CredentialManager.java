package app.loupe.vault;

import com.github.javakeyring.PasswordAccessException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The Credential Manager of Windows as java-keyring 1.0.4 shows it: text in UTF-16, 2,560 bytes at most, and every refusal a
 * number (winerror.h).
 */
final class CredentialManager implements OpenKeyring {
    /** CRED_MAX_CREDENTIAL_BLOB_SIZE of wincred.h. */
    private static final int MOST_BYTES = 5 * 512;
    private static final int NOT_FOUND = 1168;
    private static final int TOO_LARGE = 1783;

    private final Map<String, byte[]> entries = new HashMap<>();
    private int refusal;

    /** Every call ends with this number from now on; 0 for none. */
    void refuse(int number) {
        refusal = number;
    }

    private static PasswordAccessException error(int number) {
        return new PasswordAccessException("Error code " + number);
    }

    private void demandOpen() throws PasswordAccessException {
        if (refusal != 0) {
            throw error(refusal);
        }
    }

    @Override
    public String read(String service, String account) throws PasswordAccessException {
        demandOpen();
        byte[] blob = entries.get(service + '|' + account);
        if (blob == null) {
            throw error(NOT_FOUND);
        }
        return new String(blob, StandardCharsets.UTF_16LE);
    }

    @Override
    public void write(String service, String account, String text) throws PasswordAccessException {
        demandOpen();
        byte[] blob = text.getBytes(StandardCharsets.UTF_16LE);
        if (blob.length > MOST_BYTES) {
            throw error(TOO_LARGE);
        }
        entries.put(service + '|' + account, blob);
    }

    /** What its owner removes in the settings of Windows. */
    void remove(String service, String account) {
        entries.remove(service + '|' + account);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
