package testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A session bus and a GNOME keyring of their own, in a folder of their own, so that no test can touch the keyring of
 * whoever runs it: the environment of every child is built from nothing. Starts only processes that it ends itself.
 */
public final class PrivateSession implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String NAME = "org.freedesktop.secrets";
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Deque<Process> started = new ArrayDeque<>();

    /** Starts the bus; nobody keeps secrets on it yet. Fails with a sentence when a program is missing. */
    public PrivateSession(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        for (String program : List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool")) {
            demand(program);
        }
        Path runtime = Files.createDirectory(folder.resolve("run"));
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
        Path socket = folder.resolve("bus");
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", Files.createDirectory(folder.resolve("home")).toString());
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
        Path configuration = Files.writeString(folder.resolve("bus.conf"), configuration(socket));
        start("bus", "", "dbus-daemon", "--nofork", "--config-file=" + configuration);
        until("the bus", () -> Files.exists(socket));
    }

    /** A bus that starts nothing by itself: only what the test starts can answer. */
    private static String configuration(Path socket) {
        return """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>session</type>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(socket);
    }

    private static void demand(String program) {
        boolean there = Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!there) {
            throw new AssertionError("This test needs " + program
                    + ". On Debian or Ubuntu: apt-get install gnome-keyring dbus libsecret-tools");
        }
    }

    /** Starts the keyring and unlocks it with this password; makes the default collection at the first time. */
    public Process unlockedKeyring(String password) throws IOException, InterruptedException {
        return keyring(password, "--unlock");
    }

    /** Starts the keyring without unlocking; there is nobody who could ask for a password. */
    public Process lockedKeyring() throws IOException, InterruptedException {
        return keyring("");
    }

    private Process keyring(String input, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gnome-keyring-daemon", "--foreground", "--components=secrets"));
        command.addAll(List.of(options));
        Process keyring = start("keyring", input, command.toArray(String[]::new));
        until("the keyring", () -> owned(NAME));
        return keyring;
    }

    /** Ends a keyring and waits until the bus has noticed. */
    public void end(Process keyring) throws IOException, InterruptedException {
        keyring.destroyForcibly().waitFor();
        until("the end of the keyring", () -> !owned(NAME));
    }

    private boolean owned(String name) throws IOException, InterruptedException {
        return run("", "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner", "string:" + name)
                .contains("boolean true");
    }

    /** Stops a process where it is (SIGSTOP), as a hanging one. */
    public void hang(Process process) throws IOException, InterruptedException {
        run("", "/bin/sh", "-c", "kill -STOP " + process.pid());
    }

    /** Lets a hanging process go on. */
    public void goOn(Process process) throws IOException, InterruptedException {
        run("", "/bin/sh", "-c", "kill -CONT " + process.pid());
    }

    /** Runs a program in the session to its end and returns what it wrote, both streams. */
    public String run(String input, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        Process process = builder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        feed(process, input);
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(command[0] + " did not end: " + Files.readString(output));
        }
        return Files.readString(output);
    }

    private Process start(String log, String input, String... command) throws IOException {
        Path output = Files.createTempFile(folder, log, ".txt");
        Process process = builder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        started.push(process);
        feed(process, input);
        return process;
    }

    private ProcessBuilder builder(String... command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static void feed(Process process, String input) throws IOException {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void until(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** Ends every process that it started. */
    @Override
    public void close() {
        for (Process process : started) {
            process.destroyForcibly().onExit().join();
        }
    }
}
