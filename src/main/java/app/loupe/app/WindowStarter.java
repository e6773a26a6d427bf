package app.loupe.app;

import app.loupe.domain.ProblemException;
import java.nio.file.Path;

/** Opens the window and waits until it is closed. */
@FunctionalInterface
public interface WindowStarter {
    /**
     * Shows the window over this data folder.
     *
     * @return whether there was one to show; otherwise another process has it open and has brought it to the front
     * @throws ProblemException when there can be no window
     * @throws UnsupportedOperationException the toolkit's own way to say that there is no display
     */
    boolean show(Path dataFolder) throws ProblemException;
}
