package app.loupe.settings;

import app.loupe.domain.Blocking;
import app.loupe.domain.WholeFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the window remembers, as plain names and values in one small file of the data folder. It is no place for
 * anything of an invoice or a connection's name: the file is not sealed. A damaged file counts as none and is replaced. One
 * that is whole, but cannot be read at the moment, counts as none too and is left as it is, for as long as this lives: the
 * usual settings would take the place of the chosen ones. One that cannot be written is only noted in the log: nobody loses
 * work with it.
 */
public final class SettingsFile {
    /** In the data folder. */
    public static final String NAME = "window.properties";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final Path file;
    /** The names that were in the file when it was read or written here. */
    private Set<String> known = Set.of();
    private boolean isShut;

    /** The file of this data folder. */
    public SettingsFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** What was kept; empty when there is no file, or it is damaged, too large, or a link, or cannot be read. */
    @Blocking
    public synchronized Map<String, String> read() {
        try {
            Map<String, String> found = present();
            known = Set.copyOf(found.keySet());
            return found;
        } catch (IOException refused) {
            isShut = true;
            LOG.warn("settings of the window cannot be read, the usual ones are used and not kept", refused);
            return Map.of();
        }
    }

    private Map<String, String> present() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            return Map.of();
        }
        byte[] content = Files.readAllBytes(file);
        try {
            var read = new Properties();
            read.load(
                    new StringReader(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()));
            var found = new TreeMap<String, String>();
            read.stringPropertyNames().forEach(name -> found.put(name, read.getProperty(name)));
            return found;
        } catch (CharacterCodingException | IllegalArgumentException damaged) {
            LOG.warn("settings of the window are damaged, the usual ones are used", damaged);
            return Map.of();
        }
    }

    /**
     * Replaces what is kept, whole or not at all; readable by the account alone. A name that another program of Loupe's wrote
     * since this was read here, and that is not among the values, stays. From any thread.
     */
    @Blocking
    public synchronized void write(Map<String, String> values) {
        if (isShut) {
            return;
        }
        try {
            var written = new Properties();
            present().forEach((name, value) -> {
                if (!known.contains(name)) {
                    written.put(name, value);
                }
            });
            written.putAll(values);
            var text = new StringWriter();
            written.store(text, null);
            // of a former version that was killed
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".new"));
            WholeFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
            known = Set.copyOf(written.stringPropertyNames());
        } catch (IOException failure) {
            LOG.warn("settings of the window cannot be written", failure);
        }
    }
}
