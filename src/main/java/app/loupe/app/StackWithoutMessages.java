package app.loupe.app;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Writes the classes and places of a failure and of its causes into the log, but not their messages: a database quotes
 * rows in them, and a server may say back what it was sent (S41).
 */
public final class StackWithoutMessages extends ThrowableHandlingConverter {
    private static final int MOST_CAUSES = 8;

    @Override
    public String convert(ILoggingEvent event) {
        var text = new StringBuilder();
        IThrowableProxy failure = event.getThrowableProxy();
        for (int depth = 0; failure != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "  " : "  caused by ").append(failure.getClassName()).append('\n');
            for (StackTraceElementProxy place : failure.getStackTraceElementProxyArray()) {
                text.append("    ").append(place.getSTEAsString()).append('\n');
            }
            failure = failure.getCause();
        }
        return text.toString();
    }
}
