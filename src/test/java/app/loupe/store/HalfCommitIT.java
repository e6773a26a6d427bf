package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.RecordKind;
import app.loupe.domain.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed between the first and the last step of one commit. */
class HalfCommitIT {
    private static final int ATTEMPTS = 20;

    @TempDir
    Path temp;

    @Test
    void aCommitCutOffHalfWayIsTakenBackAndItsPageCanComeAgain() throws Exception {
        Path folder = killedDuringCommit();

        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertHolds(open, 0);
            open.copies().saveJournalItems(PageWriter.SHOP, HalfCommitWriter.items());
            assertHolds(open, HalfCommitWriter.LARGE);
        }
        try (var open = new OpenStore(folder)) {
            assertThat(open.store.warnings()).isEmpty();
            assertHolds(open, HalfCommitWriter.LARGE);
        }
    }

    private static void assertHolds(OpenStore open, int items) throws Exception {
        assertThat(open.copies().stamps(PageWriter.SHOP, RecordKind.INVOICE)).hasSize(HalfCommitWriter.KNOWN);
        assertThat(open.copies().stamps(PageWriter.SHOP, RecordKind.JOURNAL_ITEM)).hasSize(items);
        assertThat(open.store.scrub()).as("the rows are what is said of them").isEmpty();
        assertThat(open.store.reader().counts(PageWriter.SHOP).journalItems()).isEqualTo(items);
    }

    /** A folder with a commit that is cut off; the moment is the process's to find, so it may need several attempts. */
    private Path killedDuringCommit() throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path folder = Files.createDirectory(temp.resolve("attempt" + attempt));
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                    "-XX:+UseSerialGC", "-Dh2.allowedClasses=", "-Djdk.serialFilter=!*", "-cp",
                    System.getProperty("java.class.path"),
                    HalfCommitWriter.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor();
            try (Secret key = OpenStore.key((byte) 7)) {
                if (RawFile.read(folder.resolve("invoices.mv.db"), key, RawFile::hasCommitCutOff).orElse(false)) {
                    return folder;
                }
            }
        }
        throw new AssertionError("no commit was cut off in " + ATTEMPTS + " attempts");
    }
}
