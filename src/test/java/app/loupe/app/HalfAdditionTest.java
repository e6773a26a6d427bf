package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionProfile;
import org.junit.jupiter.api.Test;

/** What an addition leaves that failed halfway. */
class HalfAdditionTest extends DeskOverMemory {
    @Test
    void aProfileThatTheCopyKeptAllTheSameGoesAgain() throws Exception {
        stores.flushRefused = true;
        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("store-failed");
        assertThat(desk.list()).isEmpty();
        stores.flushRefused = false;

        ConnectionProfile added = add(desk, "erp.acme.example");

        assertThat(added.name()).isEqualTo("acme");
        assertThat(desk.list()).containsExactly(added);
    }

    @Test
    void aSampleCompanyThatFailedAtTheCopyOrAtTheVaultComesAtTheSecondTry() throws Exception {
        stores.flushRefused = true;
        assertThatThrownBy(desk::addSample).hasMessage("store-failed");
        assertThat(desk.list()).isEmpty();
        stores.flushRefused = false;
        stores.profilesRefused = true;
        assertThatThrownBy(desk::addSample).hasMessage("disk-full");
        assertThat(desk.list()).isEmpty();
        stores.profilesRefused = false;

        assertThat(desk.addSample().name()).isEqualTo("Sample");

        assertThat(desk.list()).hasSize(1);
    }
}
