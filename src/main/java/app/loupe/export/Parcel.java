package app.loupe.export;

import app.loupe.domain.ProblemException;
import java.io.IOException;

/** Takes files that are taken away together, one after the other. */
@FunctionalInterface
public interface Parcel {
    /**
     * Adds a file.
     *
     * @param path its name, folders before it with slashes; no two alike
     * @throws ProblemException what the content throws
     * @throws IOException what the disk throws
     */
    void put(String path, ExportFile.Content content) throws IOException, ProblemException;
}
