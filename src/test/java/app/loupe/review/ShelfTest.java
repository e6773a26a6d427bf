package app.loupe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.ProblemException;
import app.loupe.owed.Subledger;
import app.loupe.text.MoneyText;
import app.loupe.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.CountingReader;
import testkit.FakeInvoices;

class ShelfTest {
    private static final Set<ConnectionId> ACME = Set.of(FakeInvoices.ACME);

    private final FakeInvoices copy = FakeInvoices.believable();
    private final CountingReader reader = new CountingReader(copy);
    private final Shelf shelf = new Shelf(reader, copy.changes());

    private static InvoiceRow row(Books books, InvoiceKey key) {
        return books.row(books.rowOf(key).orElseThrow()).row();
    }

    @Test
    void readsTheWholeCopyOnceForAllWhoAsk() throws ProblemException {
        Books first = shelf.books(ACME);

        assertThat(shelf.books(ACME)).isSameAs(first);
        assertThat(reader.readings()).isOne();
        assertThat(reader.searches()).isZero();
    }

    @Test
    void learnsTheDecimalsThatTheBooksHave() throws ProblemException {
        var texts = new Texts(Locale.US);
        var money = new MoneyText(texts);
        var learning = new Shelf(reader, copy.changes(), texts.decimals());
        for (int i = 0; i < 14; i++) {
            copy.add("UF/" + i, "Lumber Inc", "2026-11-22", "2026-12-22", "1" + i + ".10", "1.10", "CLF");
            copy.add("TH/" + i, "Lumber Inc", "2026-11-22", "2026-12-22", "1" + i + ".123", "1.123", "USD");
        }
        assertThat(money.plain(new BigDecimal("5"), "CLF")).as("of ISO 4217").isEqualTo("5.0000");

        learning.books(ACME);

        assertThat(money.plain(new BigDecimal("5"), "CLF")).isEqualTo("5.00");
        assertThat(money.plain(new BigDecimal("5.0125"), "CLF")).as("no digit is lost").isEqualTo("5.0125");
        assertThat(money.plain(new BigDecimal("5"), "USD")).isEqualTo("5.000");
        assertThat(money.plain(new BigDecimal("5"), "EUR")).isEqualTo("5.00");
        assertThat(learning.decimals()).isSameAs(texts.decimals());
    }

    @Test
    void readsOnlyWhatChanged() throws ProblemException {
        shelf.books(ACME);
        InvoiceKey removed = copy.key("INV/2026/01184");
        copy.remove(removed);
        InvoiceKey added = copy.add("INV/2026/01190", "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00", "EUR");

        Books books = shelf.books(ACME);

        assertThat(reader.readings()).isOne();
        assertThat(reader.changed()).containsExactly(Set.of(removed.id(), added.id()));
        assertThat(row(books, removed).presence()).isEqualTo(InvoiceRow.Presence.REMOVED_IN_ODOO);
        assertThat(row(books, added).number()).isEqualTo("INV/2026/01190");
        assertThat(books.size()).isEqualTo(19);
    }

    @Test
    void readsTheRowsOfPartnersThatChangedWithoutTheirLines() throws ProblemException {
        shelf.withLines(ACME);
        copy.changes().partners(FakeInvoices.ACME, Set.of(7L));
        shelf.books(ACME);
        copy.changes().partners(FakeInvoices.ACME, Set.of(8L));

        shelf.books(ACME);

        assertThat(reader.changed()).hasSize(1).first().satisfies(ids -> assertThat(ids).hasSize(18));
        assertThat(reader.changedLines()).isEmpty();
        assertThat(reader.readings()).isOne();
    }

    @Test
    void keepsTheLinesAndReadsThoseOfWhatChanged() throws ProblemException {
        shelf.books(ACME);
        assertThat(shelf.withLines(ACME).hasLines()).isTrue();
        InvoiceKey changed = copy.key("INV/2026/01184");
        copy.remove(changed);

        Books books = shelf.books(ACME);

        assertThat(books.hasLines()).isTrue();
        assertThat(reader.searches()).isOne();
        assertThat(reader.changedLines()).containsExactly(Set.of(changed.id()));
        assertThat(books.findAlsoRemoved(InvoiceFilter.of(InvoiceQuery.typed("bloc", Set.of())), FakeInvoices.TODAY)
                .inOrder()).hasSize(5);
    }

    @Test
    void readsEverythingAgainWhereNobodyKnowsWhatChanged() throws ProblemException {
        shelf.withLines(ACME);
        copy.changes().all(FakeInvoices.ACME);

        assertThat(shelf.books(ACME).hasLines()).isTrue();

        assertThat(reader.readings()).isEqualTo(2);
        assertThat(reader.searches()).isEqualTo(2);
    }

    @Test
    void otherConnectionsGetBooksOfTheirOwn() throws ProblemException {
        shelf.withLines(ACME);

        assertThat(shelf.books(Set.of()).size()).isZero();
        assertThat(shelf.books(ACME).size()).isEqualTo(18);
        assertThat(reader.readings()).isEqualTo(3);
        assertThat(reader.searches()).isOne();
    }

    @Test
    void theItemsAreReadOnceAndThenThoseOfWhatChanged() throws ProblemException {
        Subledger before = shelf.subledgers(ACME).getOrDefault(FakeInvoices.ACME, Subledger.EMPTY);
        assertThat(shelf.subledgers(ACME).getOrDefault(FakeInvoices.ACME, Subledger.EMPTY)).isSameAs(before);
        InvoiceKey removed = copy.key("INV/2026/01184");
        copy.remove(removed);
        shelf.books(ACME);
        InvoiceKey added = copy.add("INV/2026/01190", "Lumber Inc", "2026-11-22", "2026-12-22", "1.00", "1.00", "EUR");
        copy.changes().items(FakeInvoices.ACME, Set.of(7L));

        Subledger now = shelf.subledgers(ACME).getOrDefault(FakeInvoices.ACME, Subledger.EMPTY);

        assertThat(reader.itemReadings()).isOne();
        assertThat(reader.changedItems()).containsExactly(Set.of(removed.id(), added.id(), 7L));
        assertThat(before.items()).anyMatch(item -> item.invoice() == removed.id());
        assertThat(now.items()).noneMatch(item -> item.invoice() == removed.id())
                .anyMatch(item -> item.invoice() == added.id());
        assertThat(shelf.books(ACME).size()).isEqualTo(19);
    }

    @Test
    void theBooksLearnWhatChangedWhenTheItemsWereAskedForFirst() throws ProblemException {
        shelf.books(ACME);
        InvoiceKey removed = copy.key("INV/2026/01184");
        copy.remove(removed);

        shelf.subledgers(ACME);

        assertThat(row(shelf.books(ACME), removed).presence()).isEqualTo(InvoiceRow.Presence.REMOVED_IN_ODOO);
        assertThat(reader.readings()).isOne();
    }

    @Test
    void theItemsAreReadAgainWhenAPartnerMayHaveAnotherCompanyBehind() throws ProblemException {
        shelf.subledgers(ACME);
        copy.changes().partners(FakeInvoices.ACME, Set.of(7L));
        shelf.books(ACME);

        shelf.subledgers(ACME);

        assertThat(reader.itemReadings()).isEqualTo(2);
    }

    @Test
    void aReadingThatFailsLosesNothing() throws ProblemException {
        shelf.books(ACME);
        InvoiceKey removed = copy.key("INV/2026/01184");
        copy.remove(removed);
        reader.searchesFail(true);
        assertThatThrownBy(() -> shelf.withLines(ACME)).isInstanceOf(ProblemException.class);

        Books books = shelf.books(ACME);

        assertThat(row(books, removed).presence()).isEqualTo(InvoiceRow.Presence.REMOVED_IN_ODOO);
    }
}
