package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.text.Texts;
import com.github.javakeyring.KeyringStorageType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Names that may never change: a new one would look for every owner's key in the wrong place. */
class KeyringNamesTest {
    @Test
    void pinsTheNamesOfTheEntry() {
        assertThat(KeyringHolder.SERVICE).isEqualTo("Loupe");
        assertThat(Arrays.stream(KeyringKind.values()).map(KeyringKind::id)).containsExactly("secret-service",
                "kwallet", "windows-credential-manager", "macos-keychain");
        assertThat(PassphraseHolder.ID).isEqualTo("passphrase");
        assertThat(KeyringHolder.LIMIT).isEqualTo(Duration.ofSeconds(20));
    }

    /** macOS asks for a password, which has to be looked for and typed; the others ask nothing, or say that they do. */
    @Test
    void macOsHasTheTimeThatAPasswordTakes() {
        assertThat(KeyringHolder.limit("Mac OS X")).isEqualTo(Duration.ofMinutes(2));
        assertThat(KeyringHolder.limit("Windows 11")).isEqualTo(KeyringHolder.LIMIT);
        assertThat(KeyringHolder.limit("Linux")).isEqualTo(KeyringHolder.LIMIT);
    }

    @Test
    void everyKeyringHasAName() {
        var texts = new Texts(Locale.ENGLISH);

        assertThat(Arrays.stream(KeyringKind.values()).map(kind -> texts.get("cli.holder." + kind.id())))
                .doesNotHaveDuplicates().hasSize(KeyringKind.values().length);
    }

    @Test
    void choosesTheKeyringOfTheSystem() {
        assertThat(KeyringKind.of("Windows 11", false)).isEqualTo(KeyringKind.WINDOWS);
        assertThat(KeyringKind.of("Mac OS X", false)).isEqualTo(KeyringKind.MACOS);
        assertThat(KeyringKind.of("Linux", false)).isEqualTo(KeyringKind.SECRET_SERVICE);
        assertThat(KeyringKind.of("Linux", true)).isEqualTo(KeyringKind.KWALLET);
        assertThat(KeyringKind.of("FreeBSD", false)).isEqualTo(KeyringKind.SECRET_SERVICE);
        assertThat(KeyringKind.SECRET_SERVICE.storage()).isEqualTo(KeyringStorageType.GNOME_KEYRING);
    }
}
