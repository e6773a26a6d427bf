package app.loupe.store;

import app.loupe.domain.ProblemException;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store file as it was before its last migration, beside the one of today until a later opening found that one whole. Its
 * name is none that H2 would open. It holds what a deletion promises to take, so whatever rewrites the file drops it first. For
 * one opening of the file, and one thread.
 */
final class FormerFile {
    private static final Logger LOG = LoggerFactory.getLogger(FormerFile.class);
    /** What follows the name of the file. */
    private static final String FORMER = ".former";

    private final FileProtection folder;
    private final Path file;
    private final Path former;
    private boolean ofThisOpening;

    FormerFile(FileProtection folder, Path file) {
        this.folder = folder;
        this.file = file;
        this.former = folder.file(file.getFileName() + FORMER);
    }

    Path path() {
        return former;
    }

    /** Whether there is one; a link or a folder of such a name is not Loupe's. */
    boolean isThere() {
        return Files.isRegularFile(former, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Keeps the closed file as it is, in place of one that was kept before: that one lacks what came since. As a link this takes
     * no room; where the disk has no links a copy is made. Without room for it the migration goes on: the file that it made is
     * whole as far as anybody can tell.
     */
    void keep() {
        try {
            Files.deleteIfExists(former);
            link();
            ofThisOpening = true;
        } catch (IOException refused) {
            LOG.warn("{} is not kept as it was before: {}", file.getFileName(), refused.getClass().getName());
            forgetHalf();
        }
    }

    private void link() throws IOException {
        try {
            Files.createLink(former, file);
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            // as on FAT
            folder.copy(file, former);
            WholeFile.flush(former);
        }
    }

    private void forgetHalf() {
        try {
            Files.deleteIfExists(former);
        } catch (IOException inTheWay) {
            LOG.warn("{} is in the way", former.getFileName());
        }
    }

    /** Moves it into the place of the file, where nothing lies. */
    void takePlace() throws ProblemException {
        folder.demandWritable();
        try {
            WholeFile.move(former, file);
            folder.sync();
            LOG.warn("{} is again as it was before its migration", file.getFileName());
        } catch (IOException refused) {
            throw StoreProblems.of(file, refused);
        }
    }

    /** Deletes it, durably. */
    void drop() throws ProblemException {
        if (!isThere()) {
            return;
        }
        try {
            Files.delete(former);
            folder.sync();
        } catch (IOException refused) {
            throw StoreProblems.of(former, refused);
        }
    }

    /**
     * The file was found whole by an opening of the whole program: this one goes, unless it was kept by the same opening, which
     * read what it had just written.
     */
    void foundWhole() {
        if (!ofThisOpening) {
            outdated();
        }
    }

    /** It lacks what counts from now on, and goes. One that cannot be deleted is left to the next start. */
    void outdated() {
        if (folder.isReadOnly()) {
            return;
        }
        try {
            drop();
        } catch (ProblemException refused) {
            LOG.warn("{} stays until the next start: {}", former.getFileName(), refused.problem().code().key());
        }
    }
}
