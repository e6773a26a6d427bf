package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.Batch;
import app.loupe.domain.CancelToken;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceRow.Presence;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveState;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SourceOpener;
import app.loupe.domain.SyncCounts;
import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.FakeDocuments;

/** What counts as gone from the server, and what does not. */
class DeletionsTest {
    private final Scene scene = new Scene();

    private static ProblemCode failure(SyncReport report) {
        return ((SyncReport.Failed) report).problem().code();
    }

    @Test
    void tellsRemovedFromNoLongerAccessibleAndTakesBackWhatReturns() {
        List<Long> ids = scene.create(10);
        scene.runs();
        scene.books.delete(ids.get(1));
        scene.books.forbid(ids.get(2), true);

        SyncCounts counts = scene.runs();

        assertThat(counts.removed()).isEqualTo(1);
        assertThat(counts.inaccessible()).isEqualTo(1);
        assertThat(scene.copy.absent()).containsEntry(ids.get(1), Presence.REMOVED_IN_ODOO).containsEntry(ids.get(2),
                Presence.NO_LONGER_ACCESSIBLE).hasSize(2);
        scene.books.forbid(ids.get(2), false);
        scene.runs();
        scene.assertCopyIsRight();
        assertThat(scene.copy.absent()).containsOnlyKeys(ids.get(1));
    }

    /** Where all that is looked at is forbidden, what was deleted besides is taken for forbidden, too. */
    @ParameterizedTest
    @EnumSource(names = {"FULL", "VERIFY"})
    void whatCouldNotBeSeenAndIsGoneIsFoundByARunThatReadsAll(SyncMode mode) {
        List<Long> ids = scene.create(30);
        scene.runs();
        List<Long> hidden = ids.subList(2, 27);
        hidden.forEach(id -> scene.books.forbid(id, true));
        scene.runs();
        assertThat(scene.copy.absent()).hasSize(25).containsValue(Presence.NO_LONGER_ACCESSIBLE);
        hidden.subList(0, 23).forEach(id -> {
            scene.books.forbid(id, false);
            scene.books.delete(id);
        });
        assertThat(scene.runs().removed()).isZero();

        SyncReport report = scene.run(mode);

        assertThat(report).as("more than are left, and no other server").isInstanceOf(SyncReport.Done.class);
        assertThat(report.counts().removed()).isEqualTo(23);
        assertThat(report.counts().inaccessible()).isZero();
        assertThat(scene.copy.absent()).containsEntry(hidden.getFirst(), Presence.REMOVED_IN_ODOO)
                .containsEntry(hidden.getLast(), Presence.NO_LONGER_ACCESSIBLE);
        scene.assertCopyIsRight();
    }

    @Test
    void anEmptyListingIsNoDeletion() {
        scene.create(100);
        scene.runs();
        scene.books.listNothing(true);

        SyncCounts counts = scene.runs();

        assertThat(counts.removed()).isZero();
        assertThat(scene.copy.absent()).isEmpty();
        scene.assertCopyIsRight();
    }

    @Test
    void doesNotBelieveThatMostOfTheBooksWereDeleted() {
        List<Long> ids = scene.create(40);
        scene.runs();
        ids.subList(0, 21).forEach(scene.books::delete);
        scene.create(3);

        SyncReport report = scene.run();

        assertThat(failure(report)).isEqualTo(ProblemCode.SERVER_REPLACED);
        assertThat(scene.copy.absent()).isEmpty();
        assertThat(scene.copy.present()).hasSize(40);
    }

    @Test
    void halfOfTheBooksMayGo() {
        List<Long> ids = scene.create(42);
        scene.runs();
        ids.subList(0, 21).forEach(scene.books::delete);

        assertThat(scene.runs().removed()).isEqualTo(21);
    }

    @Test
    void doesNotTakeARestoredDatabaseWithTheSameIdsForChanges() {
        List<Long> ids = scene.create(100);
        scene.runs();
        var before = scene.copy.present();
        scene.books.rewrite(ids.subList(0, 21), Duration.ofDays(-3));

        SyncReport report = scene.run();

        assertThat(failure(report)).isEqualTo(ProblemCode.SERVER_REPLACED);
        assertThat(scene.copy.present()).isEqualTo(before);
    }

    /** Imported into a new database of the same name: the same ids, later write dates, other documents. */
    @ParameterizedTest
    @ValueSource(ints = {12, 100})
    void doesNotTakeADatabaseThatWasBuiltAnewForChanges(int count) throws ProblemException {
        List<Long> ids = scene.create(count);
        scene.runs();
        var before = scene.copy.present();
        scene.books.advance(Duration.ofDays(30));
        ids.forEach(scene.books::edit);
        SourceOpener rebuilt = (id, log, cancel) -> renumbered(scene.books.open(id, log, cancel));
        var engine = new SyncEngine(
                new SyncPorts(rebuilt, scene.copy, scene.profiles, scene.journal, (connection, cancel) -> List.of()),
                () -> scene.clock,
                (length, cancel) -> {}, new Turns(), Runnable::run);

        SyncReport report = engine.run(Scene.ID, SyncMode.CHANGES, new CancelToken(), step -> {});

        assertThat(failure(report)).isEqualTo(ProblemCode.SERVER_REPLACED);
        assertThat(scene.copy.present()).isEqualTo(before);
        assertThat(scene.copy.absent()).isEmpty();
    }

    /** The same server, whose invoices are other ones. */
    private static InvoiceSource renumbered(InvoiceSource source) {
        return (InvoiceSource) Proxy.newProxyInstance(InvoiceSource.class.getClassLoader(),
                new Class<?>[] {InvoiceSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(source, arguments);
                    return answer instanceof Batch<?> batch && method.getName().equals("invoices")
                            ? new Batch<>(
                                    batch.records().stream().map(Invoice.class::cast).map(DeletionsTest::other)
                                            .toList(),
                                    batch.problems())
                            : answer;
                });
    }

    private static Invoice other(Invoice of) {
        Invoice.Amounts amounts = of.amounts();
        return new Invoice(of.id(), of.writeDate(), "SALE/" + of.id(), of.type(), of.state(), of.paymentState(),
                of.parties(), of.booking(), of.dates(),
                new Invoice.Amounts(amounts.untaxed(), amounts.tax(), amounts.total().movePointLeft(1),
                        amounts.residual(), amounts.signed()),
                of.otherInfo(), of.lines());
    }

    @Test
    void draftsThatArePostedByTheDozenMakeNoOtherDatabase() {
        scene.create(5);
        List<Long> drafts = Stream.generate(() -> scene.books.create(MoveState.DRAFT, 250)).limit(40).toList();
        scene.runs();
        scene.books.advance(Duration.ofDays(1));

        drafts.forEach(new FakeDocuments(scene.books)::post);

        assertThat(scene.runs().changed()).isEqualTo(40);
        scene.assertCopyIsRight();
    }

    @Test
    void aSeriesThatIsNumberedAnewMakesNoOtherDatabase() {
        List<Long> ids = scene.create(40);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        var documents = new FakeDocuments(scene.books);

        ids.forEach(id -> documents.renumber(id, "INV/2026/" + (9_000 + id)));

        assertThat(scene.runs().changed()).isEqualTo(40);
        scene.assertCopyIsRight();
    }

    @Test
    void invoicesThatThisUserMayNotSeeAnyMoreMakeNoOtherDatabase() {
        List<Long> ids = scene.create(60);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        ids.subList(0, 32).forEach(scene.books::edit);
        // those that were written last before, of a company that was taken away
        ids.subList(32, 60).forEach(id -> scene.books.forbid(id, true));

        assertThat(scene.runs().inaccessible()).isEqualTo(28);
    }

    @Test
    void aChangeOfAllOfThemIsNoOtherDatabase() {
        List<Long> ids = scene.create(40);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        ids.forEach(scene.books::edit);

        assertThat(scene.runs().changed()).isEqualTo(40);
        scene.assertCopyIsRight();
    }

    @Test
    void aFewOlderOnesOrFewOfManyAreNoDoubt() {
        List<Long> ids = scene.create(210);
        scene.runs();
        scene.books.rewrite(ids.subList(0, 21), Duration.ofDays(-3));

        assertThat(scene.runs().changed()).isEqualTo(21);
        scene.assertCopyIsRight();
    }

    @Test
    void anInvoiceThatBecameAnEntryIsMarkedNamedOnceAndNotLookedForAgain() throws ProblemException {
        List<Long> ids = scene.create(5);
        scene.runs();
        scene.books.advance(Duration.ofDays(1));
        scene.books.turnIntoEntry(ids.get(2), true);
        scene.books.edit(ids.get(0));

        SyncReport report = scene.run();

        assertThat(((SyncReport.Partial) report).problems()).containsExactly(
                Problem.of(ProblemCode.NO_LONGER_INVOICE, "account.move", Long.toString(ids.get(2))));
        assertThat(report.counts().removed()).isEqualTo(1);
        assertThat(scene.copy.absent()).containsOnly(Map.entry(ids.get(2), Presence.REMOVED_IN_ODOO));
        assertThat(scene.copy.watermark(Scene.ID)).contains(
                Objects.requireNonNull(scene.books.invoices().get(ids.get(0))).writeDate());
        scene.runs();
        scene.books.turnIntoEntry(ids.get(2), false);
        scene.runs();
        scene.assertCopyIsRight();
    }

    @Test
    void dropsItemsThatAreGoneCancelledOrForbidden() {
        List<Long> ids = scene.create(4);
        ids.forEach(id -> scene.books.pay(id, false));
        scene.runs();
        List<Long> items = scene.books.itemIds();
        scene.books.deleteItem(items.get(0));
        scene.books.cancelItem(items.get(1));
        scene.books.forbid(items.get(2), true);

        scene.runs();

        assertThat(scene.copy.items()).containsOnlyKeys(items.get(3));
        scene.books.forbid(items.get(2), false);
        scene.runs();
        assertThat(scene.copy.items()).as("with the right it comes back").containsOnlyKeys(items.get(2), items.get(3));
    }

    @Test
    void itemsThatVanishWereTakenBackWhereTheInvoicesAreTheSameAndMostOfThemAreTold() {
        List<Long> ids = scene.create(4);
        List<Long> items = payments(ids.getFirst());
        scene.runs();
        assertThat(scene.copy.items()).containsOnlyKeys(items);

        items.forEach(scene.books::deleteItem);

        assertThat(scene.run()).isInstanceOfSatisfying(SyncReport.Partial.class,
                partly -> assertThat(partly.problems()).containsExactly(Problem.of(ProblemCode.ITEMS_GONE,
                        Integer.toString(items.size()), Integer.toString(items.size()))));
        assertThat(scene.copy.items()).isEmpty();
        assertThat(scene.runs().removed()).as("told once").isZero();
    }

    @Test
    void doesNotBelieveThatMostItemsWereDeletedWhereNoInvoiceIsAsItWas() {
        List<Long> ids = scene.create(4);
        List<Long> items = payments(ids.getFirst());
        scene.runs();
        items.forEach(scene.books::deleteItem);
        scene.books.advance(Duration.ofDays(1));
        ids.forEach(scene.books::edit);

        assertThat(failure(scene.run())).isEqualTo(ProblemCode.SERVER_REPLACED);
        assertThat(scene.copy.items()).containsOnlyKeys(items);
    }

    /** More than may vanish without a doubt. */
    private List<Long> payments(long invoice) {
        for (int i = 0; i <= Sweep.DOUBT_ABOVE; i++) {
            scene.books.pay(invoice, false);
        }
        return scene.books.itemIds();
    }
}
