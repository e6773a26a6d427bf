package app.loupe.export;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the owner can take away, with the forms that it can have. */
public interface Takeaway {
    /** The forms it can have, the most usual first. */
    List<ExportForm> forms();

    /**
     * Writes it: all of it or nothing at all.
     *
     * @return what was written
     * @throws ProblemException {@link app.loupe.domain.ProblemCode#CANCELLED}; what the copy throws; those of
     *     {@link ExportFile#write} and {@link ParcelPlace#write}
     */
    @Blocking
    ExportOutcome write(Place place, Steps steps) throws ProblemException;

    /**
     * Where it goes, and how.
     *
     * @param form one of its forms
     * @param overwrite whether a file that is there may be replaced; a folder never is
     * @param passphrase what a ZIP is encrypted with, closed by the caller; null for a plain one
     */
    record Place(ExportForm form, Path path, boolean overwrite, @Nullable Secret passphrase) {}
}
