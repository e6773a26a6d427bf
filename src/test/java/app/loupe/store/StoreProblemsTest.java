package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemCode;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;

class StoreProblemsTest {
    private static SQLException outOfMemory(String type, String method) {
        var memory = new OutOfMemoryError("Java heap space");
        memory.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, method, "X.java", 1)});
        return new SQLException("Out of memory.", "90108", ErrorCode.OUT_OF_MEMORY, memory);
    }

    @Test
    void aLengthInTheFileThatNoMemoryHoldsIsDamage() {
        assertThat(StoreProblems.code(outOfMemory("org.h2.mvstore.db.ValueDataType", "readArrayElements")))
                .isEqualTo(ProblemCode.STORE_DAMAGED);
    }

    @Test
    void memoryThatRunsOutElsewhereIsNoDamage() {
        assertThat(StoreProblems.code(outOfMemory("org.h2.result.LocalResult", "addRow")))
                .isEqualTo(ProblemCode.STORE_FAILED);
        assertThat(StoreProblems.code(outOfMemory("org.h2.mvstore.MVStore", "storeNow")))
                .isEqualTo(ProblemCode.STORE_FAILED);
        assertThat(StoreProblems.code(outOfMemory("app.loupe.store.StoredReader", "readAll")))
                .isEqualTo(ProblemCode.STORE_FAILED);
    }
}
