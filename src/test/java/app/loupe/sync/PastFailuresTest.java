package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.Batch;
import app.loupe.domain.Deadline;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.RecordProblem;
import app.loupe.domain.SyncReport;
import app.loupe.sync.PastFailures.Answers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
        return read(THOUSAND);
    }

    private Batch<Long> read(List<Long> ids) throws ProblemException {
        return new PastFailures<>(ids, this::server, Answers.<Long>ofRecords(RecordKind.INVOICE)).page(ids);
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

    /** As in the next run, which asks for what failed and for little else. */
    @ParameterizedTest
    @ValueSource(ints = {6, 50, 100})
    void fewThatAllFailAreEachNamed(int many) throws ProblemException {
        List<Long> ids = THOUSAND.subList(0, many);
        cursed.addAll(ids);

        Batch<Long> read = read(ids);

        assertThat(read.problems()).extracting(RecordProblem::id).isEqualTo(ids);
        assertThat(asked).hasSizeLessThan(2 * many);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 50, 100})
    void manyThatStandBeforeAllOthersAreEachNamed(int many) throws ProblemException {
        cursed.addAll(THOUSAND.subList(0, many));

        Batch<Long> read = read();

        assertThat(read.problems()).extracting(RecordProblem::id).isEqualTo(THOUSAND.subList(0, many));
        assertThat(read.records()).hasSize(1_000 - many);
    }

    @Test
    void overMoreItIsNotBecauseOfSingleOnes() {
        cursed.addAll(THOUSAND.subList(0, PastFailures.MOST + 1));

        assertThatThrownBy(this::read).isInstanceOf(ProblemException.class);
    }

    /** As when the server was busy in between: the same page is asked for again. */
    @Test
    void oneThatIsAskedForAgainCountsOnce() throws ProblemException {
        cursed.addAll(THOUSAND.subList(0, 60));
        var reading = new PastFailures<>(THOUSAND, this::server, Answers.<Long>ofRecords(RecordKind.INVOICE));

        assertThat(reading.page(THOUSAND).problems()).hasSize(60);
        assertThat(reading.page(THOUSAND).problems()).hasSize(60);
    }

    /** Each takes a third of a question's time. */
    @Test
    void eachHalfHasTheTimeOfAQuestion() throws ProblemException {
        cursed.add(700L);
        var time = new AtomicLong();
        Pages.Fetch<Batch<Long>> slow = ids -> {
            time.addAndGet(Deadline.QUESTION.toNanos() / 3);
            assertThat(Deadline.left(Deadline.QUESTION)).isPositive();
            return server(ids);
        };
        var reading = new PastFailures<>(THOUSAND, slow, Answers.<Long>ofRecords(RecordKind.INVOICE));

        Batch<Long> read = Deadline.in(Deadline.QUESTION, time::get).during(() -> reading.page(THOUSAND));

        assertThat(read.records()).hasSize(999);
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

    /** More than are taken for a failure over everything: only they are asked for, at each run. */
    @Test
    void laterRunsThatAskForWhatFailedAloneGoToTheirEnd() {
        var scene = new Scene();
        List<Long> ids = scene.create(40);
        List<Long> bad = ids.subList(10, 20);
        scene.through = source -> failing(source, Set.of("invoices"), bad);
        scene.run();
        scene.books.advance(Duration.ofDays(3));
        scene.clock = scene.clock.plus(Duration.ofDays(3));

        for (int again = 0; again < 2; again++) {
            SyncReport report = scene.run();

            assertThat(((SyncReport.Partial) report).problems()).hasSize(10)
                    .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_FAILED));
        }
        scene.through = source -> source;
        assertThat(scene.runs().added()).isEqualTo(10);
        scene.assertCopyIsRight();
    }

    /** A partner's display name that ends in an error, on all its invoices. */
    @Test
    void recordsWhoseNamesCannotBeReadEndNoRun() {
        var scene = new Scene();
        List<Long> ids = scene.create(9);
        scene.through = source -> failing(source, Set.of("names"), ids);
        scene.run();
        scene.books.pay(ids.get(3), true);

        assertThat(scene.run()).isInstanceOf(SyncReport.Done.class);
        assertThat(scene.copy.payments(ids.get(3))).hasSize(1);
        scene.books.renameJournal("Other journal");
        scene.through = source -> failing(source, Set.of("names"), ids.subList(0, 4));
        scene.run();
        scene.run();
        scene.assertCopyIsRight();
    }

    /** Invoices are asked for by their ids, as a list. */
    static InvoiceSource failingOver(InvoiceSource source, long id) {
        return failing(source, Set.of("invoices"), List.of(id));
    }

    /** Fails in these methods where they are asked for one of these ids. */
    static InvoiceSource failing(InvoiceSource source, Set<String> methods, List<Long> bad) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    if (methods.contains(method.getName()) && Stream.of(arguments).filter(Collection.class::isInstance)
                            .anyMatch(ids -> bad.stream().anyMatch(((Collection<?>) ids)::contains))) {
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
