package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.invoice;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.SyncMode;
import app.loupe.domain.Verified;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.OdooBooks;

/** Every Odoo from 14 to 19, with what each does not know, and with add-ons that are older than it. */
class EveryVersionIT {
    private static final String MOVE = "account.move";
    private static final String LINE = "account.move.line";

    @TempDir
    Path folder;

    private static FakeOdoo odoo(FakeOdoo.Version version) {
        var odoo = FakeOdoo.start(version);
        OdooBooks books = odoo.books();
        books.addPartner(10, "Azure Interior");
        books.addProduct(20, "Desk");
        for (int id = 1; id <= 3; id++) {
            books.addInvoice(id, 10, "Azure Interior", "2026-02-15", 100 * id);
            books.set(LINE, books.lines(id).getFirst(), "product_id", List.of(20L, "Desk"));
            books.set(LINE, books.lines(id).getFirst(), "account_id", List.of(400L, "400000 Sales"));
        }
        long payment = books.addEntry(50, "2026-02-20", -121);
        books.pay(1, payment, 900);
        return odoo;
    }

    private static void complete(OpenLoupe loupe, ConnectionId id, OdooBooks books) throws ProblemException {
        for (long move : List.of(1L, 2L, 3L)) {
            assertThat(invoice(loupe, id, move).lines()).extracting(MoveLine::id)
                    .containsExactlyInAnyOrderElementsOf(books.lines(move));
        }
        MoveLine sold = invoice(loupe, id, 2).lines().getFirst();
        assertThat(Objects.requireNonNull(sold.price().product()).name()).isEqualTo("Desk");
        assertThat(Objects.requireNonNull(sold.posting().account()).name()).isEqualTo("400000 Sales");
        assertThat(Objects.requireNonNull(invoice(loupe, id, 2).parties().partner()).name())
                .isEqualTo("Azure Interior");
        assertThat(loupe.invoices().payments(new InvoiceKey(id, 1))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void isCopiedWholeAndVerified(FakeOdoo.Version version) throws Exception {
        try (FakeOdoo odoo = odoo(version); OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();

            sync(loupe, id);

            complete(loupe, id, odoo.books());
            odoo.books().clock(Instant.parse("2026-03-01T12:00:00Z"));
            odoo.books().set(LINE, odoo.books().lines(3).getFirst(), "name", "Freight");
            odoo.books().set(MOVE, 3, "ref", "PO 3");
            assertThat(sync(loupe, id).counts().changed()).isEqualTo(1);
            assertThat(loupe.sync().run(id, SyncMode.VERIFY, new CancelToken(), at -> {}).counts().verified())
                    .isEqualTo(new Verified(3, 3, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"V15, res.partner", "V16, account.move", "V17, account.move.line", "V18, product.product",
        "V19, account.move.line"})
    void anAddOnWithTheArgumentsOfFormerVersionsCostsTheCheapWayAndNothingElse(FakeOdoo.Version version, String model)
            throws Exception {
        try (FakeOdoo odoo = odoo(version); OpenLoupe loupe = new WholeLoupe(folder).open()) {
            odoo.overrideSearch(model);
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();

            sync(loupe, id);

            complete(loupe, id, odoo.books());
            assertThat(odoo.seen().stream()
                    .filter(seen -> seen.model().equals(model) && seen.method().equals("search_read")
                            && seen.body().contains("\"load\":null")))
                    .as("asked for ids alone, and once only").hasSize(1);
        }
    }
}
