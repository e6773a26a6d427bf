package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SystemAccount;
import app.loupe.settings.DataFolder;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeKeyHolder;

/** A data folder on a computer whose keyring knows nothing of it. */
class KeyGoneIT {
    @TempDir
    private Path home;

    private OpenLoupe open(FakeKeyHolder keyring) throws ProblemException {
        return OpenLoupe.open(DataFolder.open(home.resolve("loupe")), new SystemAccount("owner", "1000"), keyring,
                FakeKeyHolder.passphrase(), Clock.systemUTC(), WholeLoupe.TEXTS);
    }

    @Test
    void theOwnerIsToldWhichFolderItIsAndHowToBeginAnew() throws ProblemException {
        FakeKeyHolder own = FakeKeyHolder.keyring();
        try (OpenLoupe here = open(own)) {
            here.connections().addSample();
        }

        Problem elsewhere = catchThrowableOfType(ProblemException.class, () -> open(FakeKeyHolder.keyring())).problem();

        assertThat(elsewhere.code()).isEqualTo(ProblemCode.KEY_MISSING);
        assertThat(WholeLoupe.TEXTS.text(elsewhere)).contains(home.resolve("loupe").toString())
                .contains("copied from another computer");
        assertThat(WholeLoupe.TEXTS.advice(elsewhere)).contains("give this folder another name");
        try (OpenLoupe again = open(own)) {
            assertThat(again.connections().list()).as("nothing was changed").hasSize(1);
        }
    }
}
