package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.Payment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.OdooBooks;

/** A payment goes by the name that the journal of its bank has now. */
class BankJournalIT {
    private static final String LINE = "account.move.line";

    @TempDir
    Path folder;

    /** An invoice that was paid in full through the journal "Bank". */
    private static long paid(OdooBooks books) {
        books.addPartner(10, "Azure Interior");
        books.addInvoice(1, 10, "Azure Interior", "2026-02-15", 100);
        long payment = books.addEntry(50, "2026-02-20", -121);
        books.set(LINE, payment, "journal_id", List.of(7L, "Bank"));
        books.pay(1, payment, 900);
        return payment;
    }

    @ParameterizedTest
    @EnumSource(FakeOdoo.Version.class)
    void aPaymentOfLongAgoGoesByTheNewNameOfItsJournalAfterOneSync(FakeOdoo.Version version) throws Exception {
        try (FakeOdoo odoo = FakeOdoo.start(version); OpenLoupe loupe = new WholeLoupe(folder).open()) {
            long payment = paid(odoo.books());
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            // what was written long ago is not read again by itself
            odoo.books().clock(Instant.parse("2026-03-01T12:00:00Z"));
            sync(loupe, id);
            assertThat(loupe.invoices().payments(new InvoiceKey(id, 1))).extracting(Payment::label)
                    .containsExactly("Bank");

            odoo.books().setBehindItsBack(LINE, payment, "journal_id", List.of(7L, "House Bank"));
            sync(loupe, id);

            assertThat(loupe.invoices().payments(new InvoiceKey(id, 1))).extracting(Payment::label)
                    .containsExactly("House Bank");
        }
    }
}
