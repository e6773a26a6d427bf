package app.loupe.store;

import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Connects to one H2 file with the settings on which the promises of the store depend. The file key goes in as a char
 * array, never into a URL.
 */
final class H2Connector {
    /**
     * New data always goes to the end of the file, also when the file is closed. When H2 fills a hole instead, the file's
     * header still points to the data before, and H2 finds the new data only after its next header: up to 20 commits,
     * synced or not, were lost when the process was killed. At the end of the file they are always found.
     */
    static final String APPEND_ONLY = ";REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0";
    /** For a file that is only read: H2 changes nothing in it, and others may read it at the same time. */
    static final String READ_ONLY = ";ACCESS_MODE_DATA=r";
    /** For a copy of a file that nobody depends on yet. */
    static final String FILL_HOLES = "";

    /**
     * Commits reach the system at once; nothing shared, no trace file beside the store, closed by us alone. No answer is
     * too large for the memory: H2 would put its rows into a file of the system's temporary folder, where a killed process leaves them.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000;MAX_MEMORY_ROWS=999999999";
    /** Larger, compressed pages: half as many bytes to seal and unseal, and a file of two thirds of the size. */
    private static final String SEALED = ";CIPHER=AES;COMPRESS=TRUE";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+\\.mv\\.db");
    private static final String USER = "LOUPE";
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Path file;
    private final @Nullable Secret key;

    /** Takes ownership of the key. */
    H2Connector(Path file, @Nullable Secret key) {
        this.file = file;
        this.key = key;
    }

    /** The file key as H2 wants it: hexadecimal digits; the caller wipes the array. */
    static char[] hex(Secret key) {
        byte[] bytes = key.bytes();
        char[] digits = new char[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            digits[2 * i] = HEX[(bytes[i] >> 4) & 0xf];
            digits[2 * i + 1] = HEX[bytes[i] & 0xf];
        }
        return digits;
    }

    Path file() {
        return file;
    }

    /** A connector to another file that is sealed with the same key, which stays this one's to wipe. */
    H2Connector to(Path other) {
        return new H2Connector(other, key);
    }

    /** The key, which stays this one's to wipe. */
    @Nullable
    Secret key() {
        return key;
    }

    /** Connects, opening the database for the first connection and making it when there is no file. */
    Connection connect(String growth) throws SQLException {
        String name = file.toString();
        // what stands behind a semicolon in the address is run: the last gate, whoever made up the name
        if (!NAME.matcher(String.valueOf(file.getFileName())).matches() || name.indexOf(';') >= 0) {
            throw new SQLException("not a name of a store", null, ErrorCode.URL_FORMAT_ERROR_2);
        }
        String url = "jdbc:h2:file:" + name.substring(0, name.length() - FileProtection.STORE_SUFFIX.length())
                + (key == null ? "" : SEALED) + SETTINGS + growth;
        char[] password = password();
        try {
            var properties = new Properties();
            properties.put("user", USER);
            properties.put("password", password);
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new SQLException("H2 does not know its own URL");
            }
            return connection;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** H2 reads "file password, space, user password"; the user password is empty. */
    private char[] password() {
        if (key == null) {
            return new char[0];
        }
        char[] digits = hex(key);
        char[] password = Arrays.copyOf(digits, digits.length + 1);
        password[digits.length] = ' ';
        Arrays.fill(digits, '\0');
        return password;
    }

    /** Wipes the key. */
    void wipe() {
        if (key != null) {
            key.close();
        }
    }
}
