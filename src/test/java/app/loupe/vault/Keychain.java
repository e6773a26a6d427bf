package app.loupe.vault;

import com.github.javakeyring.PasswordAccessException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The Keychain of macOS as java-keyring 1.0.4 shows it: a refusal comes in the language of the system, writing
 * reads first, and a question that the owner leaves open is waited for.
 */
final class Keychain implements OpenKeyring {
    private final Map<String, String> entries = new HashMap<>();
    private String refusal = "";
    private boolean asking;

    /** Every access is refused with these words of the system from now on; empty for none. */
    void refuse(String words) {
        refusal = words;
    }

    /** The system asks for every access from now on, and nobody answers. */
    void ask(boolean unanswered) {
        asking = unanswered;
    }

    private void demandAccess(String failed) throws PasswordAccessException {
        if (asking) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
        }
        if (!refusal.isEmpty()) {
            throw new PasswordAccessException(failed + refusal);
        }
    }

    @Override
    public String read(String service, String account) throws PasswordAccessException {
        // whether there is an entry is known without access to it
        String text = entries.get(service + account);
        if (text == null) {
            throw new PasswordAccessException("No stored credentials match " + service + " account: " + account);
        }
        demandAccess("Failed to get credential. ");
        return text;
    }

    @Override
    public void write(String service, String account, String text) throws PasswordAccessException {
        try {
            read(service, account);
        } catch (PasswordAccessException notReadable) {
            demandAccess("Failed to set credential. ");
            if (entries.containsKey(service + account)) {
                throw new PasswordAccessException(
                        "Failed to set credential. The specified item already exists in the keychain.");
            }
        }
        entries.put(service + account, text);
    }

    /** What its owner removes in Keychain Access. */
    void remove(String service, String account) {
        entries.remove(service + account);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
