package app.loupe.vault;

import com.github.javakeyring.KeyringStorageType;
import java.util.Locale;

/** The keyrings that Loupe can use, with the ids that the vault file records; an id never changes. */
enum KeyringKind {
    /** GNOME Keyring, KeePassXC, KWallet 6: whatever speaks the Secret Service. */
    SECRET_SERVICE("secret-service", KeyringStorageType.GNOME_KEYRING),
    /** KWallet 5. */
    KWALLET("kwallet", KeyringStorageType.KWALLET),
    /** Windows. */
    WINDOWS("windows-credential-manager", KeyringStorageType.WINDOWS_CREDENTIAL_STORE),
    /** macOS. */
    MACOS("macos-keychain", KeyringStorageType.OSX_KEYCHAIN);

    private final String id;
    private final KeyringStorageType storage;

    KeyringKind(String id, KeyringStorageType storage) {
        this.id = id;
        this.storage = storage;
    }

    /** The stable id. */
    String id() {
        return id;
    }

    /** What java-keyring calls it. */
    KeyringStorageType storage() {
        return storage;
    }

    /** The keyring of an operating system, by the name that Java gives it. */
    static KeyringKind of(String osName, boolean onlyKwallet) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        if (name.startsWith("mac")) {
            return MACOS;
        }
        return onlyKwallet ? KWALLET : SECRET_SERVICE;
    }
}
