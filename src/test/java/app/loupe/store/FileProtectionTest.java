package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what the system refused is told as that: a fault of Loupe is none of a right or a disk. */
class FileProtectionTest {
    @TempDir
    private Path folder;

    private Problem told(Throwable failure) throws ProblemException {
        return FileProtection.of(folder).unlessRefused("a test", () -> {
            throw StoreProblems.of(folder.resolve("x.mv.db"), failure, () -> 1L << 40);
        }).orElseThrow();
    }

    static Stream<Throwable> refused() {
        return Stream.of(new IOException("input/output error"), new AccessDeniedException("x.mv.db"),
                new PersistenceException(
                        DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED, "Could not write",
                                new AccessDeniedException("x.mv.db"))),
                new PersistenceException(new SQLException("closed", "90098", ErrorCode.DATABASE_IS_CLOSED)),
                DbException.get(ErrorCode.IO_EXCEPTION_1, "x").getSQLException(),
                new PersistenceException(new NonWritableChannelException()));
    }

    static Stream<Throwable> faultsOfLoupe() {
        return Stream.of(
                new PersistenceException(
                        new SQLException("constraint", "23505", ErrorCode.DUPLICATE_KEY_1)),
                new PersistenceException(new SQLException("null", "23502", ErrorCode.NULL_NOT_ALLOWED)),
                DbException.get(ErrorCode.SYNTAX_ERROR_1, "x").getSQLException(),
                new PersistenceException(new IllegalStateException("a bug")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheSystemRefusesIsToldAsThat(Throwable failure) throws ProblemException {
        assertThat(told(failure)).isEqualTo(Problem.of(ProblemCode.DATA_FOLDER_REFUSES, folder.toString()));
    }

    @ParameterizedTest
    @MethodSource("faultsOfLoupe")
    void aFaultOfLoupeIsNot(Throwable failure) throws ProblemException {
        assertThat(told(failure).code()).isEqualTo(ProblemCode.STORE_FAILED);
    }
}
