package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.DeletionProgress;
import app.loupe.domain.InvoiceChange;
import app.loupe.domain.InvoiceChange.Kind;
import app.loupe.domain.InvoiceField;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Stamp;
import app.loupe.domain.VaultFact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where connections lead in the owner's book, and what becomes of it when they go. */
class DeletedNotesTest extends DeskOverMemory {
    private static BookId books(String host) throws ProblemException {
        return BookId.of(endpoint(host));
    }

    private static void note(MemoryStores stores, ConnectionId connection) {
        stores.book.note(connection, Stamp.NEVER,
                List.of(new InvoiceChange(1, "INV/1", 1, 1, NOW, Kind.NEW, InvoiceField.PRESENCE,
                        0, "", "", false)));
    }

    @Test
    void aConnectionThatIsAddedAgainFindsWhatWasKept() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        note(stores, shop.id());

        desk.delete(shop.id(), Notes.STAY, DeletionProgress.UNWATCHED);
        ConnectionProfile again = add(desk, "https://ERP.acme.example/web");

        assertThat(again.id()).isNotEqualTo(shop.id());
        assertThat(stores.book.leads).containsExactly(Map.entry(again.id(), books("erp.acme.example")));
        assertThat(stores.book.kept(books("erp.acme.example"))).isEqualTo(1);
    }

    @Test
    void everythingGoesUnlessTheOwnerSaysOtherwise() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        note(stores, shop.id());

        desk.delete(shop.id());

        assertThat(stores.book.leads).isEmpty();
        assertThat(stores.book.kept(books("erp.acme.example"))).isZero();
        assertThat(stores.dragged.forgotten).containsExactly(shop.id());
    }

    @Test
    void theSampleCompanyLeadsToBooksOfItsOwnAndAnEditLeadsElsewhere() throws Exception {
        ConnectionId sample = desk.addSample().id();
        ConnectionProfile shop = add(desk, "erp.acme.example");
        assertThat(stores.book.leads)
                .containsOnly(Map.entry(sample, BookId.SAMPLE), Map.entry(shop.id(), books("erp.acme.example")));
        stores.server = Map.of();
        note(stores, shop.id());
        try (Secret secret = Secret.ofChars("pass")) {
            edit(shop, "new.acme.example", secret, null);
        }

        assertThat(stores.book.leads).containsEntry(shop.id(), books("new.acme.example"));
        assertThat(stores.book.kept(books("new.acme.example"))).isEqualTo(1);
    }

    @Test
    void aStartLeadsThoseThatTheBookWasNotToldOf() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        stores.book.leads.clear();
        ConnectionProfile unsealed = add(desk, "other.acme.example");
        stores.book.leads.clear();
        stores.unsealed.add(unsealed.id());
        ConnectionId sample = desk.addSample().id();
        stores.book.leads.clear();

        desk.repair();

        assertThat(stores.book.leads).containsOnlyKeys(shop.id(), sample);
    }

    @ParameterizedTest
    @EnumSource
    void aDeletionInterruptedAnywhereDoesWithTheNotesWhatTheOwnerSaid(Notes notes) throws Exception {
        int interruptions = 0;
        for (int writes = 0; writes <= 6; writes++) {
            var interrupted = new MemoryStores();
            ConnectionProfile kept = add(desk(interrupted), "kept.acme.example");
            ConnectionProfile gone = add(desk(interrupted), "erp.acme.example");
            synced(interrupted, kept, 7);
            synced(interrupted, gone, 412);
            note(interrupted, kept.id());
            note(interrupted, gone.id());
            interrupted.book.beforeChange = interrupted::write;
            interrupted.writesLeft = writes;
            if (writes < 6) {
                assertThatThrownBy(() -> desk(interrupted).delete(gone.id(), notes, DeletionProgress.UNWATCHED))
                        .isInstanceOf(MemoryStores.PowerCut.class);
                interruptions++;
            } else {
                desk(interrupted).delete(gone.id(), notes, DeletionProgress.UNWATCHED);
            }
            interrupted.writesLeft = -1;

            desk(interrupted).repair();

            boolean begun = writes > 0;
            assertThat(interrupted.book.leads.containsKey(gone.id())).as("%d writes", writes).isEqualTo(!begun);
            assertThat(interrupted.book.kept(books("erp.acme.example"))).as("%d writes", writes)
                    .isEqualTo(begun && notes == Notes.GO ? 0 : 1);
            assertThat(interrupted.book.kept(books("kept.acme.example"))).isEqualTo(1);
            assertThat(interrupted.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
            assertThat(interrupted.keeping).isEmpty();
        }
        assertThat(interruptions).isEqualTo(6);
    }

    /** What has to go stays known until it is gone: nobody lists the connection, and its book alone says which notes are its own. */
    @Test
    void everythingGoesHoweverManyStartsFindNoRoom() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        note(stores, shop.id());
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(shop.id())).hasMessage("deletion-unfinished");
        for (int start = 0; start < 2; start++) {
            assertThat(desk(stores).repair()).extracting(Problem::code)
                    .containsExactly(ProblemCode.DELETION_UNFINISHED);
        }
        stores.diskFull = false;

        desk(stores).repair();

        assertThat(stores.book.kept(books("erp.acme.example"))).isZero();
        assertThat(stores.book.leads).isEmpty();
        assertThat(stores.facts).doesNotContainKey(VaultFact.PENDING_DELETION);
    }

    /** The vault knows the connection, and the copy takes no profile today. */
    @Test
    void aConnectionThatTheCopyLacksForNowLeadsOn() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        stores.profiles.clear();
        stores.copyRefused = true;

        desk(stores).repair();

        assertThat(stores.book.leads).containsOnlyKeys(shop.id());
    }

    @Test
    void whoeverChangesTheirMindBeforeTheEndIsHeard() throws Exception {
        ConnectionProfile shop = add(desk, "erp.acme.example");
        note(stores, shop.id());
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(shop.id(), Notes.STAY, DeletionProgress.UNWATCHED))
                .hasMessage("deletion-unfinished");
        stores.diskFull = false;

        desk.delete(shop.id(), Notes.GO, DeletionProgress.UNWATCHED);

        assertThat(stores.book.kept(books("erp.acme.example"))).isZero();
        assertThat(stores.keeping).isEmpty();
    }
}
