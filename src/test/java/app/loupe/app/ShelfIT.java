package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.rows;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.LineTerm;
import app.loupe.domain.ProblemException;
import app.loupe.review.Books;
import app.loupe.review.InvoiceFilter;
import app.loupe.review.LineRows;
import app.loupe.review.ReviewRow;
import app.loupe.text.Texts;
import app.loupe.ui.common.Wording;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeOdoo;

/** The books in memory follow what syncs do to the copy, from the socket to the shelf. */
class ShelfIT {
    private static final LineTerm CONSULTING = new LineTerm.Text("consulting", false);

    @TempDir
    private Path folder;

    private final FakeOdoo odoo = FakeOdoo.start(FakeOdoo.Version.V19);

    @BeforeEach
    void fill() {
        odoo.books().addPartner(10, "Azure Interior");
        for (int id = 1; id <= 9; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-0" + (1 + id % 3) + "-15", 100 * id);
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private static List<InvoiceRow> all(Books books) {
        return books.list(books.findAlsoRemoved(InvoiceFilter.ALL, LocalDate.EPOCH).inOrder()).stream()
                .map(ReviewRow::row).toList();
    }

    /** The books hold what the copy holds. */
    private static Books demandSame(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        Books books = loupe.shelf().books(Set.of(id));
        assertThat(all(books)).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows(loupe, id));
        return books;
    }

    @Test
    void whatIsReadTellsTheTextsHowManyDecimalsCurrenciesHave() throws Exception {
        var texts = new Texts(Locale.ENGLISH);
        try (OpenLoupe loupe = new WholeLoupe(folder).open(texts)) {
            assertThat(loupe.shelf().decimals()).isSameAs(texts.decimals());
            LentServices lent = loupe.lent(() -> {});
            assertThat(lent.shelf().decimals()).as("a command beside the window changes none of its amounts")
                    .isNotSameAs(texts.decimals());
        }
        assertThat(Wording.of(texts, WholeLoupe.CLOCK).in(Locale.FRENCH, Locale.US).texts().decimals())
                .isSameAs(texts.decimals());
    }

    @Test
    void theBooksHoldWhatEachSyncLeavesInTheCopy() throws Exception {
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            assertThat(loupe.shelf().withLines(Set.of(id)).size()).isZero();

            sync(loupe, id);
            assertThat(LineRows.of(demandSame(loupe, id), CONSULTING).count()).isEqualTo(9);

            odoo.books().addInvoice(10, 10, "Azure Interior", "2026-03-15", 4200);
            odoo.books().delete("account.move", 3);
            sync(loupe, id);
            Books books = demandSame(loupe, id);

            assertThat(all(books)).hasSize(10).anyMatch(row -> row.presence() != InvoiceRow.Presence.PRESENT);
            assertThat(LineRows.of(books, CONSULTING).count()).isEqualTo(10);
        }
    }

    @Test
    void nothingIsLeftOfADeletedConnection() throws Exception {
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            demandSame(loupe, id);

            loupe.connections().delete(id);

            assertThat(loupe.shelf().books(Set.of(id)).size()).isZero();
        }
    }
}
