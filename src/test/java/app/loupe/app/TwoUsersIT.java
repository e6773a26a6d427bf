package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testkit.FakeOdoo;
import testkit.OdooBooks;

/**
 * Users of one database may see different invoices, and others tomorrow. Of six invoices one sees the first four, the
 * other the last four.
 */
class TwoUsersIT {
    private static final String MOVE = "account.move";

    @TempDir
    Path folder;

    private FakeOdoo odoo;

    @BeforeEach
    void start() {
        odoo = odoo(FakeOdoo.Version.V19);
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private static FakeOdoo odoo(FakeOdoo.Version version) {
        FakeOdoo odoo = FakeOdoo.start(version);
        odoo.books().clock(Instant.parse("2026-01-10T08:00:00Z"));
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addProduct(20, "Desk");
        for (int id = 1; id <= 6; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2025-0" + id + "-15", 100 * id);
        }
        return odoo;
    }

    private static void hide(FakeOdoo odoo, Long... hidden) {
        OdooBooks books = odoo.books();
        books.ids(MOVE).forEach(id -> books.allow(MOVE, id));
        List.of(hidden).forEach(id -> books.forbid(MOVE, id));
    }

    /** A connection of another user. */
    private ConnectionProfile addOther(OpenLoupe loupe) throws ProblemException {
        Endpoint same = odoo.endpoint();
        try (Secret secret = Secret.ofChars(FakeOdoo.API_KEY)) {
            return loupe.connections().add(new ConnectionDetails(
                    new Endpoint(same.address(), same.database(), "branch@acme.example"), "Branch", odoo.pin(), null),
                    secret, null);
        }
    }

    private static List<String> changes(OpenLoupe loupe, ConnectionId... of) throws ProblemException {
        var all = new ArrayList<String>();
        loupe.changes().each(Set.of(of), Instant.EPOCH, noted -> all.add(
                noted.change().invoice() + " " + noted.change().kind() + " of " + noted.connection()));
        return all.stream().distinct().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource(FakeOdoo.Version.class)
    void whatAUserIsGrantedIsNoNewsAndWhatIsNewIs(FakeOdoo.Version version) throws Exception {
        odoo.close();
        odoo = odoo(version);
        odoo.books().set(MOVE, 6, "payment_state", "paid");
        odoo.books().set(MOVE, 6, "amount_residual", 0.0);
        hide(odoo, 4L, 5L, 6L);
        odoo.books().clock(Instant.parse("2026-02-01T08:00:00Z"));
        odoo.books().set(MOVE, 1, "ref", "written last");
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.API_KEY).id();
            sync(loupe, id);
            hide(odoo);
            odoo.books().clock(Instant.parse("2026-04-02T08:00:00Z"));
            odoo.books().addInvoice(9, 10, "Azure Interior", "2026-04-01", 900);

            assertThat(sync(loupe, id).counts().added()).isEqualTo(4);

            assertThat(changes(loupe, id)).containsExactly("9 NEW of " + id);
            assertThat(loupe.notes().news(Set.of(id)).keySet()).extracting(key -> key.id()).containsExactly(9L);
        }
    }

    @Test
    void aChangeIsListedUnderAConnectionThatHasTheInvoiceAndALossUnderTheOneThatLostIt() throws Exception {
        try (OpenLoupe loupe = new WholeLoupe(folder).open()) {
            var ids = new TreeSet<>(List.of(add(loupe, odoo, FakeOdoo.API_KEY).id(), addOther(loupe).id()));
            ConnectionId low = ids.first();
            ConnectionId high = ids.last();
            hide(odoo, 5L, 6L);
            sync(loupe, low);
            hide(odoo, 1L, 2L);
            sync(loupe, high);
            OdooBooks books = odoo.books();
            books.clock(Instant.parse("2026-04-02T08:00:00Z"));
            books.set(MOVE, 3, "ref", "of both");
            books.set(MOVE, 5, "ref", "of the higher");
            books.addInvoice(9, 10, "Azure Interior", "2026-04-01", 900);
            books.delete(MOVE, 1);
            hide(odoo, 5L, 6L, 9L);
            sync(loupe, low);
            hide(odoo, 2L, 4L);
            sync(loupe, high);

            String[] ofHigh = {"4 INACCESSIBLE of " + high, "5 CHANGED of " + high, "9 NEW of " + high};
            assertThat(changes(loupe, high)).contains(ofHigh).contains("3 CHANGED of " + high).hasSize(4);
            assertThat(changes(loupe, low)).containsExactly("1 REMOVED of " + low, "3 CHANGED of " + low);
            assertThat(changes(loupe, low, high)).contains(ofHigh)
                    .contains("1 REMOVED of " + low, "3 CHANGED of " + low).hasSize(5);
        }
    }
}
