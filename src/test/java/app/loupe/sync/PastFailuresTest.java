package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Batch;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.SyncReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One record over which the server fails keeps no other one away. */
class PastFailuresTest {
    private static final List<Long> THOUSAND = LongStream.rangeClosed(1, 1_000).boxed().toList();

    private final Set<Long> cursed = new HashSet<>();
    private final List<Integer> asked = new ArrayList<>();
    private ProblemCode how = ProblemCode.SERVER_ERROR;

    private Batch<Long> server(List<Long> ids) throws ProblemException {
        asked.add(ids.size());
        if (ids.stream().anyMatch(cursed::contains)) {
            throw ProblemException.of(how, "https://books.example");
        }
        return new Batch<>(ids, List.of());
    }

    private Batch<Long> read() throws ProblemException {
        return new PastFailures<>(RecordKind.INVOICE, this::server).page(THOUSAND);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 500, 501, 999, 1_000})
    void itIsNamedAndAllOthersCome(long id) throws ProblemException {
        cursed.add(id);

        Batch<Long> read = read();

        assertThat(read.records()).hasSize(999).doesNotContain(id).isSorted();
        assertThat(read.problems()).containsExactly(new RecordProblem(RecordKind.INVOICE, id, ""));
        assertThat(asked).hasSizeLessThan(25);
    }

    @Test
    void severalAreNamedEach() throws ProblemException {
        cursed.addAll(List.of(7L, 8L, 640L));

        Batch<Long> read = read();

        assertThat(read.records()).hasSize(997);
        assertThat(read.problems()).extracting(RecordProblem::id).containsExactly(7L, 8L, 640L);
    }

    @Test
    void aServerThatFailsOverEverythingIsNotAskedForEachOfThem() {
        cursed.addAll(THOUSAND);

        assertThatThrownBy(this::read).isInstanceOfSatisfying(ProblemException.class,
                failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.SERVER_ERROR));

        assertThat(asked).hasSizeLessThan(30);
    }

    @Test
    void whatIsNoFailureOverRecordsIsNotAskedAgain() {
        cursed.add(5L);
        how = ProblemCode.NO_RIGHT;

        assertThatThrownBy(this::read).isInstanceOf(ProblemException.class);

        assertThat(asked).containsExactly(1_000);
    }

    @Test
    void aRunReadsAllOthersAndTriesItAgain() {
        var scene = new Scene();
        List<Long> ids = scene.create(9);
        long id = ids.get(4);
        scene.through = source -> failingOver(source, id);

        SyncReport report = scene.run();

        assertThat(((SyncReport.Partial) report).problems())
                .containsExactly(Problem.of(ProblemCode.RECORD_FAILED, "account.move", Long.toString(id)));
        assertThat(report.counts().added()).isEqualTo(8);
        scene.through = source -> source;
        assertThat(scene.runs().added()).isEqualTo(1);
        scene.assertCopyIsRight();
    }

    /** Invoices are asked for by their ids, as a list. */
    static InvoiceSource failingOver(InvoiceSource source, long id) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("invoices") && arguments[0] instanceof Collection<?> ids
                            && ids.contains(id)) {
                        throw ProblemException.of(ProblemCode.SERVER_ERROR, "https://books.example");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
