package app.loupe.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.SyncMode;
import app.loupe.domain.Payment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void aFullRunFindsEveryPaymentAnew() {
        List<Long> ids = scene.create(3);
        ids.forEach(id -> scene.books.pay(id, true));
        scene.runs();
        scene.copy.spoilPayments(ids.get(1));

        scene.run(SyncMode.FULL);

        scene.assertCopyIsRight();
    }
}
