package app.loupe.app.commands;

import app.loupe.domain.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads secrets from standard input, one a line, byte by byte into an array that is wiped: no reader, no string, no
 * buffer keeps a copy. The end of the line ({@code \n} or {@code \r\n}) is not part of the secret.
 */
final class SecretLines {
    /** Far above what the vault takes; bounds what an endless line can fill. */
    private static final int MAX_BYTES = 4_096;

    private final InputStream in;

    SecretLines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line; empty at the end of an input, or where there is none. A line that is too long is cut
     * at the limit.
     */
    Optional<Secret> next() {
        byte[] line = new byte[MAX_BYTES];
        try {
            int length = 0;
            int read = in.read();
            if (read < 0) {
                return Optional.empty();
            }
            while (read >= 0 && read != '\n' && length < MAX_BYTES) {
                line[length++] = (byte) read;
                read = in.read();
            }
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
            return Optional.of(Secret.owning(Arrays.copyOf(line, length)));
        } catch (IOException closedOrNoFile) {
            return Optional.empty();
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }
}
