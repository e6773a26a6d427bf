package app.loupe.app;

import app.loupe.settings.DataFolder;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/**
 * What is logged: one private file, nothing on the console; INFO; ids and counts, never content. Logback finds it as a
 * service. In code, because reading XML slows every start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final Map<Level, List<String>> QUIETER = Map.of(
            // the way to the keyring on Linux tells of every connection to the bus
            Level.WARN,
            List.of("org.apache.hc", "org.hibernate", "org.flywaydb", "org.freedesktop.dbus", "javafx",
                    "com.sun.javafx"),
            // wire logs would hold passwords; the database's messages quote rows, those of PDFs what is in them
            Level.OFF,
            List.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.hc.client5.http.wire",
                    "org.apache.hc.client5.http.headers", "org.hibernate.SQL",
                    "org.hibernate.orm.jdbc", "org.hibernate.engine.jdbc.spi.SqlExceptionHelper", "h2database"));

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        logging.getStatusManager().add(new NopStatusListener());
        var line = new LogLine();
        line.setContext(logging);
        line.start();
        String name = System.getProperty(LogFile.PROPERTY, "");
        var file = new PrivateLogAppender(name, line,
                () -> LogFile.folder(Path.of(name)).filter(DataFolder::isFree).isPresent(),
                () -> LogFile.folder(Path.of(name)).filter(DataFolder::takesNothing).isPresent());
        file.setContext(logging);
        file.start();
        QUIETER.forEach((level, loggers) -> loggers.forEach(logger -> logging.getLogger(logger).setLevel(level)));
        var root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(file);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
