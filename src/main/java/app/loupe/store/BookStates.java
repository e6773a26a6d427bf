package app.loupe.store;

import app.loupe.domain.ProblemException;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the two last good states of the book beside it, whole files sealed with the same key. Each takes its place by a
 * rename, so that none is lost when the process is killed. For a while the book as it was before a migration is a third.
 */
class BookStates {
    private final FileProtection folder;
    private final Path fresh;
    private final Path newest;
    private final Path older;
    private final FormerFile former;

    BookStates(FileProtection folder, String name) {
        this.folder = folder;
        this.fresh = folder.file(name + "-state-new" + FileProtection.STORE_SUFFIX);
        this.newest = folder.file(name + "-state-1" + FileProtection.STORE_SUFFIX);
        this.older = folder.file(name + "-state-2" + FileProtection.STORE_SUFFIX);
        this.former = new FormerFile(folder, folder.file(name + FileProtection.STORE_SUFFIX));
    }

    /** The book as it was before its last migration. */
    FormerFile former() {
        return former;
    }

    /** Those that are there, the newest first. */
    List<Path> kept() {
        return Stream.of(newest, older).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
    }

    /** Keeps the book as it is, which is known to be whole, as the newest of the two; nobody may be using the file. */
    void take(H2File book) throws ProblemException {
        try {
            book.copyTo(fresh);
            if (Files.exists(newest, LinkOption.NOFOLLOW_LINKS)) {
                WholeFile.move(newest, older);
            }
            WholeFile.move(fresh, newest);
            folder.sync();
        } catch (IOException failure) {
            throw StoreProblems.of(newest, failure);
        } finally {
            dropUnfinished();
        }
    }

    /** Copies a state to the place of the book, durably. */
    void putBack(Path state, Path book) throws ProblemException {
        try {
            folder.copy(state, fresh);
            WholeFile.flush(fresh);
            WholeFile.move(fresh, book);
            folder.sync();
        } catch (IOException failure) {
            throw StoreProblems.of(book, failure);
        } finally {
            dropUnfinished();
        }
    }

    /** Deletes all of them: they hold what was deleted. */
    void drop() throws ProblemException {
        dropUnfinished();
        former.drop();
        try {
            Files.deleteIfExists(newest);
            Files.deleteIfExists(older);
            folder.sync();
        } catch (IOException failure) {
            throw StoreProblems.of(newest, failure);
        }
    }

    /** Drops the unfinished state that a killed process left. */
    void dropUnfinished() throws ProblemException {
        if (folder.isReadOnly()) {
            return;
        }
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException failure) {
            throw StoreProblems.of(fresh, failure);
        }
    }
}
