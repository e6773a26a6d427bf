package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallHeapTest {
    private static final int KEPT = 1_000;
    private static final int BYTES = 20_000;

    /** A process of its own with 20 MB in use, of which each part is forgotten after a while; says what the heap grew to. */
    static final class Working {
        private static final int PARTS = 25_000;

        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                SmallHeap.keep(SmallHeap.ROOM);
            }
            var random = new SplittableRandom(1);
            var kept = new byte[KEPT][];
            for (int i = 0; i < PARTS; i++) {
                var part = new byte[BYTES];
                random.nextBytes(part);
                kept[random.nextInt(KEPT)] = part;
            }
            var out = new PrintWriter(new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
            out.println(ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
        }
    }

    @Test
    void theHeapOfACommandStaysNearWhatIsUsed() throws Exception {
        long watched = peak("watched");

        assertThat(watched).isLessThan(3 * SmallHeap.ROOM + (long) KEPT * BYTES);
        assertThat(peak()).as("not watched").isGreaterThan(2 * watched);
    }

    private static long peak(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Files.readAllLines(Path.of("packaging", "jvm-options.txt")).stream()
                .filter(option -> option.startsWith("-X") && !option.contains("Dump")).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Working.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            return Long.parseLong(said.readLine());
        } finally {
            process.waitFor();
        }
    }
}
