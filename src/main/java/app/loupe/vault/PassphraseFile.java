package app.loupe.vault;

import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * The file that holds a wrapped keyset: three lines of ASCII, the name of the format, the salt and the ciphertext in
 * base64url. Readable by its owner only, and one whole file at every moment ({@link WholeFile}).
 */
final class PassphraseFile {
    private static final String FORMAT = "loupe-passphrase/1";
    private static final long MAX_FILE_BYTES = 16_384;

    private final Path file;

    /** Names the file; it need not exist. */
    PassphraseFile(Path file) {
        this.file = file;
    }

    /** What the file holds, both in base64url. */
    record Content(String saltText, String wrappedText) {
        /** From the bytes. */
        static Content of(byte[] salt, byte[] wrapped) {
            var encoder = Base64.getUrlEncoder().withoutPadding();
            return new Content(encoder.encodeToString(salt), encoder.encodeToString(wrapped));
        }

        /** What Argon2id was salted with. */
        byte[] salt() {
            return Base64.getUrlDecoder().decode(saltText);
        }

        /** The wrapped keyset. */
        byte[] wrapped() {
            return Base64.getUrlDecoder().decode(wrappedText);
        }
    }

    /** Where it is, for the owner. */
    String folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toString() : folder.toString();
    }

    /** Whether there is one. */
    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads the file; empty when it is not of this form.
     *
     * @throws IOException when the disk or the rights refuse
     */
    Optional<Content> read() throws IOException {
        return read(file);
    }

    private static Optional<Content> read(Path from) throws IOException {
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS) || Files.size(from) > MAX_FILE_BYTES) {
            return Optional.empty();
        }
        return parse(Files.readAllBytes(from));
    }

    private static Optional<Content> parse(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        if (lines.length != 4 || !lines[0].equals(FORMAT) || !lines[3].isEmpty()) {
            return Optional.empty();
        }
        try {
            var content = new Content(lines[1], lines[2]);
            boolean readable = content.salt().length == WrappingKey.SALT_BYTES && content.wrapped().length > 0;
            return readable ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Replaces the file.
     *
     * @throws IOException when the disk or the rights refuse; the former file is then unchanged
     */
    void write(Content content) throws IOException {
        byte[] bytes = String.join("\n", FORMAT, content.saltText(), content.wrappedText(), "")
                .getBytes(StandardCharsets.ISO_8859_1);
        if (!parse(bytes).equals(Optional.of(content))) {
            throw new IOException("no content that could be read");
        }
        // of a former version that was killed: it holds a key
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".new"));
        WholeFile.replace(file, bytes);
    }
}
