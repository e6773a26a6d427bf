package app.loupe.app;

import app.loupe.settings.Surroundings;
import java.util.function.BooleanSupplier;

/**
 * Whether standard output goes into a file, which does not leave and keeps what it is given, or to somebody who reads it. The words of
 * an error are in the system's language and say less.
 *
 * @param hasPlaces whether a place in it is known, as in all that lies on a disk. On Windows pipes and consoles have one, too, and on
 *     macOS terminals
 * @param isRegular whether what is open there is a file on a disk, by its name on macOS and Linux
 * @param isOnDisk the same, by what Windows calls its type
 */
record StandardOutput(BooleanSupplier hasPlaces, BooleanSupplier isRegular, BooleanSupplier isOnDisk) {
    /** What the sign of each system says; only that one is asked. */
    boolean isFile(Surroundings surroundings) {
        if (surroundings.isWindows()) {
            return isOnDisk.getAsBoolean();
        }
        return surroundings.isMac() ? isRegular.getAsBoolean() : hasPlaces.getAsBoolean();
    }
}
