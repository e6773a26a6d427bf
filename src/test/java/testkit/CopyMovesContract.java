package testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static testkit.StoreRecords.invoice;
import static testkit.StoreRecords.line;

import app.loupe.domain.Applied;
import app.loupe.domain.Invoice;
import app.loupe.domain.InvoiceReader;
import app.loupe.domain.MoveLine;
import app.loupe.domain.RecordKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a copy does about lines that moved: each stands once, where Odoo has it last. */
abstract class CopyMovesContract extends CopyFiguresContract {
    static Invoice withLine(Invoice invoice, MoveLine line) {
        return invoice.withLines(List.of(line));
    }

    @Test
    void aLineThatMovedToAnotherInvoiceIsThereOnly() throws Exception {
        var moved = line(100, 1, 0, "EUR", "Desk");
        copies().saveInvoices(SHOP, List.of(withLine(invoice(1, 0), moved), invoice(2, 0)));

        copies().saveInvoices(SHOP, List.of(withLine(invoice(2, 0), line(100, 2, 0, "EUR", "Desk"))));

        assertThat(reader().invoice(key(1)).orElseThrow().lines()).isEmpty();
        assertThat(reader().invoice(key(2)).orElseThrow().lines()).extracting(MoveLine::id).containsExactly(100L);
        assertThat(reader().counts(SHOP).lines()).isEqualTo(1);
    }

    @Test
    void anItemThatStandsOnAnInvoiceNowIsThereOnlyAndBack() throws Exception {
        copies().saveJournalItems(SHOP, List.of(line(100, 9, 0, "EUR", "Desk"), line(101, 9, 1, "EUR", "Chair")));

        copies().saveInvoices(SHOP, List.of(withLine(invoice(2, 0), line(100, 2, 0, "EUR", "Desk"))));

        assertThat(copies().stamps(SHOP, RecordKind.JOURNAL_ITEM)).containsOnlyKeys(101L);
        assertThat(reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(1, 0, 1, 1, 0, 0));

        copies().saveJournalItems(SHOP, List.of(line(100, 9, 0, "EUR", "Desk")));

        assertThat(reader().invoice(key(2)).orElseThrow().lines()).isEmpty();
        assertThat(copies().stamps(SHOP, RecordKind.JOURNAL_ITEM)).containsOnlyKeys(100L, 101L);
        assertThat(reader().counts(SHOP)).isEqualTo(new InvoiceReader.Counts(1, 0, 0, 2, 0, 0));
    }

    @Test
    void anInvoiceThatLostALineToAnotherIsReadAgain() throws Exception {
        var whole = withLine(invoice(1, 0), line(100, 1, 0, "EUR", "Desk"));
        copies().saveInvoices(SHOP, List.of(whole, invoice(2, 0)));
        copies().saveInvoices(SHOP, List.of(withLine(invoice(2, 0), line(100, 2, 0, "EUR", "Desk"))));

        assertThat(copies().stamps(SHOP, RecordKind.INVOICE).get(1L)).isBefore(whole.writeDate());
        assertThat(copies().saveInvoices(SHOP, List.of(whole))).isEqualTo(new Applied(0, 1, 0));

        assertThat(reader().invoice(key(1))).contains(whole);
        assertThat(reader().invoice(key(2)).orElseThrow().lines()).isEmpty();
    }
}
