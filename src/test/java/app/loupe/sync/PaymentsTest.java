package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.SyncReport;
import app.loupe.domain.Payment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import testkit.FakeDocuments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments follow from the items that are read anyway; the box, which costs Odoo most, is for the rest. */
class PaymentsTest {
    private final Scene scene = new Scene();

    @Test
    void whatThePaymentsItemsSayIsNotAsked() {
        List<Long> ids = scene.create(4);
        scene.books.pay(ids.getFirst(), false);
        scene.books.pay(ids.getFirst(), true);
        scene.books.pay(ids.get(2), true);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(ids.getFirst())).hasSize(2);
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void aPaymentThatComesLaterIsFoundWithoutAsking() {
        List<Long> ids = scene.create(4);
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.books.pay(ids.get(1), true);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void theBoxIsAskedOnlyWhereASideIsMissing() {
        List<Long> ids = scene.create(4);
        ids.forEach(id -> scene.books.pay(id, true));
        scene.books.forbid(scene.books.itemIds().get(1), true);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.books.boxesAsked()).isEqualTo(1);
    }

    /** It may not be worked out by this user, or the server stumbles over it; all others are as they are. */
    @Test
    void aBoxThatIsRefusedHidesNoOtherAndHoldsNothingUp() {
        List<Long> ids = scene.create(9);
        ids.forEach(id -> scene.books.pay(id, true));
        List.copyOf(scene.books.itemIds()).forEach(item -> scene.books.forbid(item, true));
        scene.books.closedBoxes.add(ids.get(4));

        SyncReport report = scene.run();

        assertThat(report).isInstanceOf(SyncReport.Partial.class);
        assertThat(ids.stream().filter(id -> scene.copy.payments(id).isEmpty())).containsExactly(ids.get(4));
        scene.books.advance(Duration.ofDays(30));
        long later = scene.create(1).getFirst();
        int asked = scene.books.boxesAsked();
        scene.run();
        assertThat(scene.copy.present()).containsKey(later);
        assertThat(scene.books.boxesAsked() - asked).as("of the one, twice").isEqualTo(2);

        scene.books.closedBoxes.clear();
        scene.runs();
        assertThat(scene.copy.payments(ids.get(4))).isNotEmpty();
    }

    /** As many as of a company that this user may not see: also where they are more than a refusal of all is known by. */
    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 30})
    void manyThatAreRefusedHideNoOtherEither(int refused) {
        List<Long> ids = scene.create(40);
        ids.forEach(id -> scene.books.pay(id, true));
        List.copyOf(scene.books.itemIds()).forEach(item -> scene.books.forbid(item, true));
        scene.books.closedBoxes.addAll(ids.subList(40 - refused, 40));

        assertThat(scene.run()).isInstanceOf(SyncReport.Partial.class);

        assertThat(ids.stream().filter(id -> !scene.copy.payments(id).isEmpty())).hasSize(40 - refused);
    }

    @Test
    void aRefusalOfAllIsNoneOfSingleBoxes() {
        List<Long> ids = scene.create(250);
        ids.forEach(id -> scene.books.pay(id, true));
        List.copyOf(scene.books.itemIds()).forEach(item -> scene.books.forbid(item, true));
        scene.books.closedBoxes.addAll(ids);

        assertThat(scene.run()).isInstanceOf(SyncReport.Failed.class);
        assertThat(scene.books.boxesAsked()).isLessThan(20 * ids.size());
    }

    @Test
    void aPaymentThatGoesByAnotherNameNowIsNamedAnewThoughItsInvoiceDidNotChange() {
        long id = scene.create(1).getFirst();
        scene.books.pay(id, true);
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.books.renamePayment(scene.books.itemIds().getFirst(), "BNK1/7", "transfer 4711");

        scene.runs();

        assertThat(scene.copy.payments(id)).extracting(Payment::reference).containsExactly("BNK1/7 (transfer 4711)");
        scene.assertCopyIsRight();
    }

    @Test
    void whatADocumentIsSettledWithIsCalledByItsNewNumberThoughOnlyThatOneChanged() {
        List<Long> ids = scene.create(3);
        var documents = new FakeDocuments(scene.books);
        documents.settle(ids.getFirst(), ids.getLast());
        scene.runs();
        assertThat(scene.copy.payments(ids.getFirst())).extracting(Payment::reference)
                .containsExactly("INV/" + ids.getLast());
        scene.books.advance(Duration.ofHours(2));

        documents.renumber(ids.getLast(), "RINV/2026/00001");
        scene.runs();

        assertThat(scene.copy.payments(ids.getFirst())).extracting(Payment::reference)
                .containsExactly("RINV/2026/00001");
        scene.assertCopyIsRight();
        scene.books.advance(Duration.ofHours(2));
        documents.renumber(ids.getFirst(), "INV/2026/00001");
        scene.runs();
        assertThat(scene.copy.payments(ids.getLast())).extracting(Payment::reference)
                .containsExactly("INV/2026/00001");
    }

    @Test
    void aFullRunFindsEveryPaymentAnew() {
        List<Long> ids = scene.create(3);
        ids.forEach(id -> scene.books.pay(id, true));
        scene.runs();
        scene.copy.spoilPayments(ids.get(1));

        scene.run(SyncMode.FULL);

        scene.assertCopyIsRight();
    }

    @Test
    void whatWasPaidAtAnotherRateIsKnownFromTheEntriesOfTheDifferences() {
        List<Long> ids = scene.create(1_200);
        scene.books.exchanges.pay(ids.getFirst(), false, "0.45");
        ids.forEach(id -> scene.books.exchanges.pay(id, id % 2 == 0, "3.1"));

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(ids.getFirst())).hasSize(4);
        assertThat(scene.copy.payments(ids.get(1))).extracting(Payment::exchangeDifference).contains(true, false);
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void thousandsPaidAtAnotherRateCostAFewQuestions() {
        List<Long> ids = scene.create(4_000);
        ids.forEach(id -> scene.books.pay(id, true));
        int before = scene.books.calls();
        scene.runs();
        int plain = scene.books.calls() - before;
        var other = new Scene();
        List<Long> mixed = other.create(4_000);
        for (int at = 0; at < mixed.size(); at++) {
            if (at % 4 == 0) {
                other.books.exchanges.pay(mixed.get(at), true, "1");
            } else {
                other.books.pay(mixed.get(at), true);
            }
        }

        other.runs();

        // a thousand items more, and a question about a thousand entries, whatever pages they are spread over
        assertThat(other.books.calls()).isLessThanOrEqualTo(plain + 3);
        assertThat(other.books.boxesAsked()).isZero();
    }

    @Test
    void aPaymentAtAnotherRateThatComesLaterIsFoundWithoutTheBox() {
        List<Long> ids = scene.create(3);
        scene.runs();
        scene.books.advance(Duration.ofHours(2));
        scene.books.exchanges.pay(ids.get(1), true, "7");

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(ids.get(1))).hasSize(2);
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void whereTheBoxMakesNoDifferenceNeitherDoesTheCopy() {
        long id = scene.create(1).getFirst();
        scene.books.exchanges.unmarked();
        scene.books.exchanges.pay(id, true, "3.1");

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(id)).extracting(Payment::exchangeDifference).containsExactly(false, false);
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void theBoxIsAskedWhereNothingSaysWhatAnEntryWasBookedFor() {
        List<Long> ids = scene.create(2);
        scene.books.exchanges.unlinked();
        scene.books.exchanges.pay(ids.getFirst(), true, "3.1");
        scene.books.pay(ids.get(1), true);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.books.boxesAsked()).isEqualTo(1);
    }

    @Test
    void theBoxIsAskedAboutAnEntryThatSomebodyWroteLikeADifference() {
        List<Long> ids = scene.create(2);
        scene.books.exchanges.written(scene.books.exchanges.pay(ids.getFirst(), true, "3.1"));
        scene.books.exchanges.pay(ids.get(1), true, "3.1");

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.books.boxesAsked()).isEqualTo(1);
    }

    @Test
    void theDifferenceOnAPaymentIsShownAsTheBoxDoesAndOnlyWithItsOwnInvoice() {
        List<Long> ids = scene.create(3);
        scene.books.exchanges.payBeyond(ids.getFirst(), false, "3.1");
        scene.books.exchanges.pay(ids.getFirst(), true, "0.2");
        scene.books.exchanges.payBeyond(ids.get(1), true, "4");
        scene.books.pay(ids.get(2), true);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(ids.getFirst())).hasSize(4);
        assertThat(scene.copy.payments(ids.get(1))).hasSize(2);
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void whereTheBoxMakesNoDifferenceThatOfAPaymentIsNotShown() {
        long id = scene.create(1).getFirst();
        scene.books.exchanges.unmarked();
        scene.books.exchanges.payBeyond(id, true, "3.1");

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.copy.payments(id)).hasSize(1);
        assertThat(scene.books.boxesAsked()).isZero();
    }

    @Test
    void theBoxIsAskedWhereNothingSaysWhatTheEntryOnThePaymentWasBookedFor() {
        List<Long> ids = scene.create(2);
        scene.books.exchanges.unlinked();
        scene.books.exchanges.payBeyond(ids.getFirst(), true, "3.1");
        scene.books.pay(ids.get(1), true);

        scene.runs();

        scene.assertCopyIsRight();
        assertThat(scene.books.boxesAsked()).isEqualTo(1);
    }
}
