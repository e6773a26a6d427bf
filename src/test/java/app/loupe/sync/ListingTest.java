package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.SourceBusyException;
import app.loupe.domain.Stamp;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeBooks;
import testkit.Fuse;

class ListingTest {
    private final CancelToken cancel = new CancelToken();
    private final FakeBooks books = new FakeBooks(new Fuse());
    private final Pages pages = new Pages(Runnable::run,
            new Patience((length, token) -> {}, cancel, new SplittableRandom(1), () -> 0), cancel);

    private Listing read() throws ProblemException {
        return read(Set.of());
    }

    private Listing read(Set<Long> known) throws ProblemException {
        try (var source = books.open(Scene.ID, request -> {}, cancel)) {
            return Listing.read(source, pages, RecordKind.INVOICE, null, known);
        }
    }

    @Test
    void walksPastAPageAndPastABusyServer() throws ProblemException {
        for (int i = 0; i < 62_000; i++) {
            books.create(MoveState.POSTED, 1);
        }
        var once = new AtomicBoolean();
        books.beforeCall(() -> {
            if (once.compareAndSet(false, true)) {
                books.failNext(new SourceBusyException(Problem.of(ProblemCode.SERVER_BUSY), Duration.ZERO));
            }
        });

        assertThat(read().stamps().ids()).containsExactlyElementsOf(books.ids());
        assertThat(books.calls()).isEqualTo(6);
    }

    @Test
    void anEmptyPartProvesTheEndUnlessAllThatIsKnownWasShown() throws ProblemException {
        for (int i = 0; i < 5; i++) {
            books.create(MoveState.POSTED, 1);
        }
        Set<Long> all = Set.copyOf(books.ids());

        assertThat(requests(Set.of())).as("nothing is known").isEqualTo(requests(all) + 1);
        books.delete(books.ids().getFirst());
        assertThat(requests(all)).as("one is missing").isEqualTo(requests(Set.of()));
    }

    private int requests(Set<Long> known) throws ProblemException {
        int before = books.calls();
        assertThat(read(known).stamps().ids()).containsExactlyElementsOf(books.ids());
        return books.calls() - before;
    }

    @Test
    void aPartOfAllRowsThatWereAskedForIsNotTheLast() throws ProblemException {
        for (int i = 0; i < Listing.PAGE + 1; i++) {
            books.create(MoveState.POSTED, 1);
        }
        List<Long> ids = books.ids();

        assertThat(read(Set.copyOf(ids.subList(0, Listing.PAGE))).stamps().ids()).containsExactlyElementsOf(ids);
    }

    @Test
    void aServerThatListsForEverDoesNotFillTheMemory() {
        var endless = (InvoiceSource) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (source, method, arguments) -> {
                    long after = (Long) arguments[2];
                    return LongStream.rangeClosed(after + 1, after + (Integer) arguments[3])
                            .mapToObj(id -> new Stamp(id, Instant.EPOCH, null)).toList();
                });

        assertThatThrownBy(() -> Listing.read(endless, pages, RecordKind.INVOICE, null, Set.of()))
                .hasMessage(ProblemCode.ANSWER_TOO_LARGE.key());
    }

    @ParameterizedTest
    @CsvSource({"7 7, equal ids", "7 6, descending ids", "7 8 8, equal ids at the end", "0 1, no id"})
    void idsThatDoNotAscendAreNoListing(String ids, String what) {
        List<Stamp> stamps = Stream.of(ids.split(" ")).map(id -> new Stamp(Long.parseLong(id), Instant.EPOCH, null))
                .toList();
        // whoever goes on asks a server that never ends, and gets an empty part at last
        var asked = new AtomicInteger();
        var strange = (InvoiceSource) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {InvoiceSource.class},
                (source, method, arguments) -> asked.incrementAndGet() > 3 ? List.of() : stamps);

        assertThatThrownBy(() -> Listing.read(strange, pages, RecordKind.INVOICE, null, Set.of())).as(what)
                .hasMessage(ProblemCode.ANSWER_MALFORMED.key());
    }

    @Test
    void aPartThatFailsIsNoListing() {
        books.beforeCall(() -> books.failNext(ProblemException.of(ProblemCode.SERVER_ERROR)));

        assertThatThrownBy(this::read).isInstanceOf(ProblemException.class);
    }

    @Test
    void knowsTheNewestWriteDate() throws ProblemException {
        assertThat(read().newest(books.second())).isEmpty();
        books.create(MoveState.POSTED, 1);
        books.advance(Duration.ofHours(1));
        long last = books.create(MoveState.POSTED, 1);

        assertThat(read().newest(books.second()))
                .contains(Objects.requireNonNull(books.invoices().get(last)).writeDate());
    }

    @Test
    void aWriteDateAheadOfTheServersOwnClockIsNotTheNewest() throws ProblemException {
        long usual = books.create(MoveState.POSTED, 1);
        Instant now = Objects.requireNonNull(books.invoices().get(usual)).writeDate();
        long odd = books.create(MoveState.POSTED, 1);
        books.rewrite(List.of(odd), Duration.ofDays(2_000));

        assertThat(read().newest(now)).contains(now);
    }
}
