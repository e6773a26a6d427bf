package app.loupe.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import app.loupe.domain.KeyState;
import app.loupe.domain.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every key holder does that is open, the keyring of this computer and those of other systems. */
abstract class KeyHolderContract {
    protected static final InstallId INSTALL = new InstallId("install-1");
    protected static final InstallId OTHER = new InstallId("install-2");

    /** The holder under test, open and empty at the beginning of each test. */
    protected abstract KeyHolder holder();

    /** Removes an entry from outside, as the owner of a keyring can. */
    protected abstract void forget(InstallId install) throws Exception;

    private void store(InstallId install, String keyset) throws Exception {
        try (Secret secret = Secret.ofChars(keyset)) {
            holder().store(install, secret);
        }
    }

    private String kept(InstallId install) {
        if (holder().load(install) instanceof KeyState.Present present) {
            try (Secret keyset = present.keyset()) {
                return new String(keyset.bytes(), StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    @Test
    void anEntryThatIsNotThereIsAbsentAndLookingMakesNone() {
        assertThat(holder().load(INSTALL)).isEqualTo(new KeyState.Absent());
        assertThat(holder().load(INSTALL)).isEqualTo(new KeyState.Absent());
    }

    @Test
    void givesBackTheLastThatWasKeptOfEachInstallation() throws Exception {
        store(INSTALL, "first");
        store(OTHER, "other");
        store(INSTALL, "second");

        assertThat(kept(INSTALL)).isEqualTo("second");
        assertThat(kept(OTHER)).isEqualTo("other");
    }

    @Test
    void forgetsOneAndForgettingNothingIsNoFailure() throws Exception {
        store(INSTALL, "first");
        store(OTHER, "other");

        forget(INSTALL);

        assertThat(holder().load(INSTALL)).isEqualTo(new KeyState.Absent());
        assertThat(kept(OTHER)).isEqualTo("other");
        assertThatCode(() -> forget(INSTALL)).doesNotThrowAnyException();
    }

    @Test
    void theLargestKeysetThatThereIsFits() throws Exception {
        try (Secret keyset = MasterKeys.generate().withFreshPrimary().serialised()) {
            holder().store(INSTALL, keyset);

            assertThat(kept(INSTALL)).isEqualTo(new String(keyset.bytes(), StandardCharsets.ISO_8859_1));
        }
    }
}
