package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an addition leaves that failed halfway, and what one keeps of connections that the copy lacks. */
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

    @Test
    void anAdditionForgetsNoConnectionThatTheCopyLacks() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        stores.profiles.clear();

        ConnectionProfile sample = desk.addSample();
        ConnectionProfile third = add(desk, "third.acme.example");

        assertThat(kept()).containsExactly(first, second, sample, third);
        assertThat(desk.list()).containsExactly(sample, third);
    }

    @Test
    void anEditForgetsNoConnectionThatTheCopyLacks() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        stores.profiles.remove(first.id());
        stores.server = Map.of();
        try (Secret secret = Secret.ofChars("pass")) {
            edit(second, "new.acme.example", secret, null);
        }

        assertThat(kept()).containsExactly(first, second);
    }

    @Test
    void aDeletedConnectionComesBackWithNoAddition() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile gone = add(desk, "second.acme.example");
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(gone.id())).hasMessage("deletion-unfinished");

        ConnectionProfile third = add(desk, "third.acme.example");

        assertThat(kept()).containsExactly(first, third);
    }

    private List<ConnectionProfile> kept() {
        return stores.kept.orElse(List.of());
    }
}
