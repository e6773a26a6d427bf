package app.loupe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.BookId;
import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Connections.Notes;
import app.loupe.domain.OwnerBook;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SourceOpener;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an addition leaves that failed halfway, and what one keeps of connections that the copy lacks. */
class HalfAdditionTest extends DeskOverMemory {
    @Test
    void aProfileThatTheCopyKeptAllTheSameGoesAgain() throws Exception {
        stores.flushRefused = true;
        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("store-failed");
        assertThat(desk.list()).isEmpty();
        stores.flushRefused = false;

        ConnectionProfile added = add(desk, "erp.acme.example");

        assertThat(added.name()).isEqualTo("acme");
        assertThat(desk.list()).containsExactly(added);
    }

    @Test
    void aSampleCompanyThatFailedAtTheCopyOrAtTheVaultComesAtTheSecondTry() throws Exception {
        stores.flushRefused = true;
        assertThatThrownBy(desk::addSample).hasMessage("store-failed");
        assertThat(desk.list()).isEmpty();
        stores.flushRefused = false;
        stores.profilesRefused = true;
        assertThatThrownBy(desk::addSample).hasMessage("disk-full");
        assertThat(desk.list()).isEmpty();
        stores.profilesRefused = false;

        assertThat(desk.addSample().name()).isEqualTo("Sample");

        assertThat(desk.list()).hasSize(1);
    }

    @Test
    void anAdditionForgetsNoConnectionThatTheCopyLacks() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        stores.profiles.clear();

        ConnectionProfile sample = desk.addSample();
        ConnectionProfile third = add(desk, "third.acme.example");

        assertThat(kept()).containsExactly(first, second, sample, third);
        assertThat(desk.list()).containsExactly(sample, third);
    }

    @Test
    void anEditForgetsNoConnectionThatTheCopyLacks() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile second = add(desk, "second.acme.example");
        stores.profiles.remove(first.id());
        stores.server = Map.of();
        try (Secret secret = Secret.ofChars("pass")) {
            edit(second, "new.acme.example", secret, null);
        }

        assertThat(kept()).containsExactly(first, second);
    }

    @Test
    void aDeletedConnectionComesBackWithNoAddition() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile gone = add(desk, "second.acme.example");
        stores.diskFull = true;
        assertThatThrownBy(() -> desk.delete(gone.id())).hasMessage("deletion-unfinished");

        ConnectionProfile third = add(desk, "third.acme.example");

        assertThat(kept()).containsExactly(first, third);
    }

    /** A folder that was copied in between hides it; one that was moved finishes its deletion, and tells its name. */
    @Test
    void whatIsToBeDeletedInAnotherFolderStaysKept() throws Exception {
        ConnectionProfile first = add(desk, "first.acme.example");
        ConnectionProfile gone = add(desk, "second.acme.example");
        desk.noteDeletion(gone.id(), Notes.GO);
        stores.deletionsLeftTo = Optional.of("/elsewhere");
        ConnectionDesk copy = desk(stores);

        copy.repair();
        ConnectionProfile third = add(copy, "third.acme.example");

        assertThat(copy.list()).containsExactly(first, third);
        assertThat(kept()).containsExactlyInAnyOrder(first, gone, third);
    }

    /** Nobody sees what has its place: the disk was full when it was to go. */
    @Test
    void theSameConnectionIsNotAddedWhileItsDeletionIsUnfinished() throws Exception {
        ConnectionProfile gone = add(desk, "erp.acme.example");
        desk.noteDeletion(gone.id(), Notes.GO);
        stores.deletionRefused = ProblemCode.DISK_FULL;
        ConnectionDesk next = desk(stores);
        next.repair();
        assertThat(next.list()).isEmpty();

        assertThatThrownBy(() -> add(next, "erp.acme.example")).hasMessage("deletion-unfinished");

        assertThat(kept()).doesNotContain(gone);
    }

    /** Until the run has ended for which the deletion waits. */
    @Test
    void whatIsStillSeenIsThereByItsName() throws Exception {
        ConnectionProfile going = add(desk, "erp.acme.example");
        desk.noteDeletion(going.id(), Notes.GO);

        assertThatThrownBy(() -> add(desk, "erp.acme.example")).hasMessage("connection-exists");
    }

    /** What a run finds is noted in the book, which is told before the run what it was not told at the addition. */
    @Test
    void aBookThatWasNotToldOfAConnectionIsToldBeforeItsNextRun() throws Exception {
        var refusals = new ArrayDeque<>(List.of(ProblemCode.DISK_FULL, ProblemCode.DISK_FULL, ProblemCode.DISK_FULL));
        ConnectionDesk late = deskRefused("leadsTo", refusals);
        ConnectionId shop = add(late, "erp.acme.example").id();
        ConnectionId sample = late.addSample().id();
        assertThat(stores.book.leads).isEmpty();

        assertThatThrownBy(() -> leadsAtRun(late, shop)).as("the run says why it cannot be told")
                .hasMessage("disk-full");
        assertThat(stores.book.leads).isEmpty();
        assertThat(leadsAtRun(late, shop)).containsOnly(Map.entry(shop, BookId.of(endpoint("erp.acme.example"))));
        assertThat(leadsAtRun(late, sample)).containsEntry(sample, BookId.SAMPLE);

        // what it was told once is not told again: somebody may be deleting it
        stores.book.leads.clear();
        assertThat(leadsAtRun(late, shop)).isEmpty();
    }

    /** A full disk may take the one and not the other, and does not keep the owner from reading. */
    @ParameterizedTest
    @ValueSource(strings = {"ledByOnly", "leadsTo"})
    void aFullDiskAtTheStartKeepsNoRunFromItsBook(String refused) throws Exception {
        ConnectionId shop = add(desk, "erp.acme.example").id();
        ConnectionId sample = desk.addSample().id();
        stores.book.leads.clear();
        var refusals = new ArrayDeque<>(List.of(ProblemCode.DISK_FULL));
        ConnectionDesk late = deskRefused(refused, refusals);

        late.repair();
        assertThat(refusals).isEmpty();

        assertThat(leadsAtRun(late, shop)).containsEntry(shop, BookId.of(endpoint("erp.acme.example")));
        assertThat(leadsAtRun(late, sample)).containsEntry(sample, BookId.SAMPLE);
    }

    /** A desk over a book that refuses this so often. */
    private ConnectionDesk deskRefused(String asked, Queue<ProblemCode> refusals) {
        var book = (OwnerBook) Proxy.newProxyInstance(OwnerBook.class.getClassLoader(),
                new Class<?>[] {OwnerBook.class}, (proxy, method, arguments) -> {
                    ProblemCode refusal = method.getName().equals(asked) ? refusals.poll() : null;
                    if (refusal != null) {
                        throw ProblemException.of(refusal, "book.mv.db");
                    }
                    return method.invoke(stores.book, arguments);
                });
        DeskPorts ports = stores.ports();
        return new ConnectionDesk(new DeskPorts(ports.rows(), ports.vault(), ports.profiles(), ports.copy(),
                ports.gateway(), book, ports.dragged()), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(), "Sample",
                false);
    }

    /** What the book knows when a run of this connection opens its session, which it does not get. */
    private Map<ConnectionId, BookId> leadsAtRun(ConnectionDesk late, ConnectionId connection)
            throws ProblemException {
        var known = new HashMap<ConnectionId, BookId>();
        SourceOpener opener = late.leading((id, log, cancel) -> {
            known.putAll(stores.book.leads);
            throw ProblemException.of(ProblemCode.NETWORK_DOWN);
        });
        try (var _ = opener.open(connection, request -> {}, new CancelToken())) {
            throw new AssertionError("no session is opened here");
        } catch (ProblemException refused) {
            if (refused.problem().code() != ProblemCode.NETWORK_DOWN) {
                throw refused;
            }
        }
        return known;
    }

    private List<ConnectionProfile> kept() {
        return stores.kept.orElse(List.of());
    }
}
