package testkit.window;

import app.loupe.domain.MoveState;
import app.loupe.domain.MoveType;
import app.loupe.domain.PaymentState;
import testkit.FakeInvoices;

/** Copies that an overview has to bear. */
public final class OverviewSamples {
    private OverviewSamples() {}

    /** In a month more was given back than invoiced, and a customer is owed. */
    public static FakeInvoices negativeMonth() {
        FakeInvoices copy = FakeInvoices.empty();
        copy.add("INV/1", "Ann", "2026-09-02", "2026-10-02", "1000.00", "0.00", "EUR");
        copy.addAs(MoveType.CREDIT_NOTE, MoveState.POSTED, PaymentState.NOT_PAID, "RINV/1", "Ann", "2026-10-05",
                "2026-10-05", "600.00", "600.00", "EUR");
        copy.add("INV/2", "Bob", "2026-11-02", "2026-12-02", "250.00", "250.00", "EUR");
        return copy;
    }
}
