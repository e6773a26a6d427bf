package app.loupe.ui.export;

import app.loupe.domain.Blocking;
import java.nio.file.Path;

/** Where exports go on this computer. */
public interface ExportPlaces {
    /** The folder that holds the owner's documents; any thread. */
    @Blocking
    Path documents();

    /** Shows the folder of a file, or of a folder, in the program that this computer has for it. */
    void show(Path written);
}
