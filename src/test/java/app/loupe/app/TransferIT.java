package app.loupe.app;

import static app.loupe.app.WholeLoupe.add;
import static app.loupe.app.WholeLoupe.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.loupe.domain.CancelToken;
import app.loupe.domain.ConnectionDetails;
import app.loupe.domain.ConnectionId;
import app.loupe.domain.ConnectionProfile;
import app.loupe.domain.Endpoint;
import app.loupe.domain.InvoiceKey;
import app.loupe.domain.InvoiceRow;
import app.loupe.domain.KeptFilter;
import app.loupe.domain.MarkAct;
import app.loupe.domain.MovedBook;
import app.loupe.domain.MovedBooks;
import app.loupe.domain.OdooAddress;
import app.loupe.domain.PartnerKey;
import app.loupe.domain.ProblemCode;
import app.loupe.domain.ProblemException;
import app.loupe.domain.Secret;
import app.loupe.domain.Transfers.Brought;
import app.loupe.domain.Transfers.Made;
import app.loupe.domain.Transfers.Owned;
import app.loupe.review.MarkChoice;
import app.loupe.review.Marks;
import app.loupe.settings.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import testkit.FakeOdoo;

/** Two computers, one Odoo, and a file that goes from one to the other. */
class TransferIT {
    private static final String PHRASE = "tokar bilun dezal fimok gurat nopes";
    private static final Brought NOTHING = new Brought(List.of(), 1, 0, 0, new Owned(0, 0));
    private static final KeptFilter LATE = new KeptFilter("Late", "overdue", Map.of("sort", "due"));

    @TempDir
    Path temporary;

    private FakeOdoo odoo;
    private WholeLoupe here;
    private WholeLoupe there;

    @BeforeEach
    void start() {
        here = new WholeLoupe(temporary.resolve("here"));
        there = new WholeLoupe(temporary.resolve("there"));
        odoo = FakeOdoo.start(FakeOdoo.Version.V19);
        odoo.books().addPartner(10, "Azure Interior");
        odoo.books().addProduct(20, "Desk");
        for (int id = 1; id <= 3; id++) {
            odoo.books().addInvoice(id, 10, "Azure Interior", "2026-02-15", 100 * id);
        }
    }

    @AfterEach
    void stop() {
        odoo.close();
    }

    private Path file() {
        return temporary.resolve("moved.loupe-transfer");
    }

    private Made make(OpenLoupe loupe) throws ProblemException {
        try (Secret phrase = Secret.ofChars(PHRASE)) {
            return loupe.transfers().make(file(), true, phrase, new CancelToken(), (done, of) -> {});
        }
    }

    private Brought bring(OpenLoupe loupe) throws ProblemException {
        return bring(loupe, PHRASE, new CancelToken());
    }

    private Brought bring(OpenLoupe loupe, String passphrase, CancelToken cancel) throws ProblemException {
        try (Secret phrase = Secret.ofChars(passphrase)) {
            return loupe.transfers().bring(file(), phrase, cancel, (done, of) -> {});
        }
    }

    private static Marks marks(OpenLoupe loupe, ConnectionId id) throws ProblemException {
        return new Marks(loupe.notes().marks(Set.of(id)), loupe.notes().news(Set.of(id)), ZoneOffset.UTC);
    }

    private static InvoiceRow row(OpenLoupe loupe, ConnectionId id, long invoice) throws ProblemException {
        return WholeLoupe.rows(loupe, id).stream().filter(row -> row.key().id() == invoice).findFirst().orElseThrow();
    }

    /** What the book says, but for the numbers of its changes. */
    private static List<Object> contents(OpenLoupe loupe) throws ProblemException {
        var book = (MovedBooks) loupe.book();
        var all = new ArrayList<>();
        for (MovedBook one : book.contents().books()) {
            all.add(List.of(one.book(), one.partnerNotes(), one.known()));
            one.marks().forEach((invoice, mark) -> all.add(Arrays.asList(invoice, mark.note(), mark.flagged(),
                    mark.remindOn(), mark.review() == null ? null : mark.review().at())));
        }
        book.changes(0, book.contents().last()).forEach(change -> all.add(change.change()));
        return all;
    }

    private static void keep(OpenLoupe loupe, KeptFilter filter) throws ProblemException {
        SavedFilters filters = loupe.filters();
        filters.next(List.of(filter));
        filters.write();
    }

    /** A connection that was never synced. */
    private static void connect(OpenLoupe loupe, String host, String name) throws ProblemException {
        try (Secret secret = Secret.ofChars("key")) {
            loupe.connections().add(new ConnectionDetails(
                    new Endpoint(OdooAddress.parse("https://" + host + ".example.com"), "prod", "ann"), name, null,
                    null), secret, null);
        }
    }

    /** A used Loupe: synced, one invoice that came later, notes, a review, a filter and a setting. */
    private ConnectionProfile used(OpenLoupe loupe) throws ProblemException {
        ConnectionProfile books = add(loupe, odoo, FakeOdoo.API_KEY);
        ConnectionId id = books.id();
        sync(loupe, id);
        odoo.books().clock(Instant.parse("2026-03-20T08:00:00Z"));
        odoo.books().addInvoice(9, 10, "Azure Interior", "2026-03-19", 900);
        sync(loupe, id);
        loupe.notes().mark(Map.of(new InvoiceKey(id, 1), new MarkAct.Note("call Anna"), new InvoiceKey(id, 2),
                new MarkAct.Review(marks(loupe, id).reviewOf(row(loupe, id, 2), WholeLoupe.CLOCK.instant()))));
        loupe.notes().notePartner(new PartnerKey(id, 10), "pays on Thursdays");
        loupe.known().knowFindings(id, Set.of("odd-date:1"));
        keep(loupe, LATE);
        new SettingsFile(temporary.resolve("here"))
                .write(Map.of("settings.look", "dark", "settings.sync", "asked", "window.width", "1400"));
        return books;
    }

    @Test
    void whatTheOwnerHasIsOnTheNewComputerAndTheFirstSyncBringsTheInvoices() throws Exception {
        ConnectionProfile before;
        try (OpenLoupe loupe = here.open()) {
            before = used(loupe);
            assertThat(make(loupe)).isEqualTo(new Made(1, 0, List.of(), new Owned(4, 1)));
            assertThat(loupe.connections().list()).hasSize(1);
            assertThat(loupe.notes().marks(Set.of(before.id()))).hasSize(2);
        }
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain(FakeOdoo.API_KEY, "Anna", before.name(), "window.width");

        try (OpenLoupe loupe = there.open()) {
            Brought brought = bring(loupe);
            assertThat(brought.added()).extracting(ConnectionDetails::name, ConnectionDetails::endpoint)
                    .containsExactly(tuple(before.name(), odoo.endpoint()));
            assertThat(brought).isEqualTo(new Brought(brought.added(), 0, 0, 0, new Owned(4, 1)));
        }
        try (OpenLoupe loupe = there.open()) {
            assertThat(loupe.warnings()).isEmpty();
            ConnectionProfile now = loupe.connections().list().getFirst();
            assertThat(now.id()).isNotEqualTo(before.id());
            assertThat(now.name()).isEqualTo(before.name());
            assertThat(now.pin()).isEqualTo(odoo.pin());
            assertThat(loupe.connections().endpoint(now.id())).contains(odoo.endpoint());
            assertThat(loupe.filters().read()).containsExactly(LATE);
            assertThat(new SettingsFile(temporary.resolve("there")).read())
                    .containsOnly(Map.entry("settings.look", "dark"), Map.entry("settings.sync", "asked"));
            ConnectionId id = now.id();
            sync(loupe, id);
            assertThat(WholeLoupe.rows(loupe, id)).hasSize(4);
            assertThat(marks(loupe, id).inbox(row(loupe, id, 9), LocalDate.now(WholeLoupe.CLOCK)))
                    .contains(MarkChoice.NEW);
            assertThat(marks(loupe, id).inbox(row(loupe, id, 2), LocalDate.now(WholeLoupe.CLOCK)))
                    .contains(MarkChoice.REVIEWED);
            assertThat(loupe.notes().marks(Set.of(id))).hasEntrySatisfying(new InvoiceKey(id, 1),
                    mark -> assertThat(mark.note()).isEqualTo("call Anna"));
            assertThat(loupe.notes().partnerNotes(Set.of(id))).containsValue("pays on Thursdays");
            assertThat(loupe.known().knownFindings(id)).containsExactly("odd-date:1");
            assertThat(loupe.checks().run()).isNotEmpty();
        }
    }

    @Test
    void bringingItInTwiceDoublesNothing() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            used(loupe);
            make(loupe);
            List<Object> before = contents(loupe);
            assertThat(bring(loupe)).isEqualTo(NOTHING);
            assertThat(contents(loupe)).isEqualTo(before);
            assertThat(loupe.connections().list()).hasSize(1);
            assertThat(loupe.filters().read()).containsExactly(LATE);
            assertThat(make(loupe)).isEqualTo(new Made(1, 0, List.of(), new Owned(4, 1)));
        }
        try (OpenLoupe loupe = there.open()) {
            bring(loupe);
            List<Object> before = contents(loupe);
            assertThat(bring(loupe)).isEqualTo(NOTHING);
            assertThat(contents(loupe)).isEqualTo(before);
            assertThat(loupe.connections().list()).hasSize(1);
            assertThat(make(loupe)).isEqualTo(new Made(1, 0, List.of(), new Owned(4, 1)));
        }
    }

    @Test
    void anotherNameIsFoundForWhatIsCalledTheSameAndWhereConnectionsAreNoSettingComes() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            used(loupe);
            make(loupe);
        }
        try (OpenLoupe loupe = there.open()) {
            String name = "Books " + odoo.port();
            connect(loupe, "other", name);
            keep(loupe, new KeptFilter("late", "overdue me", Map.of()));
            new SettingsFile(temporary.resolve("there")).write(Map.of("settings.look", "light"));

            bring(loupe);

            assertThat(loupe.connections().list()).extracting(ConnectionProfile::name).containsExactly(name,
                    name + " 2");
            assertThat(loupe.filters().read()).extracting(KeptFilter::name).containsExactly("late", "Late 2");
            assertThat(new SettingsFile(temporary.resolve("there")).read())
                    .containsOnly(Map.entry("settings.look", "light"));
        }
    }

    @Test
    void filtersThatGoBackAndForthDoNotMultiply() throws Exception {
        var mine = new KeptFilter("late", "overdue me", Map.of());
        try (OpenLoupe first = here.open(); OpenLoupe second = there.open()) {
            connect(first, "one", "One");
            connect(second, "two", "Two");
            keep(first, LATE);
            keep(second, mine);

            for (int round = 0; round < 3; round++) {
                make(first);
                bring(second);
                make(second);
                bring(first);
            }

            assertThat(first.filters().read()).extracting(KeptFilter::name).containsExactlyInAnyOrder("Late", "late 2");
            assertThat(second.filters().read()).extracting(KeptFilter::name).containsExactlyInAnyOrder("late",
                    "Late 2");
        }
    }

    @Test
    void aPasswordThatIsLostHereComesBackAndOneThatIsLostThereIsAskedFor() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            used(loupe);
            make(loupe);
        }
        here.tamper("DELETE FROM odoo_connections");
        here.loseTheLedger();
        try (OpenLoupe loupe = here.open()) {
            assertThat(loupe.connections().problems()).hasSize(1);
            Path whole = Files.move(file(), temporary.resolve("whole"));
            assertThat(make(loupe)).isEqualTo(new Made(1, 1, List.of(), new Owned(4, 1)));
            Files.move(file(), temporary.resolve("without"));
            Files.move(whole, file());

            bring(loupe);

            assertThat(loupe.connections().problems()).isEmpty();
            assertThat(loupe.connections().list()).hasSize(1);
            sync(loupe, loupe.connections().list().getFirst().id());
            Files.delete(file());
            Files.move(temporary.resolve("without"), file());
        }
        try (OpenLoupe loupe = there.open()) {
            assertThat(bring(loupe).withoutPassword()).isEqualTo(1);
            assertThat(bring(loupe).added()).isEmpty();
        }
        try (OpenLoupe loupe = there.open()) {
            ConnectionId id = loupe.connections().list().getFirst().id();
            assertThat(loupe.connections().problems().get(id)).extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.PASSWORD_LOST);
            assertThat(loupe.connections().endpoint(id)).contains(odoo.endpoint());
        }
    }

    @Test
    void whatIsRefusedChangesNothing() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            used(loupe);
            make(loupe);
        }
        try (OpenLoupe loupe = there.open()) {
            var cancelled = new CancelToken();
            assertRefused(ProblemCode.TRANSFER_PHRASE_WRONG, () -> bring(loupe, "another", new CancelToken()));
            // when all is read, before anything counts
            assertRefused(ProblemCode.CANCELLED, () -> {
                try (Secret phrase = Secret.ofChars(PHRASE)) {
                    return loupe.transfers().bring(file(), phrase, cancelled, (done, of) -> cancelled.cancel());
                }
            });
            assertThat(loupe.connections().list()).isEmpty();
            assertThat(make(loupe)).isEqualTo(new Made(0, 0, List.of(), new Owned(0, 0)));
        }
        assertThat(new SettingsFile(temporary.resolve("there")).read()).isEmpty();
        try (OpenLoupe loupe = there.open()) {
            assertThat(loupe.warnings()).isEmpty();
            assertThat(loupe.connections().list()).isEmpty();
        }
    }

    @Test
    void whatFailsWhenTheVaultHasItsPartIsToldAndTheConnectionsStayWhole() throws Exception {
        String name;
        try (OpenLoupe loupe = here.open()) {
            name = used(loupe).name();
            make(loupe);
        }
        try (OpenLoupe loupe = there.open()) {
            // the vault is rewritten when all is in it, before the book counts
            Path rewrite = temporary.resolve("there").resolve("vault-rewrite.mv.db");
            Files.createDirectories(rewrite.resolve("in the way"));

            assertRefused(ProblemCode.TRANSFER_HALF, () -> bring(loupe));

            Files.delete(rewrite.resolve("in the way"));
            Files.delete(rewrite);
        }
        // they come once, with the first connections
        assertThat(new SettingsFile(temporary.resolve("there")).read()).containsEntry("settings.look", "dark");
        try (OpenLoupe loupe = there.open()) {
            ConnectionProfile now = loupe.connections().list().getFirst();
            assertThat(now.name()).isEqualTo(name);
            assertThat(now.pin()).isEqualTo(odoo.pin());
            assertThat(loupe.filters().read()).containsExactly(LATE);

            assertThat(bring(loupe).there()).isEqualTo(1);

            assertThat(make(loupe)).isEqualTo(new Made(1, 0, List.of(), new Owned(4, 1)));
        }
    }

    /** All is on the disk before the book's ledger tells of it, and an older ledger is allowed. */
    @Test
    void whatOnlyTheLedgerOfTheBookDidNotTakeIsWhole() throws Exception {
        try (OpenLoupe loupe = here.open()) {
            used(loupe);
            make(loupe);
        }
        try (OpenLoupe loupe = there.open()) {
            Path ledger = bookLedger();
            Files.delete(ledger);
            Files.createDirectories(ledger.resolve("in the way"));

            assertThat(bring(loupe).added()).hasSize(1);

            Files.delete(ledger.resolve("in the way"));
            Files.delete(ledger);
        }
        try (OpenLoupe loupe = there.open()) {
            assertThat(make(loupe)).isEqualTo(new Made(1, 0, List.of(), new Owned(4, 1)));
        }
    }

    private Path bookLedger() throws IOException {
        try (var files = Files.walk(temporary.resolve("there"))) {
            return files.filter(one -> one.getFileName().toString().matches(".*book.*[.]ledger")).findFirst()
                    .orElseThrow();
        }
    }

    private interface Act {
        Object run() throws Exception;
    }

    private static void assertRefused(ProblemCode code, Act act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnasked() throws Exception {
        Files.writeString(file(), "mine");
        try (OpenLoupe loupe = here.open(); Secret phrase = Secret.ofChars(PHRASE)) {
            assertRefused(ProblemCode.EXPORT_EXISTS,
                    () -> loupe.transfers().make(file(), false, phrase, new CancelToken(), (done, of) -> {}));
        }
        assertThat(file()).hasContent("mine");
    }
}
