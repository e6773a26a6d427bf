package app.loupe.store;

import app.loupe.domain.LoggedFailure;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityNotFoundException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.util.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Decides which problem a failure of H2 or Hibernate is. The cause that goes to the log keeps error codes and stack
 * only: H2's own messages quote the values of rows.
 */
final class StoreProblems {
    /** Words in the system's message about a used-up quota, in English, German and French, Spanish, and Dutch. */
    private static final Set<String> QUOTA = Set.of("quota", "cuota", "quotum");

    private static final int MAX_CAUSES = 20;
    private static final long LEAST_ROOM_BYTES = 1L << 20;
    /** With less free heap, memory may run out although no file is damaged. */
    private static final long LEAST_HEAP_BYTES = 64L << 20;
    private static final Set<Integer> STUMBLING = Set.of(ErrorCode.GENERAL_ERROR_1, ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2, ErrorCode.OUT_OF_MEMORY);
    private static final Set<Integer> SENSELESS = Set.of(ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1,
            ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_2,
            ErrorCode.INVALID_DATETIME_CONSTANT_2, ErrorCode.DESERIALIZATION_FAILED_1);

    /** Codes for failures of the system; after a failed write H2 also reports a file as closed or as read-only. */
    private static final Set<Integer> SYSTEM = Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
            ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.FILE_RENAME_FAILED_2, ErrorCode.FILE_DELETE_FAILED_1, ErrorCode.FILE_CREATION_FAILED_1);

    private StoreProblems() {}

    /** The problem of a failure with one store file. */
    static ProblemException of(Path file, Throwable failure) {
        return of(file, failure, () -> room(file));
    }

    /**
     * @param room bytes that may still be written where the file is, because the system reports a full disk in its own
     *     language
     */
    static ProblemException of(Path file, Throwable failure, LongSupplier room) {
        String about = failure instanceof EntityNotFoundException missing && missing.getMessage() != null
                ? missing.getMessage()
                : String.valueOf(file.getFileName());
        ProblemCode code = code(failure);
        boolean full = code == ProblemCode.STORE_FAILED && room.getAsLong() < LEAST_ROOM_BYTES;
        return full || code == ProblemCode.DISK_FULL
                ? of(ProblemCode.DISK_FULL, file, failure)
                : problem(Problem.of(code, about), failure);
    }

    /**
     * The problem of a copy that was just written and is incomplete: on a disk without room that is the reason, and not
     * damage of the file. H2 does not always report that it could not write the rest.
     *
     * @param room bytes that may still be written where the file is
     */
    static ProblemException ofCopy(Path file, ProblemException refused, LongSupplier room) {
        return refused.problem().code() == ProblemCode.STORE_DAMAGED && room.getAsLong() < LEAST_ROOM_BYTES
                ? of(ProblemCode.DISK_FULL, file, refused)
                : refused;
    }

    /** Bytes that may still be written where a file is. */
    static long room(Path file) {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException | RuntimeException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /** The problem with a code already decided. */
    static ProblemException of(ProblemCode code, Path file, Throwable failure) {
        // the room is that of the folder; the file may be one that nobody knows, and gone by then
        Path about = code == ProblemCode.DISK_FULL ? file.toAbsolutePath().getParent() : file.getFileName();
        return problem(Problem.of(code, String.valueOf(about)), failure);
    }

    /**
     * Makes the problem; for a file that another Loupe has open the name is enough, and a stack in the log would only
     * look like a fault.
     */
    private static ProblemException problem(Problem problem, Throwable failure) {
        return problem.code() == ProblemCode.ALREADY_OPEN
                ? new ProblemException(problem)
                : new ProblemException(problem, scrubbed(failure));
    }

    static ProblemCode code(Throwable failure) {
        return code(failure, StoreProblems::heap);
    }

    private static long heap() {
        Runtime java = Runtime.getRuntime();
        return java.maxMemory() - java.totalMemory() + java.freeMemory();
    }

    /**
     * @param heap free bytes of memory: only when there are some does running out of memory show a length that makes no
     *     sense
     */
    static ProblemCode code(Throwable failure, LongSupplier heap) {
        ProblemCode found = ProblemCode.STORE_FAILED;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (isDiskFull(cause)) {
                return ProblemCode.DISK_FULL;
            }
            if (found == ProblemCode.STORE_FAILED) {
                found = codeOf(cause);
            }
            cause = cause.getCause();
        }
        if (found != ProblemCode.STORE_FAILED) {
            return found;
        }
        return stumbled(failure, heap)
                ? ProblemCode.STORE_DAMAGED
                : ranOut(failure) ? ProblemCode.MEMORY_EXHAUSTED : found;
    }

    private static boolean ranOut(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whether H2 itself, which trusts its own format, fell over bytes that make no sense. */
    private static boolean stumbled(Throwable failure, LongSupplier heap) {
        boolean inside = false;
        // H2 wraps one error in another, and of the errors that Java keeps ready only the first ones have a stack
        boolean tooLong = false;
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause.getCause() != null; i++) {
            inside |= cause instanceof MVStoreException
                    || (cause instanceof SQLException sql && STUMBLING.contains(sql.getErrorCode()));
            tooLong |= cause instanceof OutOfMemoryError memory && isReading(memory, heap);
            cause = cause.getCause();
        }
        return inside
                && (tooLong || cause instanceof IllegalArgumentException || cause instanceof IndexOutOfBoundsException
                        || cause instanceof NegativeArraySizeException || cause instanceof ClassCastException
                        || cause instanceof NullPointerException || cause instanceof ArithmeticException
                        || cause instanceof BufferUnderflowException || cause instanceof DateTimeException
                        || cause instanceof UnsupportedOperationException || cause instanceof AssertionError
                        || (cause instanceof OutOfMemoryError memory && isReading(memory, heap)));
    }

    /** Whether memory ran out over a length that H2 had just read: no value of Loupe's is that long. */
    private static boolean isReading(OutOfMemoryError memory, LongSupplier heap) {
        return heap.getAsLong() >= LEAST_HEAP_BYTES && Stream.of(memory.getStackTrace())
                // which makes the room for some of them
                .filter(frame -> !frame.getClassName().equals(Utils.class.getName())).findFirst()
                .filter(frame -> frame.getClassName().startsWith("org.h2.mvstore.")
                        && frame.getMethodName().startsWith("read"))
                .isPresent();
    }

    /** Whether the system and not Loupe is at fault, which a failure to read or write a file shows. */
    static boolean isOfSystem(ProblemException failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (isOfSystem(cause) || (cause instanceof Scrubbed scrubbed && scrubbed.ofSystem)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOfSystem(Throwable cause) {
        return switch (cause) {
            case IOException file -> true;
            case UncheckedIOException file -> true;
            case NonWritableChannelException file -> true;
            case SQLException sql -> SYSTEM.contains(sql.getErrorCode());
            case MVStoreException store -> store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
                    || store.getErrorCode() == DataUtils.ERROR_READING_FAILED
                    || store.getErrorCode() == DataUtils.ERROR_CLOSED;
            default -> false;
        };
    }

    /** Whether a failure to read shows that a stored value does not fit its type. */
    static boolean isSenseless(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SQLException sql && SENSELESS.contains(sql.getErrorCode())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static ProblemCode codeOf(Throwable cause) {
        return switch (cause) {
            case StoreSession.SenselessValueException senseless -> ProblemCode.STORE_DAMAGED;
            case EntityExistsException taken -> ProblemCode.CONNECTION_EXISTS;
            case EntityNotFoundException missing -> ProblemCode.CONNECTION_UNKNOWN;
            case SQLException sql -> switch (sql.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> ProblemCode.ALREADY_OPEN;
                case ErrorCode.URL_FORMAT_ERROR_2 -> ProblemCode.STORE_HOSTILE;
                case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.FILE_VERSION_ERROR_1,
                        ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX, ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                        // values that Loupe writes have the type of their column, so this is a stored one
                        ErrorCode.DATA_CONVERSION_ERROR_1, ErrorCode.UNKNOWN_DATA_TYPE_1,
                        // statements name only what Loupe itself makes: the file has lost its definition
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1, ErrorCode.COLUMN_NOT_FOUND_1 ->
                    ProblemCode.STORE_DAMAGED;
                default -> ProblemCode.STORE_FAILED;
            };
            case MVStoreException store -> switch (store.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED -> ProblemCode.ALREADY_OPEN;
                case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT,
                        DataUtils.ERROR_CHUNK_NOT_FOUND, DataUtils.ERROR_BLOCK_NOT_FOUND,
                        DataUtils.ERROR_SERIALIZATION, DataUtils.ERROR_UNKNOWN_DATA_TYPE,
                        DataUtils.ERROR_TRANSACTION_CORRUPT,
                        // a page that cannot be unpacked: H2 reports it with a code of its other list
                        ErrorCode.COMPRESSION_ERROR ->
                    ProblemCode.STORE_DAMAGED;
                // the file ends where H2's own words say that it goes on
                case DataUtils.ERROR_READING_FAILED -> store.getCause() instanceof EOFException
                        ? ProblemCode.STORE_DAMAGED
                        : ProblemCode.STORE_FAILED;
                default -> ProblemCode.STORE_FAILED;
            };
            default -> ProblemCode.STORE_FAILED;
        };
    }

    /**
     * H2 hides a full disk behind "closed" or "read only"; the system's own words are further down. In other languages
     * the room left tells it, except for a quota: then there is room, but not for this account.
     */
    private static boolean isDiskFull(Throwable cause) {
        String message = cause.getMessage();
        if (message == null) {
            return false;
        }
        String words = message.toLowerCase(Locale.ROOT);
        return words.contains("no space left") || words.contains("not enough space")
                || (cause instanceof IOException && QUOTA.stream().anyMatch(words::contains));
    }

    private static Throwable scrubbed(Throwable failure) {
        return new Scrubbed(failure, 0);
    }

    /** A failure without its message: class names, error codes and stack. */
    private static final class Scrubbed extends RuntimeException implements LoggedFailure {
        private static final long serialVersionUID = 1L;

        private final String original;
        private final boolean ofSystem;

        Scrubbed(Throwable original, int depth) {
            super(describe(original), next(original, depth), false, true);
            this.original = describe(original);
            ofSystem = isOfSystem(original);
            setStackTrace(original.getStackTrace());
        }

        @Override
        public String inLog() {
            return original;
        }

        private static String describe(Throwable original) {
            String name = original.getClass().getName();
            return switch (original) {
                case SQLException sql -> name + " " + sql.getErrorCode();
                case MVStoreException store -> name + " " + store.getErrorCode();
                default -> name;
            };
        }

        private static @Nullable Throwable next(Throwable original, int depth) {
            Throwable cause = original.getCause();
            return cause == null || depth >= MAX_CAUSES ? null : new Scrubbed(cause, depth + 1);
        }
    }
}
