package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.invoice;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import testkit.FakeOdoo;

/** From Odoo 18 on companies share an account, and each has a name of its own for it. */
class SharedAccountsIT {
    private static final String LINE = "account.move.line";
    private static final long OTHER_COMPANY = 2;
    private static final long ACCOUNT = 400;

    @TempDir
    Path folder;

    private static FakeOdoo odoo(FakeOdoo.Version version) {
        var odoo = FakeOdoo.start(version);
        odoo.books().addPartner(10, "Azure Interior");
        for (int id = 1; id <= 4; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-02-15", 100 * id);
            List<Object> company = List.of(id % 2 == 0 ? OTHER_COMPANY : 1, id % 2 == 0 ? "Ma Société" : "My Company");
            odoo.books().set("account.move", id, "company_id", company);
            for (long line : odoo.books().lines(id)) {
                odoo.books().set(LINE, line, "company_id", company);
                odoo.books().set(LINE, line, "account_id", List.of(ACCOUNT, "400000 Sales"));
            }
        }
        odoo.books().nameAccount(ACCOUNT, 1, "400000 Sales");
        odoo.books().nameAccount(ACCOUNT, OTHER_COMPANY, "700000 Ventes");
        return odoo;
    }

    private static void named(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        for (long move = 1; move <= 4; move++) {
            assertThat(invoice(loupe, id, move).lines()).as("invoice " + move).isNotEmpty()
                    .extracting(line -> Ref.nameOf(line.posting().account()))
                    .containsOnly(move % 2 == 0 ? "700000 Ventes" : "400000 Sales");
        }
    }

    @ParameterizedTest
    @CsvSource({"V18, true", "V18, false", "V19, true", "V19, false"})
    void itHasTheNameOfTheLinesCompany(FakeOdoo.Version version, boolean addOnWithFormerArguments) throws Exception {
        try (FakeOdoo odoo = odoo(version); OpenLoupe loupe = new WholeLoupe(folder).open()) {
            if (addOnWithFormerArguments) {
                odoo.overrideSearch(LINE);
            }
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();

            sync(loupe, id);
            named(loupe, id);

            odoo.books().nameAccount(ACCOUNT, OTHER_COMPANY, "707000 Ventes");
            odoo.books().touch("account.move", 2);
            odoo.books().touch("account.move", 4);
            sync(loupe, id);
            assertThat(invoice(loupe, id, 4).lines())
                    .extracting(line -> Ref.nameOf(line.posting().account())).containsOnly("707000 Ventes");
        }
    }
}
