package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.VaultFact;
import app.loupe.domain.VaultRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deletion that the keyring refused, where the vault file refuses what is to become of it then. */
class FailedDeletionTest extends DeskOverMemory {
    private boolean hasBegun;

    /** A desk whose vault file refuses this, as soon as a deletion was noted in it. */
    private ConnectionDesk refusing(String refused) {
        DeskPorts ports = stores.ports();
        var rows = (VaultRepository) Proxy.newProxyInstance(VaultRepository.class.getClassLoader(),
                new Class<?>[] {VaultRepository.class}, (proxy, method, arguments) -> {
                    if (hasBegun && method.getName().equals(refused)) {
                        throw ProblemException.of(ProblemCode.STORE_FAILED, "vault.mv.db");
                    }
                    hasBegun |= method.getName().equals("apply");
                    try {
                        return method.invoke(stores, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return new ConnectionDesk(new DeskPorts(rows, ports.vault(), ports.profiles(), ports.copy(), ports.invoices(),
                ports.gateway(), ports.book(), ports.dragged()), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(),
                "Sample", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts", "apply"})
    void whyItFailedIsTold(String refused) throws Exception {
        ConnectionProfile profile = add(desk, "erp.acme.example");
        stores.deletionRefused = ProblemCode.KEYRING_LOCKED;

        assertThatThrownBy(() -> refusing(refused).delete(profile.id(), Notes.GO, DeletionProgress.UNWATCHED))
                .hasMessage("keyring-locked").satisfies(told -> assertThat(told.getSuppressed()).singleElement()
                        .satisfies(next -> assertThat(next).hasMessage("store-failed")));

        assertThat(stores.facts).containsEntry(VaultFact.PENDING_DELETION, profile.id().value());
    }
}
