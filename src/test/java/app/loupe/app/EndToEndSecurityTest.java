package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.rows;
import static app.loupe.app.WholeLoupe.run;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.Problem;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.SyncReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import testkit.EverythingLogged;
import testkit.FakeOdoo;
import testkit.Fault;
import testkit.FolderSearch;

/** What Loupe as a whole promises of passwords: where they are not, where they never go, what deleting means. */
class EndToEndSecurityTest {
    @TempDir
    private Path folder;

    private final List<FakeOdoo> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(FakeOdoo::close);
    }

    private FakeOdoo odoo(FakeOdoo.Version version, String customer) {
        var odoo = FakeOdoo.start(version);
        servers.add(odoo);
        odoo.books().addPartner(10, customer);
        odoo.books().addInvoice(1, 10, customer, "2026-02-15", 100);
        odoo.books().addInvoice(2, 10, customer, "2026-03-15", 200);
        return odoo;
    }

    private String ciphertext(WholeLoupe bench, ConnectionId id) throws Exception {
        return bench.text("SELECT encrypted_password FROM odoo_connections WHERE id = '" + id.value() + "'");
    }

    @Test
    void s01_noFileOfTheDataFolderHoldsAPassword() throws Exception {
        FakeOdoo old = odoo(FakeOdoo.Version.V14, "Azure Interior");
        FakeOdoo modern = odoo(FakeOdoo.Version.V19, "Gemini Furniture");
        var bench = new WholeLoupe(folder);
        try (OpenLoupe loupe = bench.open()) {
            ConnectionId first = add(loupe, old, FakeOdoo.PASSWORD).id();
            ConnectionId second = add(loupe, modern, FakeOdoo.API_KEY).id();
            sync(loupe, first);
            sync(loupe, second);
            assertThat(FolderSearch.finds(folder, FakeOdoo.PASSWORD)).as("while open").isEmpty();
            assertThat(FolderSearch.finds(folder, FakeOdoo.API_KEY)).as("while open").isEmpty();
        }

        assertThat(FolderSearch.finds(folder, FakeOdoo.PASSWORD)).isEmpty();
        assertThat(FolderSearch.finds(folder, FakeOdoo.API_KEY)).isEmpty();
        assertThat(FolderSearch.finds(folder, "Azure Interior")).as("invoices are sealed too").isEmpty();
        assertThat(FolderSearch.finds(folder, FakeOdoo.USER)).as("the search sees what is there").isNotEmpty();
    }

    @Test
    void s35_deletingLeavesNothingOfTheConnectionAndTheOtherGoesOn() throws Exception {
        FakeOdoo leaving = odoo(FakeOdoo.Version.V14, "Azure Interior");
        FakeOdoo staying = odoo(FakeOdoo.Version.V19, "Gemini Furniture");
        var bench = new WholeLoupe(folder);
        ConnectionId gone;
        ConnectionId kept;
        try (OpenLoupe loupe = bench.open()) {
            gone = add(loupe, leaving, FakeOdoo.PASSWORD).id();
            kept = add(loupe, staying, FakeOdoo.API_KEY).id();
            sync(loupe, gone);
            sync(loupe, kept);
        }
        String sealed = ciphertext(bench, gone);
        String sealedBefore = ciphertext(bench, kept);
        assertThat(FolderSearch.finds(folder, sealed)).as("the search sees it").containsExactly("vault.mv.db: UTF-8");
        int signedInBefore = leaving.connections();

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().delete(gone).invoices()).isEqualTo(2);

            assertThat(FolderSearch.finds(folder, sealed)).as("at once").isEmpty();
            assertThat(FolderSearch.finds(folder, sealedBefore)).as("the other is under a new key").isEmpty();
            assertThat(FolderSearch.finds(folder, leaving.address().url())).isEmpty();
            assertThat(loupe.connections().list()).extracting(profile -> profile.id()).containsExactly(kept);
            assertThat(rows(loupe, gone)).isEmpty();
            assertThat(loupe.journal().runs(100)).allMatch(recorded -> recorded.connection().equals(kept));
            assertThat(sync(loupe, kept).counts().unchanged()).isEqualTo(2);
            assertThat(FolderSearch.finds(folder, gone.value())).as("its id alone, until the next rewrite")
                    .isSubsetOf("vault.mv.db: UTF-8");
            loupe.connections().delete(kept);
            assertThat(FolderSearch.finds(folder, gone.value())).isEmpty();
        }

        assertThat(FolderSearch.finds(folder, sealed)).isEmpty();
        assertThat(leaving.connections()).as("deleting speaks to nobody").isEqualTo(signedInBefore);
    }

    /** With the ledger of the vault the edit is undone; this is about who took the ledger away. */
    @ParameterizedTest
    @ValueSource(strings = {"url", "database", "username"})
    void s39_aRowThatWasEditedSendsNothingAnywhere(String column) throws Exception {
        FakeOdoo own = odoo(FakeOdoo.Version.V14, "Azure Interior");
        FakeOdoo foreign = odoo(FakeOdoo.Version.V14, "Nobody");
        var bench = new WholeLoupe(folder);
        ConnectionId id;
        try (OpenLoupe loupe = bench.open()) {
            id = add(loupe, own, FakeOdoo.PASSWORD).id();
        }
        String value = column.equals("url") ? foreign.address().url() : "other";
        int before = own.connections();
        assertThat(bench.tamper("UPDATE odoo_connections SET " + column + " = '" + value + "'")).isEqualTo(1);
        bench.loseTheLedger();

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().endpoint(id)).as("nobody is led to type the password there").isEmpty();
            SyncReport report = run(loupe, id, new CancelToken());

            assertThat(((SyncReport.Failed) report).problem().code()).isEqualTo(ProblemCode.PASSWORD_NOT_OF_THIS_ROW);
            assertThatThrownBy(() -> loupe.connections().test(id, own.pin(), new CancelToken())).isInstanceOfSatisfying(
                    ProblemException.class,
                    refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.PASSWORD_NOT_OF_THIS_ROW));
        }
        assertThat(foreign.connections()).isZero();
        assertThat(own.connections()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "database", "username"})
    void s39_theLedgerUndoesAnEditAndNobodyAtTheEditedAddressIsContacted(String column) throws Exception {
        FakeOdoo own = odoo(FakeOdoo.Version.V14, "Azure Interior");
        FakeOdoo foreign = odoo(FakeOdoo.Version.V14, "Nobody");
        var bench = new WholeLoupe(folder);
        ConnectionId id;
        try (OpenLoupe loupe = bench.open()) {
            id = add(loupe, own, FakeOdoo.PASSWORD).id();
        }
        String value = column.equals("url") ? foreign.address().url() : "other";
        assertThat(bench.tamper("UPDATE odoo_connections SET " + column + " = '" + value + "'")).isEqualTo(1);

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).extracting(Problem::code).containsExactly(ProblemCode.VAULT_MENDED);
            assertThat(loupe.connections().endpoint(id)).contains(own.endpoint());
            sync(loupe, id);
        }
        assertThat(foreign.connections()).isZero();
    }

    /** Whoever writes the file could wait for the owner to type the lost password again, into a form that leads to them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void s39_theAddressOfALostPasswordIsBelievedOnlyUnderItsSeal(int edited) throws Exception {
        FakeOdoo own = odoo(FakeOdoo.Version.V14, "Azure Interior");
        FakeOdoo foreign = odoo(FakeOdoo.Version.V14, "Nobody");
        var bench = new WholeLoupe(folder);
        ConnectionId id;
        try (OpenLoupe loupe = bench.open()) {
            id = add(loupe, own, FakeOdoo.PASSWORD).id();
            sync(loupe, id);
        }
        Files.write(folder.resolve("vault.mv.db"), new byte[0]);
        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.connections().endpoint(id)).contains(own.endpoint());
        }
        var parts = new ArrayList<>(List.of(own.address().url(), own.endpoint().database(), FakeOdoo.USER));
        parts.set(edited, edited == 0 ? foreign.address().url() : "other");
        assertThat(bench.tamper("UPDATE vault_meta SET \"VALUE\" = '" + String.join("\n", parts)
                + "' WHERE name LIKE 'lost:%'")).isEqualTo(1);
        bench.loseTheLedger();
        int before = own.connections();

        try (OpenLoupe loupe = bench.open()) {
            assertThat(loupe.warnings()).extracting(Problem::code).containsExactly(ProblemCode.ADDRESS_LOST);
            assertThat(loupe.connections().endpoint(id)).isEmpty();
            assertThat(((SyncReport.Failed) run(loupe, id, new CancelToken())).problem().code())
                    .isEqualTo(ProblemCode.ADDRESS_LOST);
            assertThat(own.connections()).isEqualTo(before);
            try (Secret secret = Secret.ofChars(FakeOdoo.PASSWORD)) {
                loupe.connections().edit(id, new ConnectionDetails(own.endpoint(), "", own.pin(), null), null, secret,
                        new CancelToken());
            }
            assertThat(sync(loupe, id).counts().unchanged()).isEqualTo(2);
            assertThat(loupe.connections().problems()).isEmpty();
        }
        assertThat(foreign.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void s41_aServerThatSaysThePasswordBackIsHeardNowhere(int after) throws Exception {
        FakeOdoo odoo = odoo(FakeOdoo.Version.V14, "Azure Interior");
        Path trace = Files.createDirectory(folder.resolve("trace")).resolve("all.log");
        var everything = new EverythingLogged(trace);
        var said = new ArrayList<String>();
        try (everything; OpenLoupe loupe = new WholeLoupe(Files.createDirectory(folder.resolve("data"))).open()) {
            ConnectionId id = add(loupe, odoo, FakeOdoo.PASSWORD).id();
            odoo.faultAfter(after, echo());
            Problem problem = ((SyncReport.Failed) run(loupe, id, new CancelToken())).problem();
            said.add(WholeLoupe.TEXTS.title(problem) + WholeLoupe.TEXTS.sentence(problem) + problem);
            odoo.faultAfter(0, echo());
            try {
                loupe.connections().test(id, odoo.pin(), new CancelToken());
            } catch (ProblemException refused) {
                said.add(refused + " " + refused.getCause() + WholeLoupe.TEXTS.sentence(refused.problem()));
            }
        }

        assertThat(said).hasSize(2);
        for (String form : WholeLoupe.traces(FakeOdoo.PASSWORD)) {
            assertThat(said).noneMatch(text -> text.contains(form));
            assertThat(FolderSearch.finds(folder, form)).isEmpty();
        }
        assertThat(trace).content().as("the log is really on").contains("DEBUG");
    }

    /** An error of Odoo's that quotes the password wherever it can. */
    private static Fault echo() {
        String quoted = FakeOdoo.PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
        return Fault.status(200, "application/json", """
                {"jsonrpc": "2.0", "id": 1, "error": {"code": 200, "message": "Odoo Server Error: %1$s",
                 "data": {"name": "odoo.exceptions.%1$s", "message": "%1$s", "arguments": ["%1$s"],
                          "debug": "Traceback %1$s"}}}""".formatted(quoted));
    }
}
