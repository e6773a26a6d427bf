package testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Writes what every logger says, of Loupe and of its libraries, from TRACE up and with every stack, into a file instead
 * of to the console; the HTTP client's log of the wire stays off, as in the program's own configuration. Until closed.
 */
public final class EverythingLogged implements AutoCloseable {
    private final Logger root;
    private final Level before;
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

    /** Begins. */
    public EverythingLogged(Path file) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %msg%n%ex");
        encoder.start();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        before = root.getLevel();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.addAppender(appender);
        context.getLogger("org.apache.hc.client5.http.wire").setLevel(Level.OFF);
        context.getLogger("org.apache.hc.client5.http.headers").setLevel(Level.OFF);
        root.setLevel(Level.TRACE);
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(appender);
        others.forEach(root::addAppender);
        appender.stop();
    }
}
