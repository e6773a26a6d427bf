package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First starts that happen at once, and what killed ones leave. */
class NewVaultIT {
    private static final int STARTS = 4;

    @TempDir
    Path folder;

    @Test
    void theVaultOfTheProcessThatWasFirstIsNotReplaced() throws Exception {
        Path path = folder.resolve("vault.mv.db");
        VaultFile.open(folder, false, OpenStore.ANNA).close();
        byte[] first = Files.readAllBytes(path);

        NewVault.make(FileProtection.of(folder), path);

        assertThat(path).hasBinaryContent(first);
        assertThat(folder).isDirectoryNotContaining("glob:**vault-new*");
    }

    @Test
    void firstStartsAtOnceAllEndWithOneVault() throws Exception {
        FileProtection protection = FileProtection.of(folder);
        Path path = folder.resolve("vault.mv.db");
        var together = new CyclicBarrier(STARTS);
        var starts = new ArrayList<FutureTask<Integer>>();
        for (int i = 0; i < STARTS; i++) {
            var start = new FutureTask<>(() -> {
                int number = together.await();
                NewVault.make(protection, path);
                return number;
            });
            Thread.ofPlatform().start(start);
            starts.add(start);
        }
        for (FutureTask<Integer> start : starts) {
            start.get();
        }

        VaultFile.open(folder, false, OpenStore.ANNA).close();
        assertThat(folder).isDirectoryNotContaining("glob:**vault-new*");
    }

    @Test
    void whatKilledFirstStartsLeftIsTidiedAway() throws Exception {
        Files.writeString(folder.resolve("vault-new.mv.db"), "half");
        Files.writeString(folder.resolve("vault-new-1.mv.db"), "half");

        VaultFile.open(folder, false, OpenStore.ANNA).close();

        assertThat(folder).isDirectoryNotContaining("glob:**vault-new*").isDirectoryContaining("glob:**vault.mv.db");
    }

    /** It may be the file with which another process is rebuilding the vault at this moment. */
    @Test
    void nothingBesideAVaultThatDoesNotOpenIsTidiedAway() throws Exception {
        Files.writeString(folder.resolve("vault.mv.db"), "no database");
        Path being = Files.writeString(folder.resolve("vault-new-1.mv.db"), "half");

        assertThatThrownBy(() -> VaultFile.open(folder, false, OpenStore.ANNA)).isInstanceOf(ProblemException.class);

        assertThat(being).exists();
    }
}
