package app.loupe.sync;

import app.loupe.domain.Blocking;
import app.loupe.domain.ProblemException;
import app.loupe.sync.SyncProgress.Step;
import java.util.List;

/** Reads the payments of the invoices that changed since theirs were read: costly for Odoo, therefore last. */
final class PaymentStage {
    private final Work work;

    PaymentStage(Work work) {
        this.work = work;
    }

    @Blocking
    void run() throws ProblemException {
        List<Long> wanted = work.copy().paymentsWanted(work.id());
        work.steps().begin(Step.PAYMENTS, wanted.size());
        work.pages().walk(wanted, work.source()::payments, (part, payments) -> {
            if (!payments.isEmpty()) {
                work.copy().savePayments(work.id(), payments);
            }
            work.steps().through(part.size());
        });
    }
}
