package app.loupe.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.CancelToken;
import app.loupe.domain.InvoiceSource;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemException;
import app.loupe.domain.RecordKind;
import app.loupe.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;

/** What is owed to a tax office stands on accounts that Odoo 16 and later mark: it is no debt of trade. */
class NonTradeItemsIT {
    private final List<AutoCloseable> open = new ArrayList<>();

    private FakeOdoo odoo(FakeOdoo.Version version) {
        var odoo = FakeOdoo.start(version);
        open.add(odoo);
        return odoo;
    }

    private InvoiceSource source(FakeOdoo odoo) throws ProblemException {
        var gateway = new HttpsOdooGateway();
        open.add(gateway);
        var source = gateway.open(odoo.endpoint(), odoo.pin(), FakeOdoo.password(), request -> {}, new CancelToken());
        open.add(source);
        return source;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesOnSuchAnAccountAreNotRead(FakeOdoo.Version version) throws ProblemException {
        FakeOdoo odoo = odoo(version);
        long trade = odoo.books().addEntry(8, "2026-01-01", 50);
        long taxes = odoo.books().addEntry(9, "2026-01-01", 8_400);
        odoo.books().set("account.move.line", taxes, "account_id.non_trade", true);
        InvoiceSource source = source(odoo);
        List<Long> read = version.compareTo(FakeOdoo.Version.V16) >= 0 ? List.of(trade) : List.of(trade, taxes);

        assertThat(source.list(RecordKind.JOURNAL_ITEM, null, 0, 10)).extracting(Stamp::id)
                .containsExactlyElementsOf(read);
        assertThat(source.journalItems(List.of(trade, taxes)).records()).extracting(MoveLine::id)
                .containsExactlyElementsOf(read);
        assertThat(source.journalItemsChangedSince(Instant.EPOCH, null)).containsOnlyKeys(read);
    }

    /** Somebody chose that account for an invoice, which is one all the same, with all that it comes to. */
    @ParameterizedTest
    @EnumSource
    void theLinesOfAnInvoiceAreReadWhateverTheirAccount(FakeOdoo.Version version) throws ProblemException {
        FakeOdoo odoo = odoo(version);
        odoo.books().addInvoice(7, 10, "Azure Interior", "2026-01-15", 100);
        odoo.books().ids("account.move.line").forEach(
                line -> odoo.books().set("account.move.line", line, "account_id.non_trade", true));

        assertThat(source(odoo).invoices(List.of(7L)).records().getFirst().lines()).isNotEmpty();
    }
}
