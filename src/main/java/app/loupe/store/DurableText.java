package app.loupe.store;

import app.loupe.domain.ProblemException;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small text file that is there as a whole or not at all, and survives a power cut after a write ({@link WholeFile}).
 * Safe for use by several threads of one process.
 */
final class DurableText {
    private static final int MAX_BYTES = 10_000_000;

    private final FileProtection folder;
    private final Path file;

    DurableText(FileProtection folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** The text; empty when there is no file or it is no text. A link is not followed; a write replaces it. */
    Optional<String> read() throws ProblemException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException damaged) {
            return Optional.empty();
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        }
    }

    /** Replaces the text, durably. */
    synchronized void write(String text) throws ProblemException {
        folder.demandWritable();
        try {
            WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw StoreProblems.of(file, failure);
        }
    }
}
