package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.Endpoint;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.SealedPassword;
import app.loupe.domain.StoredConnection;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger of the vault says while changes come at once. */
class LedgeredVaultIT {
    private static final int THREADS = 4;
    private static final int EACH = 10;

    @TempDir
    Path folder;

    @Test
    void ofChangesAtOnceTheLedgerKnowsEachWhenItIsDone() throws Exception {
        var ledger = new VaultLedger(FileProtection.of(folder), OpenStore.ANNA);
        var changes = new ArrayList<FutureTask<List<String>>>();
        try (var vault = VaultFile.open(folder, false, OpenStore.ANNA)) {
            var together = new CyclicBarrier(THREADS);
            for (int i = 0; i < THREADS; i++) {
                var change = new FutureTask<>(() -> {
                    together.await();
                    return unknown(vault, ledger);
                });
                Thread.ofPlatform().start(change);
                changes.add(change);
            }
            for (FutureTask<List<String>> change : changes) {
                assertThat(change.get()).isEmpty();
            }
        }

        assertThat(ledger.read()).hasValueSatisfying(said -> assertThat(said.rows()).hasSize(THREADS * EACH));
    }

    /** Adds connections, and returns those of which the ledger did not know afterwards. */
    private static List<String> unknown(VaultFile vault, VaultLedger ledger) throws Exception {
        var unknown = new ArrayList<String>();
        for (int nth = 0; nth < EACH; nth++) {
            var row = new StoredConnection(ConnectionId.random(new SecureRandom()),
                    new Endpoint(OdooAddress.parse("https://shop.example"), "db", "anna"),
                    new SealedPassword("c2VhbGVk"));
            vault.insert(row, Map.of());
            String id = row.id().value();
            if (ledger.read().filter(said -> said.rows().containsKey(id)).isEmpty()) {
                unknown.add(id);
            }
        }
        return unknown;
    }
}
