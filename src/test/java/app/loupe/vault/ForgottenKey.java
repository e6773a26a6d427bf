package app.loupe.vault;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyState;
import com.github.javakeyring.Keyring;
import java.util.stream.Stream;

/**
 * Removes a master keyset from the keyring, as its owner can and no deed of the program may: for whoever cleans up after a
 * test.
 */
public final class ForgottenKey {
    private ForgottenKey() {}

    /** Nothing happens when there is none. Waits for the system. */
    public static void of(KeyringHolder holder, InstallId install) throws Exception {
        KeyringKind kind = Stream.of(KeyringKind.values()).filter(one -> one.id().equals(holder.id())).findFirst()
                .orElseThrow();
        if (holder.load(install) instanceof KeyState.Absent) {
            return;
        }
        Keyring keyring = Keyring.create(kind.storage());
        try {
            keyring.deletePassword(KeyringHolder.SERVICE, install.value());
        } finally {
            keyring.close();
        }
    }
}
