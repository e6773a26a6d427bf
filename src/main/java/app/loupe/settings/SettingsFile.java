package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the window remembers, as plain names and values in one small file of the data folder. It is no place for
 * anything of an invoice or a connection's name: the file is not sealed. A file that cannot be read counts as none, and
 * one that cannot be written is only noted in the log: nobody loses work with it.
 */
public final class SettingsFile {
    /** In the data folder. */
    public static final String NAME = "window.properties";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final Path file;

    /** The file of this data folder. */
    public SettingsFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** What was kept; empty when there is no file, or it is damaged, too large, or a link. */
    @Blocking
    public Map<String, String> read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
                throw new IOException("no file of ours");
            }
            var read = new Properties();
            read.load(new StringReader(Files.readString(file)));
            var found = new TreeMap<String, String>();
            read.stringPropertyNames().forEach(name -> found.put(name, read.getProperty(name)));
            return found;
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("settings of the window cannot be read, the usual ones are used", damaged);
            return Map.of();
        }
    }

    /** Replaces what is kept, whole or not at all; readable by the account alone. From any thread. */
    @Blocking
    public synchronized void write(Map<String, String> values) {
        try {
            var written = new Properties();
            written.putAll(values);
            var text = new StringWriter();
            written.store(text, null);
            // of a former version that was killed
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".new"));
            WholeFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            LOG.warn("settings of the window cannot be written", failure);
        }
    }
}
