package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.LoggedFailure;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.compress.CompressDeflate;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreProblemsTest {
    /** With memory to spare: what the tests' own Java has depends on what ran before. */
    private static ProblemCode code(SQLException failure) {
        return StoreProblems.code(failure, () -> 1L << 30);
    }

    private static SQLException outOfMemory(String type, String method) {
        return outOfMemory(new StackTraceElement(type, method, "X.java", 1));
    }

    private static SQLException outOfMemory(StackTraceElement... stack) {
        var memory = new OutOfMemoryError("Java heap space");
        memory.setStackTrace(stack);
        return new SQLException("Out of memory.", "90108", ErrorCode.OUT_OF_MEMORY, memory);
    }

    /** A system says in its own language that nothing is left. */
    @Test
    void aFullDiskIsKnownInEveryLanguage() {
        var full = new PersistenceException(DataUtils.newMVStoreException(DataUtils.ERROR_WRITING_FAILED,
                "Could not write",
                new IOException("Auf dem Ger\u00e4t ist kein Speicherplatz mehr verf\u00fcgbar")));
        Path file = Path.of("invoices.mv.db");

        assertThat(StoreProblems.of(file, full, () -> 0).problem().code()).isEqualTo(ProblemCode.DISK_FULL);
        assertThat(StoreProblems.of(Path.of("data/invoices-migration.mv.db"), full, () -> 0).problem().parameters())
                .as("the folder that has no room").containsExactly(Path.of("data").toAbsolutePath().toString());
        assertThat(StoreProblems.of(file, full, () -> 1L << 40).problem().code()).isEqualTo(ProblemCode.STORE_FAILED);
        assertThat(StoreProblems.of(file, new SQLException("", "90030", ErrorCode.FILE_CORRUPTED_1), () -> 0)
                .problem().code()).as("damage, however full the disk is").isEqualTo(ProblemCode.STORE_DAMAGED);
    }

    /** H2 closes a file that it could not write to its end without a word: what is read of it then looks damaged. */
    @Test
    void aCopyThatIsNotWholeOnAFullDiskIsNoDamage() {
        Path file = Path.of("data/vault.mv.db");
        ProblemException damaged = ProblemException.of(ProblemCode.STORE_DAMAGED, "vault.mv.db");
        ProblemException hostile = ProblemException.of(ProblemCode.STORE_HOSTILE, "vault.mv.db");

        assertThat(StoreProblems.ofCopy(file, damaged, () -> 4096).problem())
                .isEqualTo(Problem.of(ProblemCode.DISK_FULL, Path.of("data").toAbsolutePath().toString()));
        assertThat(StoreProblems.ofCopy(file, damaged, () -> 1L << 30)).isSameAs(damaged);
        assertThat(StoreProblems.ofCopy(file, hostile, () -> 0)).isSameAs(hostile);
    }

    /** A quota leaves room on the disk: its words alone tell. What a row says is no word of the system. */
    @ParameterizedTest
    @ValueSource(strings = {"Disk quota exceeded", "Der zugewiesene Plattenplatz (Quota) ist überschritten",
        "Débordement du quota d'espace disque", "Se ha excedido la cuota de disco", "Schijfquotum overschreden"})
    void aQuotaThatIsUsedUpIsAFullDisk(String words) {
        Path file = Path.of("invoices.mv.db");
        var full = new PersistenceException(new IOException(words));
        var row = new PersistenceException(new SQLException("Value too long: '" + words + "'", "22001", 22_001));

        assertThat(StoreProblems.of(file, full, () -> 1L << 40).problem()).isEqualTo(
                Problem.of(ProblemCode.DISK_FULL, String.valueOf(file.toAbsolutePath().getParent())));
        assertThat(StoreProblems.of(file, row, () -> 1L << 40).problem().code()).isNotEqualTo(ProblemCode.DISK_FULL);
    }

    @Test
    void aLengthInTheFileThatNoMemoryHoldsIsDamage() {
        assertThat(code(outOfMemory("org.h2.mvstore.db.ValueDataType", "readArrayElements")))
                .isEqualTo(ProblemCode.STORE_DAMAGED);
        assertThat(code(outOfMemory(new StackTraceElement("org.h2.util.Utils", "newBytes", "X.java", 1),
                new StackTraceElement("org.h2.mvstore.db.ValueDataType", "readValue", "X.java", 1))))
                .isEqualTo(ProblemCode.STORE_DAMAGED);
    }

    /** A copy that is whole must not be set aside because the window holds too much. */
    @Test
    void itIsNoDamageWhereMemoryIsAtItsEnd() {
        SQLException full = outOfMemory("org.h2.mvstore.db.ValueDataType", "readArrayElements");

        assertThat(StoreProblems.code(full, () -> 1L << 20)).isEqualTo(ProblemCode.MEMORY_EXHAUSTED);
        assertThat(StoreProblems.code(full, () -> 1L << 30)).isEqualTo(ProblemCode.STORE_DAMAGED);
    }

    @Test
    void itIsSoAlsoWhereJavaKeepsNoStackOfTheFirst() {
        var first = new OutOfMemoryError("Java heap space");
        first.setStackTrace(new StackTraceElement[0]);
        var told = new OutOfMemoryError("Requested memory: 99999999");
        told.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.h2.util.Utils", "newBytes", "X.java", 1),
            new StackTraceElement("org.h2.mvstore.db.ValueDataType", "readValue", "X.java", 1)});
        told.initCause(first);

        assertThat(code(new SQLException("Out of memory.", "90108", ErrorCode.OUT_OF_MEMORY, told)))
                .isEqualTo(ProblemCode.STORE_DAMAGED);
    }

    @Test
    void aPageThatCannotBeUnpackedIsDamage() {
        assertThatThrownBy(() -> new CompressDeflate().expand(new byte[40], 0, 40, new byte[99], 0, 99))
                .satisfies(told -> assertThat(StoreProblems.code(DbException.toSQLException((Exception) told)))
                        .isEqualTo(ProblemCode.STORE_DAMAGED));
    }

    @Test
    void aFileThatAnotherLoupeHasLeavesNoStackInTheLog() {
        assertThat(StoreProblems.of(Path.of("vault.mv.db"),
                new SQLException("", "90020", ErrorCode.DATABASE_ALREADY_OPEN_1)))
                .hasNoCause().extracting(told -> told.problem().code()).isEqualTo(ProblemCode.ALREADY_OPEN);
    }

    @Test
    void s41_theLogGetsTheNamesAndCodesOfWhatHappenedAndNoneOfItsWords() {
        var inner = new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "page of canary");
        var outer = new PersistenceException("row canary",
                new SQLException("value canary", "HY000", ErrorCode.GENERAL_ERROR_1, new IOException(inner)));

        Throwable told = StoreProblems.of(Path.of("invoices.mv.db"), outer);

        assertThat(Stream.iterate(told, Objects::nonNull, Throwable::getCause)).allSatisfy(
                one -> assertThat(one).isInstanceOf(LoggedFailure.class))
                .map(one -> ((LoggedFailure) one).inLog()).containsExactly(
                        "app.loupe.domain.ProblemException store-damaged",
                        "jakarta.persistence.PersistenceException", "java.sql.SQLException 50000",
                        "java.io.IOException", "org.h2.mvstore.MVStoreException 6");
    }

    @Test
    void memoryThatRunsOutElsewhereIsNoDamageAndCalledByItsName() {
        assertThat(code(outOfMemory("org.h2.result.LocalResult", "addRow")))
                .isEqualTo(ProblemCode.MEMORY_EXHAUSTED);
        assertThat(code(outOfMemory("org.h2.mvstore.MVStore", "storeNow")))
                .isEqualTo(ProblemCode.MEMORY_EXHAUSTED);
        assertThat(code(outOfMemory("app.loupe.store.StoredReader", "readAll")))
                .isEqualTo(ProblemCode.MEMORY_EXHAUSTED);
        assertThat(code(outOfMemory(new StackTraceElement("org.h2.util.Utils", "newBytes", "X.java", 1),
                new StackTraceElement("org.h2.result.LocalResult", "addRow", "X.java", 1))))
                .isEqualTo(ProblemCode.MEMORY_EXHAUSTED);
    }
}
