package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncJournal;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournaledRunTest {
    private static final SyncReport DONE = new SyncReport.Done(SyncCounts.NONE);

    private final List<Object> written = new ArrayList<>();
    private @Nullable Throwable refusal;

    private JournaledRun run() throws ProblemException {
        var journal = (SyncJournal) Proxy.newProxyInstance(SyncJournal.class.getClassLoader(),
                new Class<?>[] {SyncJournal.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("begin")) {
                        return 7;
                    }
                    if (refusal != null) {
                        throw refusal;
                    }
                    written.add(arguments[arguments.length - 1]);
                    return null;
                });
        return JournaledRun.begin(journal, () -> Instant.EPOCH, Scene.ID, SyncMode.CHANGES);
    }

    @Test
    void whatTheLogSaysIsWhatIsTold() throws ProblemException {
        assertThat(run().end(DONE)).isSameAs(DONE);

        assertThat(written).containsExactly(DONE);
    }

    @Test
    void aLogThatCannotBeWrittenIsAFailureAndFilesThatAreClosedAreNone() throws ProblemException {
        refusal = ProblemException.of(ProblemCode.DISK_FULL);
        assertThat(run().end(DONE))
                .isEqualTo(new SyncReport.Failed(SyncCounts.NONE, Problem.of(ProblemCode.DISK_FULL)));

        refusal = ProblemException.of(ProblemCode.FILES_CLOSED);
        assertThat(run().end(DONE)).isEqualTo(new SyncReport.Cancelled(SyncCounts.NONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "FILES_CLOSED"})
    void whatWasEndedBeforeItsTimeHasNotFailed(ProblemCode code) throws ProblemException {
        run().fail(ProblemException.of(code), SyncCounts.NONE, new CancelToken());

        assertThat(written).containsExactly(new SyncReport.Cancelled(SyncCounts.NONE));
    }

    @Test
    void afterACancelWhateverComesOfItIsNoFailureButWhatNobodyForesaw() throws ProblemException {
        var cancel = new CancelToken();
        cancel.cancel();

        run().fail(ProblemException.of(ProblemCode.CONNECTION_LOST), SyncCounts.NONE, cancel);
        run().fail(new IllegalStateException(), SyncCounts.NONE, cancel);

        assertThat(written).extracting(Object::getClass).containsExactly(SyncReport.Cancelled.class,
                SyncReport.Failed.class);
    }

    @Test
    void whatTheLogThrowsDoesNotHideWhyTheRunFailed() throws ProblemException {
        var failure = ProblemException.of(ProblemCode.ORIGINAL_NONE);
        refusal = new IllegalStateException("the log");

        run().fail(failure, SyncCounts.NONE, new CancelToken());

        assertThat(failure.getSuppressed()).containsExactly(refusal);
    }
}
