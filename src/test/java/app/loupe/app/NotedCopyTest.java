package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ConnectionId;
import app.loupe.domain.CopyChange;
import app.loupe.domain.CopyChanges;
import app.loupe.domain.CopyRepository;
import app.loupe.domain.MoveLine;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import testkit.Fuse;
import testkit.InMemoryCopy;
import testkit.StoreRecords;

class NotedCopyTest {
    private static final ConnectionId SHOP = new ConnectionId("aaaaaaaa");
    private static final CopyRepository BROKEN = (CopyRepository) Proxy.newProxyInstance(
            CopyRepository.class.getClassLoader(), new Class<?>[] {CopyRepository.class},
            (proxy, method, arguments) -> {
                throw ProblemException.of(ProblemCode.STORE_DAMAGED);
            });

    private final CopyChanges changes = new CopyChanges();
    private final CopyRepository copy = new NotedCopy(new InMemoryCopy(new Fuse()), changes);

    private static CopyChange invoices(Long... ids) {
        return new CopyChange(false, Set.of(ids), Set.of(), Set.of());
    }

    @Test
    void notesTheInvoicesThatWereStoredOrMarked() throws ProblemException {
        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
        copy.saveInvoices(SHOP, StoreRecords.invoices(3, 1, 1));
        assertThat(changes.take()).isEqualTo(Map.of(SHOP, invoices(1L, 2L, 3L)));
        assertThat(changes.take()).isEmpty();

        copy.markRemoved(SHOP, Set.of(1L), Instant.EPOCH);
        copy.markInaccessible(SHOP, Set.of(2L), Instant.EPOCH);

        assertThat(changes.take()).isEqualTo(Map.of(SHOP, invoices(1L, 2L)));
    }

    @Test
    void notesNothingForAPageThatChangedNothing() throws ProblemException {
        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
        copy.savePartners(SHOP, List.of(StoreRecords.partner(5, "A")));
        changes.take();

        copy.saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1));
        copy.savePartners(SHOP, List.of(StoreRecords.partner(5, "A")));

        assertThat(changes.take()).isEmpty();
    }

    @Test
    void notesTheItemsOfOtherEntriesThatWereStoredOrAreGone() throws ProblemException {
        MoveLine item = StoreRecords.line(71, 8, 1, "EUR", "Payment");
        copy.saveJournalItems(SHOP, List.of(item));
        assertThat(changes.take())
                .isEqualTo(Map.of(SHOP, new CopyChange(false, Set.of(), Set.of(71L), Set.of())));
        copy.saveJournalItems(SHOP, List.of(item));
        assertThat(changes.take()).isEmpty();

        copy.dropJournalItems(SHOP, Set.of(71L));

        assertThat(changes.take())
                .isEqualTo(Map.of(SHOP, new CopyChange(false, Set.of(), Set.of(71L), Set.of())));
    }

    @Test
    void notesThePartnersThatWereStored() throws ProblemException {
        copy.savePartners(SHOP, List.of(StoreRecords.partner(5, "A"), StoreRecords.partner(6, "B")));

        assertThat(changes.take()).isEqualTo(Map.of(SHOP, new CopyChange(false, Set.of(), Set.of(), Set.of(5L, 6L))));
    }

    @Test
    void notesEverythingWhenAConnectionIsDeleted() throws ProblemException {
        copy.delete(SHOP);

        assertThat(changes.take()).isEqualTo(Map.of(SHOP, CopyChange.ALL));
    }

    private interface Write {
        void with(CopyRepository copy) throws ProblemException;
    }

    /** Invoices are stored in several transactions, and what failed may be stored in part. */
    @Test
    void notesEverythingWhenAWriteFailsOfWhichASuccessIsNoted() {
        var broken = new NotedCopy(BROKEN, changes);
        List<Write> writes = List.of(on -> on.saveInvoices(SHOP, StoreRecords.invoices(1, 2, 1)),
                on -> on.savePartners(SHOP, List.of()), on -> on.saveProducts(SHOP, List.of()),
                on -> on.saveJournalItems(SHOP, List.of()), on -> on.dropJournalItems(SHOP, Set.of()),
                on -> on.markRemoved(SHOP, Set.of(), Instant.EPOCH),
                on -> on.markInaccessible(SHOP, Set.of(), Instant.EPOCH), on -> on.rename(SHOP, List.of()),
                on -> on.delete(SHOP));
        for (Write write : writes) {
            assertThatThrownBy(() -> write.with(broken)).isInstanceOf(ProblemException.class);
            assertThat(changes.take()).isEqualTo(Map.of(SHOP, CopyChange.ALL));
        }
    }
}
