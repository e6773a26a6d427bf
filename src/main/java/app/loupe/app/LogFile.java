package app.loupe.app;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Points the log to its file: {@code logs/loupe.log} in the data folder. Must be called before the first logger is made. */
final class LogFile {
    /** Read by {@link LogSetup}. */
    static final String PROPERTY = "loupe.log.file";

    private LogFile() {}

    /** Uses this data folder, also for libraries that log in Java's own way; the file is made with the first line. */
    static void use(Path dataFolder) {
        System.setProperty(PROPERTY, of(dataFolder).toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static Path of(Path dataFolder) {
        return dataFolder.toAbsolutePath().normalize().resolve("logs").resolve("loupe.log");
    }

    /** The data folder that a log file is of. */
    static Optional<Path> folder(Path log) {
        return Optional.ofNullable(log.getParent()).map(Path::getParent);
    }
}
