package testkit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the copies of a text in the writable memory of another process, as bytes and as UTF-16. Linux only, and only for
 * a process that this one has started.
 */
public final class ProcessMemory {
    private static final int BLOCK_BYTES = 1 << 20;

    private final Path process;

    /** The memory of the process with this id. */
    public ProcessMemory(long pid) {
        process = Path.of("/proc", Long.toString(pid));
    }

    /** Copies that do not overlap, in both forms. */
    public int copies(String text) throws IOException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] wide = text.getBytes(StandardCharsets.UTF_16LE);
        int copies = 0;
        try (var memory = new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            for (String line : Files.readAllLines(process.resolve("maps"))) {
                List<String> columns = Arrays.asList(line.split("\\s+", 6));
                if (!columns.get(1).startsWith("rw")) {
                    continue;
                }
                String[] range = columns.getFirst().split("-", 2);
                long from = Long.parseUnsignedLong(range[0], 16);
                long to = Long.parseUnsignedLong(range[1], 16);
                copies += copies(memory, from, to, plain) + copies(memory, from, to, wide);
            }
        }
        return copies;
    }

    private static int copies(RandomAccessFile memory, long from, long to, byte[] pattern) throws IOException {
        int copies = 0;
        byte[] block = new byte[BLOCK_BYTES + pattern.length - 1];
        for (long at = from; at < to; at += BLOCK_BYTES) {
            int length = read(memory, at, block, (int) Math.min(block.length, to - at));
            copies += count(block, length, pattern);
        }
        return copies;
    }

    /** Pages that the process has reserved and not yet used cannot be read, and hold nothing. */
    private static int read(RandomAccessFile memory, long at, byte[] block, int length) {
        int done = 0;
        try {
            memory.seek(at);
            while (done < length) {
                int n = memory.read(block, done, length - done);
                if (n < 0) {
                    return done;
                }
                done += n;
            }
            return done;
        } catch (IOException unreadable) {
            return done;
        }
    }

    private static int count(byte[] block, int length, byte[] pattern) {
        int found = 0;
        int at = 0;
        while (at + pattern.length <= length) {
            if (block[at] == pattern[0]
                    && Arrays.equals(block, at, at + pattern.length, pattern, 0, pattern.length)) {
                found++;
                at += pattern.length;
            } else {
                at++;
            }
        }
        return found;
    }
}
