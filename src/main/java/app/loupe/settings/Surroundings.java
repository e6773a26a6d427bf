package app.loupe.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What the process was given by its operating system; read once at the start, so that every decision made from it can be
 * tested for the three systems on any of them.
 *
 * @param osName Java's {@code os.name}
 * @param environment environment variables
 * @param home the account's own folder
 */
public record Surroundings(String osName, Map<String, String> environment, Path home) {
    /** Copies the environment. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings current() {
        return new Surroundings(System.getProperty("os.name", ""), System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    /** An environment variable; empty when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Microsoft Windows. */
    public boolean isWindows() {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Apple macOS. */
    public boolean isMac() {
        return osName.toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
