package app.loupe.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.loupe.domain.LoggedFailure;
import app.loupe.text.OneLine;
import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How an event stands in the log: when (UTC), how grave, thread, logger, and what; then the classes and places of a failure
 * and of its causes, but not their messages: a database quotes rows in them, and a server may say back what it was sent
 * (S41). A {@link LoggedFailure} says itself what stands in the place of its class. What is said is one line of bounded length: a
 * file that anybody may have edited is quoted there, and could write lines of its own.
 */
final class LogLine extends EncoderBase<ILoggingEvent> {
    private static final int MOST_CAUSES = 8;
    private static final int MOST_CHARACTERS = 2_000;
    private static final int LONGEST_LOGGER = 36;
    private static final DateTimeFormatter WHEN = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TargetLengthBasedClassNameAbbreviator loggers = new TargetLengthBasedClassNameAbbreviator(
            LONGEST_LOGGER);

    @Override
    public byte[] encode(ILoggingEvent event) {
        var text = new StringBuilder(WHEN.format(event.getInstant()));
        text.append(' ').append(event.getLevel()).append(" [").append(event.getThreadName()).append("] ")
                .append(loggers.abbreviate(event.getLoggerName())).append(' ').append(said(event))
                .append('\n');
        IThrowableProxy failure = event.getThrowableProxy();
        for (int depth = 0; failure != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "  " : "  caused by ").append(name(failure)).append('\n');
            for (StackTraceElementProxy place : failure.getStackTraceElementProxyArray()) {
                text.append("    ").append(place.getSTEAsString()).append('\n');
            }
            failure = failure.getCause();
        }
        return text.toString().getBytes(UTF_8);
    }

    private static String said(ILoggingEvent event) {
        String said = String.valueOf(event.getFormattedMessage());
        if (said.length() <= MOST_CHARACTERS) {
            return OneLine.of(said);
        }
        int end = Character.isLowSurrogate(said.charAt(MOST_CHARACTERS)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return OneLine.of(said.substring(0, end) + "…");
    }

    private static String name(IThrowableProxy failure) {
        return failure instanceof ThrowableProxy whole && whole.getThrowable() instanceof LoggedFailure told
                ? told.inLog()
                : failure.getClassName();
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
