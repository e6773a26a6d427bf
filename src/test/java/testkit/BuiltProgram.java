package testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the program that the build put together, by its start script, without a keyring, and says what CPU it took. Linux
 * only: there the CPU of children that have ended stands in a file, whole, with the start script's part.
 */
public final class BuiltProgram {
    /** As it is packaged. */
    public static final Path SCRIPT = Path.of("target", "bin", "loupe");

    private static final Path OWN_FIGURES = Path.of("/proc/self/stat");
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private final Path home;

    /** With this folder as the owner's home. */
    public BuiltProgram(Path home) {
        this.home = home;
    }

    /** What a run wrote on its standard output, and its CPU in ticks of the kernel's clock, mostly hundredths. */
    public record Ran(String output, long ticks) {}

    /**
     * Runs a command to its end.
     *
     * @param input for its standard input
     * @throws AssertionError when it does not succeed
     */
    public Ran run(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(SCRIPT.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(home, "out", ".txt");
        Path errors = Files.createTempFile(home, "err", ".txt");
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long before = ticksOfChildren();
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // a command that needs no input may be over already
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new AssertionError(command + " ended with " + code + ": " + Files.readString(errors));
        }
        return new Ran(Files.readString(output), ticksOfChildren() - before);
    }

    private static long ticksOfChildren() throws IOException {
        String figures = Files.readString(OWN_FIGURES);
        // the name of the program, in brackets, may hold spaces
        String[] afterName = figures.substring(figures.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(afterName[CHILDREN_USER]) + Long.parseLong(afterName[CHILDREN_SYSTEM]);
    }
}
