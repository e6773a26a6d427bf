package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveState;
import app.loupe.domain.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeBooks;
import testkit.FakeDocuments;
import testkit.Fuse;

class SameBooksTest {
    private final Scene scene = new Scene();

    private void demand(FakeBooks server) throws ProblemException {
        try (InvoiceSource source = server.open(Scene.ID, request -> {}, new CancelToken())) {
            new SameBooks(scene.copy).demandSame(Scene.ID, source);
        }
    }

    private void assertSame(FakeBooks server) {
        assertThatCode(() -> demand(server)).doesNotThrowAnyException();
    }

    private void assertAnother(FakeBooks server) {
        assertThatThrownBy(() -> demand(server)).hasMessage("books-differ");
    }

    @Test
    void theSameServerIsTheSameAlsoWhenWorkWentOn() {
        List<Long> ids = scene.create(100);
        scene.runs();
        assertSame(scene.books);

        scene.books.advance(Duration.ofDays(30));
        ids.forEach(id -> scene.books.pay(id, true));
        ids.subList(86, 100).forEach(scene.books::edit);
        scene.create(50);

        assertSame(scene.books);
    }

    @Test
    void someThatWereTakenAwayOrHiddenDoNotMakeAnotherBookAndMostDo() {
        List<Long> ids = scene.create(20);
        scene.runs();
        ids.subList(0, 5).forEach(scene.books::delete);
        ids.subList(5, 9).forEach(id -> scene.books.forbid(id, true));
        assertSame(scene.books);

        ids.subList(9, 10).forEach(scene.books::delete);

        assertAnother(scene.books);
    }

    @Test
    void anotherBookWithTheSameIdsIsAnother() {
        scene.create(20);
        scene.runs();
        var other = new FakeBooks(new Fuse());
        other.advance(Duration.ofDays(900));
        for (int i = 0; i < 20; i++) {
            other.create(MoveState.POSTED, 7_000 + i);
        }

        assertAnother(other);
    }

    @Test
    void oneOverWhichTheServerFailsSaysNothingOfTheOthers() throws ProblemException {
        List<Long> ids = scene.create(20);
        scene.runs();

        try (InvoiceSource source = scene.books.open(Scene.ID, request -> {}, new CancelToken())) {
            InvoiceSource failing = PastFailuresTest.failingOver(source, ids.get(7));
            assertThatCode(() -> new SameBooks(scene.copy).demandSame(Scene.ID, failing)).doesNotThrowAnyException();
            ids.subList(8, 20).forEach(scene.books::delete);
            assertThatThrownBy(() -> new SameBooks(scene.copy).demandSame(Scene.ID, failing))
                    .hasMessage("books-differ");
        }
    }

    /** Half of a sample, or more: what is left may be the same by chance, or nothing at all. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 20})
    void whereTheServerFailsOverMostNothingIsProven(int invoices) throws ProblemException {
        List<Long> ids = scene.create(invoices);
        scene.runs();

        try (InvoiceSource source = scene.books.open(Scene.ID, request -> {}, new CancelToken())) {
            InvoiceSource failing = PastFailuresTest.failing(source, Set.of("invoices"),
                    ids.subList(0, (invoices + 1) / 2));
            assertThatThrownBy(() -> new SameBooks(scene.copy).demandSame(Scene.ID, failing))
                    .hasMessageStartingWith("server-error");
        }
    }

    @Test
    void anOlderStateOfTheSameBookIsAnother() {
        List<Long> ids = scene.create(20);
        scene.books.advance(Duration.ofDays(2));
        ids.forEach(scene.books::edit);
        scene.runs();

        scene.books.rewrite(ids, Duration.ofDays(-1));

        assertAnother(scene.books);
    }

    @Test
    void anEmptyServerIsAnotherAndAnEmptyCopyFitsEveryServer() {
        assertSame(scene.books);
        scene.create(3);
        assertSame(scene.books);
        scene.runs();

        assertAnother(new FakeBooks(new Fuse()));
    }

    @Test
    void draftsThatChangedDoNotCountWhileThereIsAnInvoiceWithANumber() {
        scene.create(1);
        scene.books.advance(Duration.ofDays(1));
        for (int i = 0; i < 10; i++) {
            scene.books.create(MoveState.DRAFT, 100);
        }
        scene.runs();
        scene.books.ids().stream().skip(1).forEach(scene.books::delete);

        assertSame(scene.books);
    }

    @Test
    void draftsThatWerePostedSinceAreTheSameAlsoForAnotherUser() {
        scene.create(5);
        scene.books.advance(Duration.ofDays(1));
        List<Long> drafts = Stream.generate(() -> scene.books.create(MoveState.DRAFT, 250)).limit(40).toList();
        scene.runs();

        drafts.forEach(new FakeDocuments(scene.books)::post);

        assertSame(scene.books);
    }

    @Test
    void aSeriesThatWasNumberedAnewIsTheSame() {
        List<Long> ids = scene.create(40);
        scene.runs();
        var documents = new FakeDocuments(scene.books);

        ids.forEach(id -> documents.renumber(id, "INV/2026/" + (9_000 + id)));

        assertSame(scene.books);
    }

    @Test
    void otherDraftsWithTheSameIdsAreOthers() {
        IntStream.range(0, 20).forEach(i -> scene.books.create(MoveState.DRAFT, 100 + i));
        scene.runs();
        var other = new FakeBooks(new Fuse());
        other.advance(Duration.ofDays(900));
        IntStream.range(0, 20).forEach(i -> other.create(MoveState.DRAFT, 7_000 + i));

        assertAnother(other);
    }
}
