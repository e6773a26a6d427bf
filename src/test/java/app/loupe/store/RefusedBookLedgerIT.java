package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceMark;
import app.loupe.domain.MarkAct;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A ledger of the book that takes nothing: it is then older than its file, and what the file took is told as kept. */
class RefusedBookLedgerIT extends BookInFolder {
    private static final InvoiceKey FIRST = new InvoiceKey(SHOP, 1);

    /** A folder that is not empty, at the place of the ledger. */
    private void refuse() throws IOException {
        Files.deleteIfExists(file("book.ledger"));
        Files.createDirectories(inTheWay());
    }

    private void allow() throws IOException {
        Files.delete(inTheWay());
        Files.delete(file("book.ledger"));
    }

    private Path inTheWay() {
        return file("book.ledger").resolve("in the way");
    }

    private static Map<InvoiceKey, MarkAct> call(OpenBook open) throws ProblemException {
        return open.book.mark(Map.of(FIRST, new MarkAct.Note("call Anna")));
    }

    @Test
    void whatTheFileTookIsToldAsKept() throws Exception {
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            refuse();

            assertThat(call(open)).containsOnlyKeys(FIRST);
            open.note(SHOP, 1);
            open.book.notePartner(new PartnerKey(SHOP, 30), "pays on Thursdays");
            open.book.knowFindings(SHOP, Set.of("odd-date:1"));
            open.book.see(SHOP, 1);

            assertThat(open.warnings()).containsExactly("DATA_FOLDER_REFUSES");
        }
        try (var open = open()) {
            assertKept(open);
            assertThat(open.warnings()).containsExactly("DATA_FOLDER_REFUSES");
        }
        allow();
        for (int start = 0; start < 2; start++) {
            try (var open = open()) {
                assertKept(open);
                assertThat(open.warnings()).isEmpty();
            }
        }
        assertThat(file("book.ledger")).isRegularFile();
    }

    private static void assertKept(OpenBook open) throws ProblemException {
        assertThat(open.invoices(SHOP)).containsExactly(1L);
        assertThat(open.book.marks(Set.of(SHOP))).extractingByKey(FIRST).extracting(InvoiceMark::note)
                .isEqualTo("call Anna");
        assertThat(open.book.partnerNotes(Set.of(SHOP))).containsEntry(new PartnerKey(SHOP, 30), "pays on Thursdays");
        assertThat(open.book.knownFindings(SHOP)).containsExactly("odd-date:1");
        assertThat(open.book.seen(SHOP)).isEqualTo(1);
    }

    /** The ledger is the former one, so that it is older than the file. */
    @Test
    void anOlderLedgerCostsNothing() throws Exception {
        byte[] older;
        try (var open = open()) {
            open.book.leadsTo(SHOP, BOOKS);
            older = Files.readAllBytes(file("book.ledger"));
            refuse();
            open.note(SHOP, 1, 2);
        }
        allow();
        Files.write(file("book.ledger"), older);

        try (var open = open()) {
            assertThat(open.invoices(SHOP)).containsExactly(2L, 1L);
            assertThat(open.warnings()).isEmpty();
        }
    }

    @Test
    void whatIsDeletedIsInNoStateThoughTheLedgerTellsNothing() throws Exception {
        twoSittings();
        try (var open = open()) {
            refuse();

            open.book.forget(SHOP);
        }
        allow();
        ruin("book.mv.db");

        try (var open = open()) {
            open.book.leadsTo(AGAIN, BOOKS);
            assertThat(open.invoices(AGAIN)).isEmpty();
            assertThat(open.book.marks(Set.of(AGAIN))).isEmpty();
        }
    }
}
