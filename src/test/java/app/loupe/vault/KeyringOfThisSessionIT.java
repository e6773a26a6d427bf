package app.loupe.vault;

import app.loupe.domain.InstallId;
import app.loupe.domain.KeyHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The Credential Manager or the Keychain of whoever runs this, under names that no installation has. */
@EnabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "on Linux a test has a session of its own: "
        + "KeyringOfThisComputerIT")
class KeyringOfThisSessionIT extends KeyHolderContract {
    private final KeyringHolder holder = KeyringHolder.ofThisSession();

    @Override
    protected KeyHolder holder() {
        return holder;
    }

    @Override
    protected void forget(InstallId install) throws Exception {
        ForgottenKey.of(holder, install);
    }

    @AfterEach
    void cleanUp() throws Exception {
        ForgottenKey.of(holder, INSTALL);
        ForgottenKey.of(holder, OTHER);
    }
}
