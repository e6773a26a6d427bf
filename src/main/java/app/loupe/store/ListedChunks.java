package app.loupe.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Checks the first and last bytes of each chunk that a file lists, also of chunks whose pages were all replaced. H2
 * 2.5.252 does not look at them when a file was closed properly: it opens the file and adds to it, and the next time it
 * may go back to the last state whose chunks are all whole, which is from before what was just promised.
 */
final class ListedChunks {
    private static final String ENTRY = "chunk.";
    private static final String CHECKSUM = ",fletcher:";
    private static final int BLOCK = 4_096;
    private static final int HEADER = 1_024;
    private static final int FOOTER = 128;

    private final FileStore<?> file;

    private ListedChunks(FileStore<?> file) {
        this.file = file;
    }

    /** Whether all of them are whole. */
    static boolean areWhole(MVStore store) {
        var chunks = new ListedChunks(store.getFileStore());
        try {
            return store.getLayoutMap().entrySet().stream().filter(entry -> entry.getKey().startsWith(ENTRY))
                    .map(entry -> DataUtils.parseMap(entry.getValue())).allMatch(chunks::isWhole);
        } catch (MVStoreException nonsense) {
            return false;
        }
    }

    /** How many bytes of pages are still in use, at most. */
    static long live(MVStore store) {
        return store.getLayoutMap().entrySet().stream().filter(entry -> entry.getKey().startsWith(ENTRY))
                .map(entry -> DataUtils.parseMap(entry.getValue()))
                .mapToLong(chunk -> DataUtils.readHexLong(chunk, "liveMax", DataUtils.readHexLong(chunk, "max", 0)))
                .sum();
    }

    private boolean isWhole(Map<String, String> chunk) {
        long from = DataUtils.readHexLong(chunk, "block", 0) * BLOCK;
        long to = from + DataUtils.readHexLong(chunk, "len", 0) * BLOCK;
        if (from <= 0 || to <= from || to > file.size()) {
            return false;
        }
        String header = text(from, HEADER);
        String footer = text(to - FOOTER, FOOTER);
        int end = footer.lastIndexOf(CHECKSUM);
        return end > 0 && isOf(chunk, DataUtils.parseMap(header)) && isOf(chunk, DataUtils.parseMap(footer))
                && DataUtils.parseHexInt(footer.substring(end + CHECKSUM.length())) == DataUtils
                        .getFletcher32(footer.getBytes(StandardCharsets.ISO_8859_1), 0, end);
    }

    private static boolean isOf(Map<String, String> chunk, Map<String, String> said) {
        return said.getOrDefault("chunk", "").equals(chunk.get("chunk"))
                && said.getOrDefault("version", "").equals(chunk.get("version"));
    }

    /** The first line there. */
    private String text(long from, int length) {
        ByteBuffer bytes = file.readFully(null, from, length);
        var text = new byte[bytes.remaining()];
        bytes.get(text);
        String line = new String(text, StandardCharsets.ISO_8859_1);
        int end = line.indexOf('\n');
        return (end < 0 ? line : line.substring(0, end)).strip();
    }
}
