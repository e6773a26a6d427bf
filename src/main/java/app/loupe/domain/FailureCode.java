package app.loupe.domain;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Names an unforeseen failure, so that an owner can say which line of the log is meant. The code is the same for the same
 * place in the program, on every computer with this version, and holds nothing of the failure's message.
 *
 * @param value eight hexadecimal digits in two groups
 */
public record FailureCode(String value) {
    private static final int MOST_CAUSES = 8;
    /** How many frames count; deeper ones tell how the program came to the place, which differs from time to time. */
    private static final int PLACES = 6;

    /** The code of a failure and its causes. */
    public static FailureCode of(Throwable failure) {
        var sum = new CRC32();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            add(sum, cause.getClass().getName());
            StackTraceElement[] places = cause.getStackTrace();
            for (int i = 0; i < Math.min(PLACES, places.length); i++) {
                add(sum, places[i].getClassName() + '.' + places[i].getMethodName() + ':' + places[i].getLineNumber());
            }
            cause = cause.getCause();
        }
        long value = sum.getValue();
        return new FailureCode("%04X-%04X".formatted(value >>> 16, value & 0xffff));
    }

    /**
     * Logs a failure and returns its code. If even logging fails, as when files of the program itself are gone, the owner
     * is told all the same.
     *
     * @param log writes the failure with this code
     */
    public static FailureCode logged(Throwable failure, Consumer<FailureCode> log) {
        FailureCode code = of(failure);
        Logging.attempt(() -> log.accept(code));
        return code;
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update('\n');
    }

    /** What the owner is told. */
    public Problem problem() {
        return Problem.of(ProblemCode.UNEXPECTED, value);
    }
}
