package app.loupe.settings;

import app.loupe.domain.Blocking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes back the folders that a beginning made and that nothing came into, on a full disk for one.
 *
 * @param missing the data folder and what leads to it, as far as it was not there before; the innermost first
 */
public record NewFolders(List<Path> missing) {
    private static final String LOGS = "logs";
    private static final String LOG = "loupe.log";

    /** What would be made for this data folder. Touches nothing. */
    @Blocking
    public static NewFolders before(Path chosen) {
        var missing = new ArrayList<Path>();
        Path folder = chosen.toAbsolutePath().normalize();
        while (folder != null && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            missing.add(folder);
            folder = folder.getParent();
        }
        return new NewFolders(List.copyOf(missing));
    }

    /** Deletes of them what is empty but for a log without a line; what cannot be deleted stays. Never fails. */
    @Blocking
    public void takeBack() {
        if (missing.isEmpty()) {
            return;
        }
        try {
            Path logs = missing.getFirst().resolve(LOGS);
            Path log = logs.resolve(LOG);
            if (Files.exists(log, LinkOption.NOFOLLOW_LINKS) && Files.size(log) == 0) {
                Files.delete(log);
            }
            Files.deleteIfExists(logs);
            for (Path folder : missing) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException somethingIsInIt) {
            // what is kept there is more than a folder
        }
    }
}
